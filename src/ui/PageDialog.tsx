/** A dialog above the page: its title, a button that closes it, and what it is about. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import english from '../messages/en/ui/page-dialog.json';
import { createWords } from '../messages/words.ts';
import './styles/share.css';

const words = createWords('ui/page-dialog', english);

/** Closed by its button, Escape and a press beside it. */
export function PageDialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  // The page takes the focus again only when nothing covers it any more.
  const close = () => {
    dialog.current?.close();
    onClose();
  };
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already
    <dialog
      ref={dialog}
      className="share-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        // Beside the dialog, on what it covers.
        if (event.target === dialog.current) close();
      }}
    >
      <div className="share-inner">
        <div className="share-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="quiet-button" onClick={close}>
            {words('close')}
          </button>
        </div>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
