/** The file picker for checkpoints. */
import { useRef } from 'react';
import { usePage } from '../hooks/page.ts';
import { openFiles } from './files.ts';

/** A button that asks for a checkpoint (and its configuration file). */
export function OpenButton() {
  const { store, inspection } = usePage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="chip"
        title="PyTorch .pt or .pth, or .safetensors; a .json configuration beside it if you have one"
        onClick={() => input.current?.click()}
      >
        Open a checkpoint …
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Checkpoint file"
        accept=".pt,.pth,.bin,.ckpt,.safetensors,.json"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be picked again after it was changed.
          event.target.value = '';
          if (files.length > 0) void openFiles(files, store, inspection);
        }}
      />
    </>
  );
}
