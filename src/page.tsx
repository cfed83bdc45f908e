/** The whole page: story, lab and the other views. */
import { createRoot } from 'react-dom/client';
import { readPictureAddress } from './plots/picture/address.ts';
import { createRunFiles } from './state/share/run-files.ts';
import { watchSlowness } from './state/slowness.ts';
import type { PageStore } from './state/store.ts';
import { Story } from './story/Story.tsx';
import { App } from './ui/App.tsx';
import { followAddress } from './ui/address.ts';
import { createBrowserAutosave } from './ui/browser-autosave.ts';
import { rememberFirstRun } from './ui/help/first-steps.ts';
import { HelpButton } from './ui/help/HelpButton.tsx';
import { restWhileHidden } from './ui/hidden-rest.ts';
import { type Page, PageContext } from './ui/hooks/page.ts';
import { keepForOffline } from './ui/offline/registration.ts';
import { openAddressed } from './ui/open-addressed.ts';
import { Speaking } from './ui/Speaking.tsx';
import { goToAddress } from './ui/share/go-to.ts';
import { followTheme } from './ui/theme.ts';
import { createWakeLock } from './ui/wake-lock.ts';
import { beginSmall } from './ui/weak-device.ts';
import { createPage, loadFile } from './wiring.ts';
import { createRunFileClient } from './worker/run-file-client.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/layout.css';
import './ui/styles/header.css';
import './ui/styles/controls.css';
import './ui/styles/inside.css';
import './ui/styles/bench.css';
import './ui/styles/map.css';
import './ui/styles/present.css';
import './ui/styles/share.css';
import './ui/styles/story.css';
import './ui/styles/forced-colors.css';

/** What checks kept runs is loaded when there are any. */
const keepRuns = (store: PageStore) =>
  createBrowserAutosave(store, () => import('./worker/kept-run-reading.ts'));

/** Draws the page of the address into an element. */
export function showPage(host: HTMLElement): void {
  const query = window.location.search;
  const page = withFiles(createPage(query, 'all', keepRuns));
  beginSmall(page.store, query);
  restWhileHidden(page);
  watchSlowness(page.store);
  rememberFirstRun(page.store);
  followTheme(page.store);
  followAddress(page.store);
  createRoot(host).render(
    <Speaking>
      <PageContext.Provider value={page}>
        <App story={<Story />} />
      </PageContext.Provider>
    </Speaking>,
  );
  void openAddressed(page);
  void page.autosave?.restore();
}

/** The page and what it takes to save and to open files, which a frame of another page has no part in. */
function withFiles(page: Page): Page {
  const { store, controller, recordings } = page;
  const runFiles = createRunFiles(store, controller, {
    createWorker: createRunFileClient,
    loadRecordedWeights: (name) => loadFile(recordings.weightsAddress(name)),
  });
  const whole: Page = {
    ...page,
    runFiles,
    help: HelpButton,
    wakeLock: createWakeLock(store),
    versions: keepForOffline(store),
    goTo: (query) => void goToAddress(whole, query),
    readPictureAddress,
  };
  return whole;
}
