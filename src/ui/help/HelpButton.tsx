/** A quiet “?” that opens a short explanation beside it. */
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import english from '../../messages/en/ui/help/questions.json';
import { createWords } from '../../messages/words.ts';
import { ViewBoundary } from '../ViewBoundary.tsx';
import type { HelpTopic } from './topics.ts';
import '../styles/help.css';

const HelpNote = lazy(() => import('./HelpNote.tsx'));

const words = createWords('ui/help/questions', english);

/** Closes the explanation that is open; there is never more than one. */
let closeOpen: (() => void) | undefined;

/** The button; opened and closed by itself, closed by Escape and by a press elsewhere. */
export function HelpButton({ topic }: { readonly topic: HelpTopic }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    closeOpen?.();
    const close = () => setOpen(false);
    closeOpen = close;
    // Where the keyboard goes on, too: what has the focus must not be covered.
    const onElsewhere = ({ target }: Event) => {
      if (!place.current?.contains(target as Node)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Not also what lies beneath: a sheet, full screen, a dialog.
      event.preventDefault();
      event.stopPropagation();
      close();
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
      document.removeEventListener('keydown', onKey, true);
      if (closeOpen === close) closeOpen = undefined;
    };
  }, [open]);

  return (
    <span ref={place} className="help">
      <button
        ref={button}
        type="button"
        className="help-button"
        aria-label={words(topic)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <ViewBoundary>
          <Suspense fallback={null}>
            <HelpNote id={id} topic={topic} button={button} />
          </Suspense>
        </ViewBoundary>
      )}
    </span>
  );
}
