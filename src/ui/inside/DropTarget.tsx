/** Lets files be dropped anywhere on the page. */
import { useEffect, useState } from 'react';
import { usePage } from '../hooks/page.ts';
import { openFiles } from '../open-files.ts';

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
        page.inspection.report('That is a folder: drop the checkpoint file that is inside it.');
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
      <p>
        Drop a checkpoint to look inside it, a table of runs to map it, or a run, its measures or a
        picture that was saved here
      </p>
    </div>
  ) : null;
}
