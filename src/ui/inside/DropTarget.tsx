/** Lets files be dropped anywhere on the page. */
import { useEffect, useState } from 'react';
import english from '../../messages/en/ui/inside/drop-target.json';
import { createWords } from '../../messages/words.ts';
import { usePage } from '../hooks/page.ts';
import { openFiles } from '../open-files.ts';

const words = createWords('ui/inside/drop-target', english);

/** A frame over the page while a file is held above it. */
export function DropTarget() {
  const page = usePage();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving an element for its neighbour is not leaving the page.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const items = [...(event.dataTransfer?.items ?? [])];
      if (items.some((item) => item.webkitGetAsEntry?.()?.isDirectory === true)) {
        page.inspection.report(words('folder'));
        return;
      }
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void openFiles(files, page);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [page]);

  return over ? (
    <div className="drop-target" aria-hidden="true">
      <p>{words('invitation')}</p>
    </div>
  ) : null;
}
