/** A button that opens a dialog, loaded when it is first opened; the focus comes back to the button. */
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { usePageState } from './hooks/page.ts';
import { ViewBoundary } from './ViewBoundary.tsx';

/** Not there in a frame of another page, which is about one figure. */
export function DialogButton(props: {
  readonly className: string;
  /** Its name, where that is more than the text on it. */
  readonly label?: string | undefined;
  readonly text: string;
  /** @param opener the button @param close to be called when the dialog is closed */
  readonly dialog: (opener: HTMLButtonElement | null, close: () => void) => ReactNode;
}) {
  const { className, label, text, dialog } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isEmbedded = usePageState(({ page }) => page.embed !== '');
  if (isEmbedded) return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      >
        {text}
      </button>
      {open && (
        <ViewBoundary>
          <Suspense fallback={null}>{dialog(button.current, close)}</Suspense>
        </ViewBoundary>
      )}
    </>
  );
}
