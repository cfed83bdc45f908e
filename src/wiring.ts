/** Puts the page together: the one place that knows all layers. */
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
import { createBrowserController } from './ui/browser-controller.ts';
import { browserSweepPlatform } from './ui/browser-sweep.ts';
import type { Page } from './ui/hooks/page.ts';
import { createBenchClient } from './worker/bench-client.ts';
import { createTrainingClient } from './worker/client.ts';
import { createInspectionClient } from './worker/inspection-client.ts';
import { createRecordingClient } from './worker/recording-client.ts';
import { createSweepClient } from './worker/sweep-client.ts';
import { createTableClient } from './worker/table-client.ts';

/**
 * Store and controllers. Workers start when they are first needed.
 *
 * @param pictures which parts of recordings are wanted: without the logits they are a fifth as large
 */
export function createPage(query: string, pictures: 'all' | 'circles' = 'all'): Page {
  const store = createPageStore(query);
  const controller = createBrowserController(store, createTrainingClient);
  // Recordings lie beside the page, whatever its query says.
  const recordings = createRecordingsController(createRecordingClient, document.baseURI, {
    pictures,
  });
  const tables = createTablesController(createTableClient, document.baseURI);
  const inspection = createInspectionController(store, controller, {
    createWorker: createInspectionClient,
    loadRecordedWeights: (name) => loadFile(recordings.weightsAddress(name)),
  });
  followRun(store, inspection);
  return {
    store,
    controller,
    inspection,
    benchmark: createBenchmarkController(createBenchClient),
    recordings,
    recorded: createRecordedShow(store, controller, recordings),
    replay: createReplay(store),
    tables,
    sweep: createSweepController(
      tables,
      browserSweepPlatform(createSweepClient, createBrowserStorage()),
    ),
    map: createMapChoices(),
    challenges: createChallenges(store),
  };
}

/** @throws when it is not there */
export async function loadFile(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.blob();
}
