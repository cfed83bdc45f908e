/** Entry of the page, the one place that knows all layers: wires store, worker and interface. */
import { createRoot } from 'react-dom/client';
import { createBenchmarkController } from './state/benchmark.ts';
import { createInspectionController } from './state/inspection-controller.ts';
import { followRun } from './state/inspection-follow.ts';
import { createPageStore } from './state/store.ts';
import { App } from './ui/App.tsx';
import { followAddress } from './ui/address.ts';
import { createBrowserController } from './ui/browser-controller.ts';
import { PageContext } from './ui/hooks/page.ts';
import { followTheme } from './ui/theme.ts';
import { createBenchClient } from './worker/bench-client.ts';
import { createTrainingClient } from './worker/client.ts';
import { createInspectionClient } from './worker/inspection-client.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/layout.css';
import './ui/styles/controls.css';
import './ui/styles/inside.css';
import './ui/styles/bench.css';

const store = createPageStore(window.location.search);
const controller = createBrowserController(store, createTrainingClient);
const inspection = createInspectionController(store, controller, {
  createWorker: createInspectionClient,
});
const benchmark = createBenchmarkController(createBenchClient);
const { autorun } = store.getState().page;

followTheme(store);
followAddress(store);
followRun(store, inspection);

const host = document.getElementById('page');
if (host === null) throw new Error('The page has no element to draw in.');
createRoot(host).render(
  <PageContext.Provider value={{ store, controller, inspection, benchmark }}>
    <App />
  </PageContext.Provider>,
);
if (autorun) void controller.train();
