/** The page: its frame, and in it one of its views, each loaded when it is first looked at. */
import { lazy, type ReactNode, Suspense } from 'react';
import english from '../messages/en/ui/app.json';
import { createWords } from '../messages/words.ts';
import { usePageState } from './hooks/page.ts';
import { DropTarget } from './inside/DropTarget.tsx';
import { Notices } from './Notices.tsx';
import { PageFooter } from './PageFooter.tsx';
import { PageHeader } from './PageHeader.tsx';
import { RunStatus } from './RunStatus.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';

const words = createWords('ui/app', english);

const views = {
  lab: lazy(() => import('./LabView.tsx')),
  inside: lazy(() => import('./inside/InsidePage.tsx')),
  map: lazy(() => import('./map/MapPage.tsx')),
  present: lazy(() => import('./present/PresentPage.tsx')),
  bench: lazy(() => import('./bench/BenchPage.tsx')),
};

/** Everything on the page. @param story the front door, from the layer above */
export function App({ story }: { readonly story: ReactNode }) {
  const view = usePageState((state) => state.page.view);
  return (
    <>
      <a className="skip-link" href="#pictures">
        {view === 'story' ? words('skipToStory') : words('skipToPictures')}
      </a>
      {view !== 'present' && <PageHeader />}
      <RunStatus />
      {view === 'story' ? (
        <main className="story" id="pictures">
          <Notices />
          {story}
        </main>
      ) : (
        <main className="lab" data-view={view}>
          <ViewBoundary key={view}>
            <Suspense fallback={<p className="view-loading">{words('loading')}</p>}>
              <View name={view} />
            </Suspense>
          </ViewBoundary>
        </main>
      )}
      {view !== 'present' && <PageFooter />}
      <DropTarget />
    </>
  );
}

function View({ name }: { readonly name: keyof typeof views }) {
  const Chosen = views[name];
  return <Chosen />;
}
