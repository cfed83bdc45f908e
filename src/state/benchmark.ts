/** The benchmark of the page: where it stands, and how it is started and ended. Knows no React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import english from '../messages/en/state/benchmark.json';
import { createWords } from '../messages/words.ts';
import { isTransformer, type RunConfiguration } from '../model/configuration.ts';
import type { BenchmarkProgress, BenchWorker, BrowserBenchmark } from '../worker/bench-contract.ts';

export type {
  BrowserBenchmark,
  CaseResult,
  ContenderResult,
  MissingContender,
} from '../worker/bench-contract.ts';

const words = createWords('state/benchmark', english);

/** Where the benchmark stands. */
export interface BenchmarkState {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly progress: BenchmarkProgress;
  /** Kept until the next one is done. */
  readonly result: BrowserBenchmark | undefined;
  /** What went wrong, in words. */
  readonly problem: string | undefined;
}

/** A worker that can be ended. */
export interface BenchWorkerHandle extends BenchWorker {
  terminate(): void;
}

/** State and actions of the benchmark. */
export interface BenchmarkController {
  readonly state: StoreApi<BenchmarkState>;
  /** Starts a worker and measures, far into a run too when asked; fulfilled at the end. Does nothing while one is at work. */
  run(configuration: RunConfiguration, late?: boolean): Promise<void>;
  cancel(): void;
}

/** @param createWorker called for each run; told what to do when the worker dies by itself */
export function createBenchmarkController(
  createWorker: (onCrash: (message: string) => void) => BenchWorkerHandle,
): BenchmarkController {
  const state = createStore<BenchmarkState>(() => ({
    phase: 'idle',
    progress: { text: '', fraction: 0 },
    result: undefined,
    problem: undefined,
  }));
  let worker: BenchWorkerHandle | undefined;

  function end(change: Partial<BenchmarkState>): void {
    worker?.terminate();
    worker = undefined;
    state.setState(change);
  }

  return {
    state,
    async run(configuration, late = false) {
      if (worker !== undefined) return;
      if (!canBeMeasured(configuration)) {
        state.setState({
          phase: 'failed',
          problem: words('onlyFactored'),
        });
        return;
      }
      const fail = (problem: string) => end({ phase: 'failed', problem });
      let own: BenchWorkerHandle;
      try {
        own = createWorker(fail);
      } catch {
        return fail(words('noWorker'));
      }
      worker = own;
      const progress = { text: words('loading'), fraction: 0 };
      state.setState({ phase: 'running', progress, problem: undefined });
      try {
        const result = await own.measure(configuration, late, (next) => {
          if (worker === own) state.setState({ progress: next });
        });
        if (worker === own) end({ phase: 'done', result });
      } catch (error) {
        if (worker === own) fail(error instanceof Error ? error.message : String(error));
      }
    },
    cancel() {
      if (worker !== undefined) end({ phase: 'cancelled' });
    },
  };
}

/** The others repeat the factored step only. */
function canBeMeasured(configuration: RunConfiguration): boolean {
  return isTransformer(configuration) && configuration.layers === 1 && !configuration.equalsToken;
}
