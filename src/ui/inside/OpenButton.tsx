/** The file picker for checkpoints, which takes everything else that opens here too. */
import { useRef } from 'react';
import english from '../../messages/en/ui/inside/open-button.json';
import { createWords } from '../../messages/words.ts';
import { usePage } from '../hooks/page.ts';
import { openFiles } from '../open-files.ts';

const words = createWords('ui/inside/open-button', english);

/** A button that asks for a checkpoint (and its configuration file). */
export function OpenButton() {
  const page = usePage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="chip"
        title={words('title')}
        onClick={() => input.current?.click()}
      >
        {words('open')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words('file')}
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
