/** Opens the ways to take a figure or a run along: into a blog post, a file, a paper. */
import { lazy } from 'react';
import english from '../../messages/en/ui/share/share-button.json';
import { createWords } from '../../messages/words.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { DialogButton } from '../DialogButton.tsx';

const ShareDialog = lazy(async () => ({
  default: (await import('./ShareDialog.tsx')).ShareDialog,
}));

const words = createWords('ui/share/share-button', english);

/** What the button without a figure is about. */
const aboutRun = {
  share: { text: 'shareRun', className: 'chip share-run' },
  cite: { text: 'citePage', className: 'link-button' },
} as const;

/**
 * @param name figure it stands at; without one it is about the run on screen
 * @param about what it is called then
 */
export function ShareButton(props: {
  readonly name?: FigureName;
  readonly about?: keyof typeof aboutRun;
}) {
  const { name, about = 'share' } = props;
  const dialog = (opener: HTMLButtonElement | null, close: () => void) => (
    <ShareDialog {...(name === undefined ? {} : { name })} opener={opener} onClose={close} />
  );
  if (name === undefined) {
    const { text, className } = aboutRun[about];
    return <DialogButton className={className} text={words(text)} dialog={dialog} />;
  }
  return (
    <DialogButton
      className="share-button"
      // It begins with what is seen, for those who speak to the page.
      label={words('embedOrSaveFigure', { title: embeddedFigure(name).title })}
      text={words('embedOrSave')}
      dialog={dialog}
    />
  );
}
