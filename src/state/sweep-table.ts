/** The runs of the shipped sweep: loaded when they are first wanted. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordingWorker, SweepRun } from '../worker/recording-contract.ts';

export type { SweepRun };

/** Where the table stands. */
export interface SweepTableState {
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  readonly runs: readonly SweepRun[];
  readonly problem: string | undefined;
}

/** Loads the table. */
export interface SweepTable {
  readonly state: StoreApi<SweepTableState>;
  /** Loads it, unless it is there; once more when that failed. */
  load(): Promise<void>;
}

/** What opens the table. It is ended when the table is there. */
type TableWorker = Pick<RecordingWorker, 'openTable'> & { terminate(): void };

/** @param base address of the page, which the table lies beside */
export function createSweepTable(
  openWorker: (onCrash: () => void) => TableWorker,
  base: string,
): SweepTable {
  const state = createStore<SweepTableState>(() => ({
    phase: 'empty',
    runs: [],
    problem: undefined,
  }));
  return {
    state,
    async load() {
      const { phase } = state.getState();
      if (phase === 'loading' || phase === 'ready') return;
      state.setState({ phase: 'loading', problem: undefined });
      const address = new URL('sweeps/paper.runs', base).href;
      const fail = (problem: string) => state.setState({ phase: 'failed', problem });
      const worker = openWorker(() =>
        fail('The table of runs cannot be shown: the part of this page that opens it has stopped.'),
      );
      const reply = await worker.openTable(address);
      worker.terminate();
      if (!reply.ok) fail(reply.message);
      else if (reply.value.length === 0) fail('The table of runs is empty.');
      else state.setState({ phase: 'ready', runs: reply.value });
    },
  };
}
