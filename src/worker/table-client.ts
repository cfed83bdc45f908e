/** The page's handle on the worker that reads tables of runs. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../messages/words.ts';
import type { TableWorker } from './table-contract.ts';

/** The worker, and a way to end it. */
export interface TableClient extends TableWorker {
  terminate(): void;
}

/** @param onCrash told when the worker died by itself, or could not be loaded */
export function createTableClient(onCrash: () => void): TableClient {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    type: 'module',
    name: spokenLanguage(),
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash();
  });
  const remote = Comlink.wrap<TableWorker>(worker);
  return {
    open: (source) => remote.open(source),
    read: (lines) => remote.read(lines),
    overview: (runs, filter, form) => remote.overview(runs, filter, form),
    snapshot: (run) => remote.snapshot(run),
    terminate: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
