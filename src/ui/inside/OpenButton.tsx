/** The file picker for checkpoints, which takes everything else that opens here too. */
import { useRef } from 'react';
import { usePage } from '../hooks/page.ts';
import { openFiles } from '../open-files.ts';

/** A button that asks for a checkpoint (and its configuration file). */
export function OpenButton() {
  const page = usePage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="chip"
        title="PyTorch .pt or .pth, or .safetensors; a .json configuration beside it if you have one. Runs (.run), measures, pictures and citations that were saved here open too."
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
        accept=".pt,.pth,.bin,.ckpt,.safetensors,.json,.run,.csv,.svg,.png,.gif,.bib,.txt"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be picked again after it was changed.
          event.target.value = '';
          if (files.length > 0) void openFiles(files, page);
        }}
      />
    </>
  );
}
