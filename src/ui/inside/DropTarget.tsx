/** Lets a checkpoint or a table of runs be dropped anywhere on the page. */
import { useEffect, useState } from 'react';
import { usePage } from '../hooks/page.ts';
import { isTable, openTables } from '../map/open-tables.ts';
import { openFiles } from './files.ts';

/** A frame over the page while a file is held above it. */
export function DropTarget() {
  const { store, inspection, tables, map } = usePage();
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
        inspection.report('That is a folder: drop the checkpoint file that is inside it.');
        return;
      }
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && files.every(isTable)) {
        void openTables(files, { store, tables, map });
        return;
      }
      void openFiles(files, store, inspection);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [store, inspection, tables, map]);

  return over ? (
    <div className="drop-target" aria-hidden="true">
      <p>Drop a checkpoint to look inside it, or a table of runs to map it</p>
    </div>
  ) : null;
}
