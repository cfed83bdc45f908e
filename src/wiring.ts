/** Puts the page together: the one place that knows all layers. */

import { createRunPage } from './run-wiring.ts';
import type { Autosave } from './state/autosave/autosave.ts';
import { createBenchmarkController } from './state/benchmark.ts';
import { createChallenges } from './state/challenges.ts';
import { createInspectionController } from './state/inspection-controller.ts';
import { followRun } from './state/inspection-follow.ts';
import { createMapChoices } from './state/map/choices.ts';
import type { PageStore } from './state/store.ts';
import { createBrowserStorage } from './state/sweep/storage.ts';
import { createSweepController } from './state/sweep/sweep-controller.ts';
import { createTablesController } from './state/tables.ts';
import { browserSweepPlatform } from './ui/browser-sweep.ts';
import type { Page } from './ui/hooks/page.ts';
import { createBenchClient } from './worker/bench-client.ts';
import { createInspectionClient } from './worker/inspection-client.ts';
import { createSweepClient } from './worker/sweep-client.ts';
import { createTableClient } from './worker/table-client.ts';

/**
 * Store and controllers. Workers start when they are first needed.
 *
 * @param pictures which parts of recordings are wanted: without the logits they are a fifth as large
 * @param createKeeper keeps runs over visits; left out for a guest on another page
 */
export function createPage(
  query: string,
  pictures: 'all' | 'circles' = 'all',
  createKeeper?: (store: PageStore) => Autosave,
): Page {
  const runPage = createRunPage(query, pictures, undefined, createKeeper);
  const { store, controller, recordings } = runPage;
  const tables = createTablesController(createTableClient, document.baseURI);
  const inspection = createInspectionController(store, controller, {
    createWorker: createInspectionClient,
    loadRecordedWeights: (name) => loadFile(recordings.weightsAddress(name)),
  });
  followRun(store, inspection);
  return {
    ...runPage,
    inspection,
    benchmark: createBenchmarkController(createBenchClient),
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
