/** Opens the ways to take a figure or a run along: into a blog post, a file, a paper. */
import { lazy, Suspense, useRef, useState } from 'react';
import english from '../../messages/en/ui/share/share-button.json';
import { createWords } from '../../messages/words.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { usePageState } from '../hooks/page.ts';
import { ViewBoundary } from '../ViewBoundary.tsx';

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
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // In a frame of another page there is nothing to embed once more.
  const isEmbedded = usePageState(({ page }) => page.embed !== '');
  if (isEmbedded) return null;
  const label =
    name === undefined
      ? words(aboutRun[about].text)
      : // It begins with what is seen, for those who speak to the page.
        words('embedOrSaveFigure', { title: embeddedFigure(name).title });
  return (
    <>
      <button
        ref={button}
        type="button"
        className={name === undefined ? aboutRun[about].className : 'share-button'}
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      >
        {name === undefined ? label : words('embedOrSave')}
      </button>
      {open && (
        <ViewBoundary>
          <Suspense fallback={null}>
            <ShareDialog
              {...(name === undefined ? {} : { name })}
              opener={button.current}
              onClose={() => {
                setOpen(false);
                button.current?.focus();
              }}
            />
          </Suspense>
        </ViewBoundary>
      )}
    </>
  );
}
