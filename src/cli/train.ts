/** `train`: one run without a browser, with the page's engine and measures. */

import { sampleTriples, type Triple } from '../analysis/gradient-symmetricity.ts';
import { type NetworkResult, reportNetwork } from '../analysis/result.ts';
import { type BackendRequest, chooseBackend } from '../engine/backend-choice.ts';
import { backendNames } from '../engine/backends.ts';
import { installNodeGpu } from '../engine/node-gpu.ts';
import { createStockEngine } from '../engine/stock-engine.ts';
import type { TrainingEngine } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import { parseOptions, UsageError, wholeNumber } from './arguments.ts';

/**
 * Trains one network and prints its result.
 *
 * @throws UsageError for options that make no sense
 */
export async function train(options: readonly string[]): Promise<void> {
  const { configuration, extras } = parseOptions(options, {
    backend: 'text',
    json: 'flag',
    every: 'text',
  });
  const request = backendRequest(extras.backend);
  const every =
    extras.every === undefined
      ? Math.max(1, Math.ceil(configuration.steps / 20))
      : wholeNumber('every', extras.every, 1);
  if (request === 'webgpu' || request === 'auto') await installNodeGpu();

  const start = {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
  const choice = await chooseBackend(request, start, {});
  if (!choice.asRequested) process.stderr.write(`${choice.reason}\n`);
  const engine = createStockEngine(start);
  const triples = sampleTriples(configuration.p, configuration.seed);
  const began = performance.now();
  const history: NetworkResult[] = [];
  for (;;) {
    const result = await report(configuration, engine, triples);
    history.push(result);
    process.stderr.write(`${progressLine(result, performance.now() - began)}\n`);
    if (engine.step >= configuration.steps) break;
    await advanceChecked(engine, Math.min(every, configuration.steps - engine.step));
  }
  const result = history.at(-1) as NetworkResult;
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    extras.json === true
      ? `${JSON.stringify({ configuration, backend: engine.backend, seconds, ...result, history: history.map(summary) })}\n`
      : `${result.verdict}: ${result.verdictReason}\n`,
  );
  engine.dispose();
}

function backendRequest(given: string | boolean | undefined): BackendRequest {
  if (given === undefined) return 'wasm';
  const choices: readonly string[] = ['auto', ...backendNames];
  if (!choices.includes(String(given))) {
    throw new UsageError(`--backend must be one of ${choices.join(', ')}, not "${String(given)}".`);
  }
  return given as BackendRequest;
}

async function report(
  configuration: RunConfiguration,
  engine: TrainingEngine,
  triples: readonly Triple[],
): Promise<NetworkResult> {
  const { metrics, correctLogits, largestWrongLogits } = await engine.evaluate();
  const parameters = await engine.parameters();
  const network = { configuration, parameters, correctLogits, largestWrongLogits };
  return reportNetwork(network, metrics, triples).result;
}

/** Advances in small batches so that a diverging run stops soon. @throws Error when it diverges */
async function advanceChecked(engine: TrainingEngine, count: number): Promise<void> {
  for (let done = 0; done < count; ) {
    const batch = Math.min(10, count - done);
    const metrics = await engine.advance(batch);
    const broken = metrics.find(({ trainLoss }) => !Number.isFinite(trainLoss));
    if (broken !== undefined) {
      throw new Error(
        `Training diverged at step ${broken.step}: the loss is no longer a number. Try a smaller --lr.`,
      );
    }
    done += batch;
  }
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
