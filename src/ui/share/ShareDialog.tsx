/** Three ways to take something along: into another page, as a picture, or the run itself. */
import { useState } from 'react';
import english from '../../messages/en/ui/share/share-dialog.json';
import { createWords } from '../../messages/words.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { PageDialog } from '../PageDialog.tsx';
import { EmbedPart } from './EmbedPart.tsx';
import { PicturePart } from './PicturePart.tsx';
import { RunPart } from './RunPart.tsx';

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
  const title = name === undefined ? words('shareThisRun') : embeddedFigure(name).title;
  return (
    <PageDialog title={title} onClose={onClose}>
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
    </PageDialog>
  );
}
