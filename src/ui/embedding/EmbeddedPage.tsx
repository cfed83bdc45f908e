/** A frame with one figure: the figure, what plays it, and the way to the page it comes from. */
import { Suspense, useEffect } from 'react';
import type { EmbedBehaviour } from '../../state/embedding/behaviour.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { usePageState } from '../hooks/page.ts';
import { Notices } from '../Notices.tsx';
import { RunStatus } from '../RunStatus.tsx';
import { shortQuery } from '../share/shown-settings.ts';
import { ViewBoundary } from '../ViewBoundary.tsx';
import { figureComponents } from './figures.ts';
import { NetworkFigure } from './NetworkFigure.tsx';
import { Player } from './Player.tsx';
import { words } from './words.ts';

/** Figures that bring buttons of their own. */
const playThemselves: readonly FigureName[] = ['learning', 'lab'];

/** Figures of the story have their title in the text around them, which is not here. */
const isStory = (name: FigureName) =>
  embeddedFigure(name).subject === 'idea' ? name !== 'two-ways' : storyOfRuns.includes(name);
const storyOfRuns: readonly FigureName[] = ['learning', 'inside'];

/** @param onDrawn told once, when the figure's code is there and it is drawn */
export function EmbeddedPage(props: {
  readonly behaviour: EmbedBehaviour;
  readonly onDrawn: () => void;
}) {
  const { behaviour, onDrawn } = props;
  const name = usePageState(({ page }) => page.embed) || 'circles';
  const { title, subject, chapter } = embeddedFigure(name);
  const Figure = figureComponents[name];
  const hasPlayer = subject === 'run' || subject === 'network';
  return (
    <main className="embedded" data-figure={name} aria-label={title}>
      {isStory(name) ? (
        <h1 className="embed-title">{title}</h1>
      ) : (
        <h1 className="visually-hidden">{words('page')}</h1>
      )}
      <RunStatus />
      <Notices />
      <ViewBoundary>
        <Suspense fallback={<p className="view-loading">{words('loading')}</p>}>
          {subject === 'network' ? (
            <NetworkFigure>
              <Figure />
            </NetworkFigure>
          ) : (
            <Figure />
          )}
          <Drawn tell={onDrawn} />
        </Suspense>
      </ViewBoundary>
      {behaviour.controls && hasPlayer && !playThemselves.includes(name) && <Player />}
      <Origin chapter={chapter} />
    </main>
  );
}

/** Stands beside what may still be loading, and tells when it is there. */
function Drawn({ tell }: { readonly tell: () => void }) {
  useEffect(() => {
    tell();
  }, [tell]);
  return null;
}

/** Where the figure comes from; opens the page with the same run at the same step. */
function Origin({ chapter }: { readonly chapter: string | undefined }) {
  const query = usePageState(shortQuery);
  return (
    <footer className="embed-origin">
      <a
        href={chapter === undefined ? `?${query}` : `./#${chapter}`}
        target="_blank"
        rel="noopener"
      >
        {words('page')} <span aria-hidden="true">↗</span>
        <span className="visually-hidden"> {words('newTab')}</span>
      </a>
    </footer>
  );
}
