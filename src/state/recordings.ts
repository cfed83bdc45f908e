/** Recorded runs: loaded when they are first wanted, kept for as long as the page is open. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import english from '../messages/en/state/recordings.json';
import { createWords } from '../messages/words.ts';
import { findRecordedRun } from '../model/recorded-runs.ts';
import { runKey } from '../model/run-key.ts';
import type { RecordedRun, RecordingWorker } from '../worker/recording-contract.ts';

export type { RecordedRun };

const words = createWords('state/recordings', english);

/** Where a recording stands. */
export type RecordingState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly run: RecordedRun }
  | { readonly phase: 'failed'; readonly problem: string };

/** All that were wanted so far, by name. */
export type RecordingsState = Readonly<Record<string, RecordingState | undefined>>;

/** Loads recordings. */
export interface RecordingsController {
  readonly state: StoreApi<RecordingsState>;
  /** Loads one, unless it is there; once more when that failed. @returns the run, if it came */
  load(name: string): Promise<RecordedRun | undefined>;
  /** Address of the final weights of a recorded run. */
  weightsAddress(name: string): string;
}

/** What is loaded of each run. */
export interface RecordingsOptions {
  /** 'circles' loads files a fifth as large, whose moments have no logits: no heatmap. */
  readonly pictures?: 'all' | 'circles';
}

/**
 * @param createWorker called once, when the first recording is wanted
 * @param base address of the page, which the recordings lie beside
 */
export function createRecordingsController(
  createWorker: (onCrash: () => void) => RecordingWorker,
  base: string,
  { pictures = 'all' }: RecordingsOptions = {},
): RecordingsController {
  const ending = pictures === 'circles' ? '.circles.run' : '.run';
  const state = createStore<RecordingsState>(() => ({}));
  const underway = new Map<string, Promise<RecordedRun | undefined>>();
  let worker: RecordingWorker | undefined;
  let endWaiting: () => void = () => undefined;
  let crash: Promise<void> = Promise.resolve();

  function workerHandle(): RecordingWorker {
    if (worker === undefined) {
      crash = new Promise((resolve) => {
        endWaiting = resolve;
      });
      worker = createWorker(() => {
        worker = undefined;
        endWaiting();
      });
    }
    return worker;
  }

  async function open(name: string): Promise<RecordedRun | undefined> {
    const change = (next: RecordingState) => state.setState({ [name]: next });
    const description = findRecordedRun(name);
    if (description === undefined) {
      change({ phase: 'failed', problem: words('unknown', { name: name.slice(0, 40) }) });
      return undefined;
    }
    change({ phase: 'loading' });
    const reply = workerHandle().open(addressOf(`${name}${ending}`));
    const answer = await Promise.race([reply, crash]);
    if (answer === undefined || !answer.ok) {
      change({
        phase: 'failed',
        problem: answer === undefined ? words('crashed') : answer.message,
      });
      return undefined;
    }
    if (runKey(answer.value.configuration) !== runKey(description.configuration)) {
      change({ phase: 'failed', problem: words('another', { name }) });
      return undefined;
    }
    change({ phase: 'ready', run: answer.value });
    return answer.value;
  }

  function addressOf(file: string): string {
    return new URL(`recordings/${file}`, base).href;
  }

  return {
    state,
    load(name) {
      const known = state.getState()[name];
      if (known?.phase === 'ready') return Promise.resolve(known.run);
      const present = underway.get(name) ?? open(name).finally(() => underway.delete(name));
      underway.set(name, present);
      return present;
    },
    weightsAddress: (name) => addressOf(`${name}.safetensors`),
  };
}
