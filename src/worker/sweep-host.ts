/** Implements the sweep worker's contract: a batch at a time on the backend that was chosen. */
import { chooseBackend } from '../engine/backend-choice.ts';
import type { Platform } from '../engine/backends.ts';
import { type BatchStarts, createBatch } from '../engine/batches.ts';
import type { EngineKind } from '../engine/engines.ts';
import { explainFailure } from '../engine/failure.ts';
import type { EngineStart, TrainingBatch } from '../engine/training-engine.ts';
import { writeRunLine } from '../formats/run-line.ts';
import english from '../messages/en/worker/sweep.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import { runKey } from '../model/sweep-grid.ts';
import { trainRuns } from '../runs/train-runs.ts';
import type { SweepListener, SweepWorker } from './sweep-contract.ts';

const words = createWords('worker/sweep', english);

/** Networks in the same launches: enough to fill a GPU, few enough for a first dot soon. */
const togetherOnGpu = 8;

/** What a worker is made with, replaced in tests. */
export interface SweepSurroundings {
  readonly choose: typeof chooseBackend;
  readonly makeBatch: typeof createBatch;
}

/** A worker that has not chosen a backend yet. */
export function createSweepWorker(
  { choose, makeBatch }: SweepSurroundings = { choose: chooseBackend, makeBatch: createBatch },
): SweepWorker {
  let engine: EngineKind | undefined;
  let deviceProblem: string | undefined;
  let held: Promise<void> | undefined;
  let release: () => void = () => undefined;
  const platform: Platform = {
    onDeviceProblem(message) {
      deviceProblem = message;
    },
  };

  /** A batch, or one after the other two of half the size when the device has no room for all. */
  async function trainFitting(
    configurations: readonly RunConfiguration[],
    stopsEarly: boolean,
    listener: SweepListener,
  ): Promise<void> {
    const starts = configurations.map(startOf) as unknown as BatchStarts;
    let batch: TrainingBatch;
    try {
      // One thread: the page has a worker for each processor.
      batch = await makeBatch(engine as EngineKind, starts, 1);
    } catch (error) {
      if (configurations.length === 1) throw error;
      const half = Math.ceil(configurations.length / 2);
      await trainFitting(configurations.slice(0, half), stopsEarly, listener);
      await trainFitting(configurations.slice(half), stopsEarly, listener);
      return;
    }
    const onProgress = async (step: number) => {
      if (deviceProblem !== undefined) throw new Error(deviceProblem);
      listener.onProgress(step);
      // A turn of the worker's queue, in which it hears that it is to hold.
      await new Promise((resolve) => setTimeout(resolve));
      await held;
    };
    try {
      const settings = { stopsEarly, onProgress };
      await trainRuns(batch, configurations, settings, (run) =>
        listener.onRun(writeRunLine(run), runKey(run.configuration)),
      );
    } finally {
      batch.dispose();
    }
  }

  return {
    async prepare(request, example) {
      try {
        const choice = await choose(request, startOf(example), platform);
        engine = choice.engine;
        // What a backend complained of that was only tried does not concern the chosen one.
        deviceProblem = undefined;
        const { backend, device, reason } = choice;
        const together = engine === 'webgpu' ? togetherOnGpu : 1;
        return { ok: true, value: { backend, device, reason, together } };
      } catch (error) {
        return { ok: false, message: explainFailure(error) };
      }
    },
    async train(configurations, stopsEarly, listener) {
      if (engine === undefined) {
        return { ok: false, message: words('noBackend') };
      }
      try {
        if (deviceProblem !== undefined) throw new Error(deviceProblem);
        await trainFitting(configurations, stopsEarly, listener);
        return { ok: true, value: undefined };
      } catch (error) {
        return { ok: false, message: deviceProblem ?? explainFailure(error) };
      }
    },
    async hold(holds) {
      if (holds === (held !== undefined)) return;
      release();
      held = holds
        ? new Promise((resolve) => {
            release = resolve;
          })
        : undefined;
    },
  };
}

function startOf(configuration: RunConfiguration): EngineStart {
  return {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
}
