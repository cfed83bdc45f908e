/** Three ways to take something along: into another page, as a picture, or the run itself. */
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import english from '../../messages/en/ui/share/share-dialog.json';
import { createWords } from '../../messages/words.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { EmbedPart } from './EmbedPart.tsx';
import { PicturePart } from './PicturePart.tsx';
import { RunPart } from './RunPart.tsx';
import '../styles/share.css';

type Part = 'embed' | 'picture' | 'run';

const words = createWords('ui/share/share-dialog', english);

const parts = [
  { value: 'embed', key: 'embedFigure' },
  { value: 'picture', key: 'savePicture' },
  { value: 'run', key: 'shareRun' },
] as const;

/** @param name figure it is about; without one only the run can be shared */
export function ShareDialog(props: {
  readonly name?: FigureName;
  /** The button that opened it, which stands in the figure. */
  readonly opener: HTMLElement | null;
  readonly onClose: () => void;
}) {
  const { name, opener, onClose } = props;
  const [part, setPart] = useState<Part>(name === undefined ? 'run' : 'embed');
  const dialog = useRef<HTMLDialogElement>(null);
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
  const title = name === undefined ? words('shareThisRun') : embeddedFigure(name).title;
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already
    <dialog
      ref={dialog}
      className="share-dialog"
      aria-labelledby="share-title"
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
          <h2 id="share-title">{title}</h2>
          <button type="button" className="quiet-button" onClick={close}>
            {words('close')}
          </button>
        </div>
        {name !== undefined && (
          <FigureSwitch
            label={words('whatToDo')}
            value={part}
            options={parts.map(({ value, key }) => ({ value, label: words(key) }))}
            onChange={setPart}
          />
        )}
        {part === 'embed' && name !== undefined && <EmbedPart name={name} />}
        {part === 'picture' && name !== undefined && <PicturePart name={name} opener={opener} />}
        {part === 'run' && <RunPart />}
      </div>
    </dialog>,
    document.body,
  );
}
