/** What the address got wrong and what stopped a run: one plain sentence each, with what to do. */

import { lazy, Suspense } from 'react';
import english from '../messages/en/ui/notices.json';
import { createWords } from '../messages/words.ts';
import { wantedStep } from '../state/selectors.ts';
import { type Page, usePageState, useRunPage } from './hooks/page.ts';
import { ViewBoundary } from './ViewBoundary.tsx';

const words = createWords('ui/notices', english);

/** Loaded at once where a run may be kept, else when there is something to say. */
const RunTroubles = lazy(() => import('./RunTroubles.tsx'));
/** Not loaded in a frame of another page, where nothing is kept. */
const NewVersion = lazy(() => import('./offline/NewVersion.tsx'));
const KeptRunOffer = lazy(() => import('./KeptRunOffer.tsx'));

/** More notices than these are counted, not shown. */
const mostNotices = 5;

/** Messages above the pictures; nothing when all is well. */
export function Notices() {
  const page = useRunPage();
  const { controller, autosave } = page;
  const { versions, sweep } = page as Partial<Page>;
  const isTroubled = usePageState(
    (state) =>
      state.problem !== undefined ||
      state.recovery !== undefined ||
      state.slowness !== undefined ||
      wantedStep(state) !== null,
  );
  const all = usePageState((state) => state.notices);
  const isOfRun = usePageState(({ page }) => page.view === 'lab' || page.view === 'story');
  // Which network the page begins with is of no interest where none is trained.
  const notices = isOfRun ? all : all.filter(({ name }) => name !== 'device');
  const backend = usePageState((state) => state.backend);
  const p = usePageState((state) => (state.runConfiguration ?? state.configuration).p);
  return (
    <div className="notices" role="status">
      {autosave !== undefined && (
        <Suspense fallback={null}>
          <KeptRunOffer autosave={autosave} />
        </Suspense>
      )}
      {versions !== undefined && (
        <Suspense fallback={null}>
          <NewVersion versions={versions} sweep={sweep} />
        </Suspense>
      )}
      {(isTroubled || autosave !== undefined) && (
        <ViewBoundary>
          <Suspense fallback={null}>
            <RunTroubles />
          </Suspense>
        </ViewBoundary>
      )}
      {backend?.asRequested === false && (
        <div className="notice">
          <p>{backend.reason}</p>
        </div>
      )}
      {!isPrime(p) && (
        <div className="notice">
          <p>{words('notPrime', { p })}</p>
        </div>
      )}
      {notices.slice(0, mostNotices).map((notice) => (
        <div
          className={notice.name === 'device' ? 'notice notice-calm' : 'notice'}
          key={notice.name}
        >
          <p>{notice.message}</p>
          <button type="button" onClick={() => controller.dismissNotice(all.indexOf(notice))}>
            {words('dismiss')}
          </button>
        </div>
      ))}
      {notices.length > mostNotices && (
        <div className="notice">
          <p>{words('more', { count: notices.length - mostNotices })}</p>
        </div>
      )}
    </div>
  );
}

function isPrime(p: number): boolean {
  for (let divisor = 2; divisor * divisor <= p; divisor++) {
    if (p % divisor === 0) return false;
  }
  return p > 1;
}
