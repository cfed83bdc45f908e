/** `train`: one run without a browser, with the page's engine and measures. */

import { open, writeFile } from 'node:fs/promises';
import { sampleTriples, type Triple } from '../analysis/gradient-symmetricity.ts';
import { type NetworkReport, type NetworkResult, reportTraining } from '../analysis/result.ts';
import { createEngine } from '../engine/engines.ts';
import type { StepMetrics, TrainingEngine } from '../engine/training-engine.ts';
import { writeNetworkFile } from '../formats/network-file.ts';
import type { RecordedMoment } from '../formats/recording.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { trainedNetwork } from '../model/network.ts';
import { initialParameters } from '../model/parameters.ts';
import { parseOptions, UsageError, wholeNumber } from './arguments.ts';
import { activateForRun, backendOption, threadsOption } from './backend-option.ts';
import { filesOf, isReplay, recordedSteps, recordMoment, writeReplay } from './train/recorder.ts';

/**
 * Trains one network and prints its result.
 *
 * @throws UsageError for options that make no sense
 */
export async function train(options: readonly string[]): Promise<void> {
  const { configuration, extras } = parseOptions(options, {
    backend: 'text',
    threads: 'text',
    json: 'flag',
    every: 'text',
    recording: 'text',
  });
  const request = backendOption(extras.backend);
  const threads = threadsOption(extras.threads, configuration);
  const recording = extras.recording === undefined ? undefined : String(extras.recording);
  if (recording !== undefined) await requireWritable(recording);
  const every =
    extras.every === undefined
      ? Math.max(1, Math.ceil(configuration.steps / 20))
      : wholeNumber('every', extras.every, 1);

  const start = {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
  const choice = await activateForRun(request, start);
  const engine = await createEngine(choice.engine, start, threads);
  const triples = sampleTriples(configuration.p, configuration.seed);
  const began = performance.now();
  let stopped = false;
  // A second Ctrl-C ends the process at once, as everywhere.
  process.once('SIGINT', () => {
    stopped = true;
  });
  const history: NetworkResult[] = [];
  const moments: RecordedMoment[] = [];
  for (const step of isReplay(recording) ? recordedSteps(configuration.steps) : evenSteps()) {
    await advanceChecked(engine, step - engine.step, () => stopped);
    const { report, correctLogits } = await measure(configuration, engine, triples);
    history.push(report.result);
    if (isReplay(recording)) moments.push(recordMoment(report, correctLogits, configuration.p));
    process.stderr.write(`${progressLine(report.result, performance.now() - began)}\n`);
    if (stopped) break;
  }
  if (stopped) {
    process.stderr.write(`Stopped at step ${engine.step}; what was reached is kept.\n`);
    process.exitCode = 130;
  }
  const result = history.at(-1) as NetworkResult;
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    extras.json === true
      ? `${JSON.stringify({ configuration, backend: engine.backend, seconds, ...result, history: history.map(summary) })}\n`
      : `${result.verdict}: ${result.verdictReason}\n`,
  );
  if (recording !== undefined) {
    const network = trainedNetwork(configuration, await engine.parameters());
    const { backend } = engine;
    const details = { step: result.step, backend, trained: true, history };
    await orUsageError(
      recording,
      isReplay(recording)
        ? writeReplay(recording, { configuration, backend, seconds, moments }, network)
        : writeFile(recording, writeNetworkFile(network, details)),
    );
  }
  engine.dispose();

  function evenSteps(): readonly number[] {
    const { steps } = configuration;
    const whole = Array.from({ length: Math.ceil(steps / every) }, (_, index) => index * every);
    return [...whole, steps];
  }
}

async function measure(
  configuration: RunConfiguration,
  engine: TrainingEngine,
  triples: readonly Triple[],
): Promise<{ report: NetworkReport; correctLogits: Float32Array }> {
  const evaluation = await engine.evaluate();
  requireFinite(evaluation.metrics);
  const parameters = await engine.parameters();
  const report = reportTraining(configuration, parameters, evaluation, triples);
  return { report, correctLogits: evaluation.correctLogits };
}

/** Before hours of training: the recording must be one that can be written. @throws UsageError */
async function requireWritable(path: string): Promise<void> {
  if (path === '' || path === '.run') throw new UsageError('--recording needs the name of a file.');
  for (const file of filesOf(path)) {
    await orUsageError(
      file,
      open(file, 'a').then((opened) => opened.close()),
    );
  }
}

/** @throws UsageError when the file cannot be written */
async function orUsageError(path: string, writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new UsageError(
      `--recording ${path} cannot be written (${code}): name a file in a folder that exists and has room.`,
    );
  }
}

/** Advances in small batches so that a diverging run stops soon. @throws Error when it diverges */
async function advanceChecked(
  engine: TrainingEngine,
  count: number,
  isStopped: () => boolean,
): Promise<void> {
  for (let done = 0; done < count && !isStopped(); ) {
    const batch = Math.min(10, count - done);
    for (const metrics of await engine.advance(batch)) requireFinite(metrics);
    done += batch;
    // Signals are heard between batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** @throws Error when the loss has stopped being a number */
function requireFinite({ step, trainLoss, testLoss }: StepMetrics): void {
  if (Number.isFinite(trainLoss) && Number.isFinite(testLoss)) return;
  throw new Error(
    `Training diverged at step ${step}: the loss is no longer a number. Try a smaller --lr.`,
  );
}

/** The part of a result that is worth keeping for every point of a run's history. */
function summary({ frequencies: _frequencies, verdictReason: _reason, ...rest }: NetworkResult) {
  return rest;
}

function progressLine(result: NetworkResult, milliseconds: number): string {
  const { step, trainLoss, testLoss, testAccuracy, verdict } = result;
  return [
    `step ${step}`,
    `train loss ${trainLoss.toExponential(2)}`,
    `test loss ${testLoss.toExponential(2)}`,
    `test accuracy ${testAccuracy.toFixed(4)}`,
    `symmetricity ${result.gradientSymmetricity.toFixed(4)}`,
    `q ${result.distanceIrrelevance.toFixed(3)}`,
    verdict,
    `${(milliseconds / 1000).toFixed(1)} s`,
  ].join('  ');
}
