/** Opens a figure's numbers as tables, below the figure. */
import { lazy, Suspense, useId, useRef, useState } from 'react';
import english from '../../messages/en/ui/tables/table-button.json';
import { createWords } from '../../messages/words.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { ViewBoundary } from '../ViewBoundary.tsx';

const FigureTables = lazy(async () => ({
  default: (await import('./FigureTables.tsx')).FigureTables,
}));

const words = createWords('ui/tables/table-button', english);

/** @param name figure it stands at */
export function TableButton({ name }: { readonly name: FigureName }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const label = words('showAsTable', { title: embeddedFigure(name).title });
  return (
    <>
      <button
        ref={button}
        type="button"
        className="share-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {words('table')}
      </button>
      {open && (
        <ViewBoundary>
          <Suspense fallback={null}>
            <FigureTables id={id} name={name} opener={button.current} />
          </Suspense>
        </ViewBoundary>
      )}
    </>
  );
}
