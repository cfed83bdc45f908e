/** Implements the worker's contract: prepares runs, relays their events, turns failures into words. */
import { chooseBackend } from '../engine/backend-choice.ts';
import type { Platform } from '../engine/backends.ts';
import { usefulThreads } from '../engine/cpu/second-thread/useful-threads.ts';
import { createEngine, forgetGpu } from '../engine/engines.ts';
import { explainFailure } from '../engine/failure.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import type { RunEvent, RunListener, RunRequest, TrainingWorker } from './contract.ts';
import { type RunEnd, TrainingRun } from './training-run.ts';
import type { WeightsHistory } from './weights-history.ts';

/** The run being worked on, and whom to tell. */
interface CurrentRun {
  readonly request: RunRequest;
  /** Passes an event on. After a failure there is nothing more to say. */
  readonly tell: (event: DistributiveOmit<RunEvent, 'run'>) => void | Promise<void>;
  training: TrainingRun | undefined;
}

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown
  ? Omit<Type, Key>
  : never;

/** Runs of one page, one at a time. */
export function createTrainingWorker(): TrainingWorker {
  let current: CurrentRun | undefined;
  let preparing: Promise<void> = Promise.resolve();
  let speed = Number.POSITIVE_INFINITY;
  /** Weights of the present run and of one to keep, by run. */
  const kept = new Map<number, WeightsHistory>();
  const platform: Platform = {
    onDeviceProblem: (message) => {
      void forgetGpu();
      void current?.training?.pause();
      void current?.tell({ kind: 'failed', message: `${message} Reset the run to start again.` });
    },
  };

  /** Runs something for a run, if there is one, and reports how it ended. */
  async function attempt(
    run: CurrentRun | undefined,
    work: (run: CurrentRun) => Promise<RunEnd | undefined>,
  ): Promise<void> {
    if (run === undefined) return;
    try {
      const end = await work(run);
      if (end?.kind === 'finished') await run.tell({ kind: 'finished' });
      if (end?.kind === 'diverged') await run.tell({ ...end, message: divergedMessage(end.step) });
    } catch (error) {
      await run.tell({ kind: 'failed', message: explainFailure(error) });
    }
  }

  function keepWeights({ run, keepWeightsOf }: RunRequest, weights: WeightsHistory): void {
    for (const other of kept.keys()) {
      if (other !== keepWeightsOf) kept.delete(other);
    }
    kept.set(run, weights);
  }

  /** Chooses a backend, makes the network and reports it. */
  async function prepareRun(run: CurrentRun): Promise<RunEnd | undefined> {
    const { configuration, backend } = run.request;
    const start = {
      configuration,
      dataset: createDataset(configuration),
      parameters: initialParameters(configuration),
    };
    const choice = await chooseBackend(backend, start, platform);
    if (current !== run) return undefined;
    const { engine, ...chosen } = choice;
    const threads = engine === 'wasm' ? usefulThreads(configuration) : 1;
    await run.tell({ kind: 'backend', ...chosen });
    const network = await createEngine(engine, start, threads);
    let saidThreads = 1;
    /** A second thread comes a moment later, and may be given up. */
    const sayThreads = async () => {
      const present = network.threads ?? 1;
      if (present === saidThreads) return;
      saidThreads = present;
      const device = present > 1 ? `${present} threads` : chosen.device;
      await run.tell({ kind: 'backend', ...chosen, device });
    };
    if (current !== run) {
      network.dispose();
      return undefined;
    }
    run.training = new TrainingRun(configuration, network, async (snapshot, stepsPerSecond) => {
      await sayThreads();
      await run.tell({ kind: 'snapshot', snapshot, stepsPerSecond });
    });
    run.training.setSpeed(speed);
    keepWeights(run.request, run.training.weights);
    return run.training.report();
  }

  return {
    prepare(request, listener) {
      const previous = current;
      const run = createCurrentRun(request, listener);
      current = run;
      // In turn: two trials of backends at once would take the active one from each other.
      const prepared = preparing.then(async () => {
        await previous?.training?.dispose().catch(() => undefined);
        if (current === run) await attempt(run, prepareRun);
      });
      preparing = prepared.catch(() => undefined);
      return prepared;
    },
    train: (steps) => attempt(current, async ({ training }) => training?.train(steps)),
    stepOnce: () => attempt(current, async ({ training }) => training?.stepOnce()),
    async pause() {
      await current?.training?.pause();
    },
    async weightsNear(run, step) {
      return kept.get(run)?.nearest(step);
    },
    async setSpeed(stepsPerSecond) {
      speed = stepsPerSecond;
      current?.training?.setSpeed(stepsPerSecond);
    },
  };
}

function createCurrentRun(request: RunRequest, listener: RunListener): CurrentRun {
  let failed = false;
  return {
    request,
    training: undefined,
    tell(event) {
      if (failed) return;
      failed = event.kind === 'failed';
      return listener({ ...event, run: request.run } as RunEvent);
    },
  };
}

function divergedMessage(step: number): string {
  return `Training diverged: at step ${step} the loss stopped being a number, because the updates were too large. Reset with a smaller learning rate.`;
}
