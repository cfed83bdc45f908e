/** Entry of the page, the one place that knows all layers: wires store, worker and interface. */
import { createRoot } from 'react-dom/client';
import { createBenchmarkController } from './state/benchmark.ts';
import { createChallenges } from './state/challenges.ts';
import { createInspectionController } from './state/inspection-controller.ts';
import { followRun } from './state/inspection-follow.ts';
import { createMapChoices } from './state/map/choices.ts';
import { createRecordedShow } from './state/recorded-show.ts';
import { createRecordingsController } from './state/recordings.ts';
import { createReplay } from './state/replay.ts';
import { createPageStore } from './state/store.ts';
import { createBrowserStorage } from './state/sweep/storage.ts';
import { createSweepController } from './state/sweep/sweep-controller.ts';
import { createTablesController } from './state/tables.ts';
import { Story } from './story/Story.tsx';
import { App } from './ui/App.tsx';
import { followAddress } from './ui/address.ts';
import { createBrowserController } from './ui/browser-controller.ts';
import { browserSweepPlatform } from './ui/browser-sweep.ts';
import { PageContext } from './ui/hooks/page.ts';
import { followTheme } from './ui/theme.ts';
import { createBenchClient } from './worker/bench-client.ts';
import { createTrainingClient } from './worker/client.ts';
import { createInspectionClient } from './worker/inspection-client.ts';
import { createRecordingClient } from './worker/recording-client.ts';
import { createSweepClient } from './worker/sweep-client.ts';
import { createTableClient } from './worker/table-client.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/layout.css';
import './ui/styles/controls.css';
import './ui/styles/inside.css';
import './ui/styles/bench.css';
import './ui/styles/map.css';
import './ui/styles/present.css';
import './ui/styles/story.css';

const store = createPageStore(window.location.search);
const controller = createBrowserController(store, createTrainingClient);
// Recordings lie beside the page, whatever its query says.
const recordings = createRecordingsController(createRecordingClient, document.baseURI);
const tables = createTablesController(createTableClient, document.baseURI);
const sweep = createSweepController(
  tables,
  browserSweepPlatform(createSweepClient, createBrowserStorage()),
);
const map = createMapChoices();
const inspection = createInspectionController(store, controller, {
  createWorker: createInspectionClient,
  async loadRecordedWeights(name) {
    const response = await fetch(recordings.weightsAddress(name));
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response.blob();
  },
});
const benchmark = createBenchmarkController(createBenchClient);
const recorded = createRecordedShow(store, controller, recordings);
const replay = createReplay(store);
const challenges = createChallenges(store);
const { autorun, run } = store.getState().page;

followTheme(store);
followAddress(store);
followRun(store, inspection);

const host = document.getElementById('page');
if (host === null) throw new Error('The page has no element to draw in.');
createRoot(host).render(
  <PageContext.Provider
    value={{
      store,
      controller,
      inspection,
      benchmark,
      recordings,
      recorded,
      replay,
      tables,
      sweep,
      map,
      challenges,
    }}
  >
    <App story={<Story />} />
  </PageContext.Provider>,
);
if (run !== '') void showRecorded(run);
else if (autorun) void controller.train();

/** Shows the recorded run that the address names. */
async function showRecorded(name: string): Promise<void> {
  store.setState(({ page }) => ({ page: { ...page, run: '' } }));
  if (await recorded.show(name)) return;
  const state = recordings.state.getState()[name];
  if (state?.phase !== 'failed') return;
  store.setState(({ notices }) => ({
    notices: [...notices, { name: 'run', message: state.problem }],
  }));
}
