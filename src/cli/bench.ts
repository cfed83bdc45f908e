/** `bench`: how fast training is here, side by side with automatic differentiation, in one run. */
import type { EngineStart } from '../engine/training-engine.ts';
import { isTransformer, type RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import { parseOptions, UsageError, wholeNumber } from './arguments.ts';
import { activateForRun, backendOption } from './backend-option.ts';
import { type AnalysisCost, measureAnalysis } from './bench/analysis-cost.ts';
import { type Flatness, measureFlatness } from './bench/flatness.ts';
import { compareGradients, type GradientComparison } from './bench/gradient-comparison.ts';
import { measureSnapshots, type SnapshotCost } from './bench/snapshot-cost.ts';
import { benchmarkText } from './bench/table.ts';
import { type Target, targetOf } from './bench/targets.ts';

/** Steps each trainer is measured over, when `--steps` does not say. */
const defaultSteps = 30;
/** Steps of the flatness run, when `--flat-steps` does not say. */
const defaultFlatSteps = 1500;

/** What `--json` prints. Times in milliseconds. */
export interface BenchmarkResult {
  readonly configuration: RunConfiguration;
  readonly backend: string;
  readonly device: string;
  readonly node: string;
  readonly comparisons: readonly (GradientComparison & { readonly target: Target | null })[];
  readonly flatness: Flatness;
  readonly snapshots: readonly SnapshotCost[];
  readonly analyses: readonly AnalysisCost[];
  readonly seconds: number;
}

/**
 * Measures a training step, its evenness over a long run, and a snapshot. Exit status 1 when both
 * trainers do not compute the same losses.
 *
 * @throws UsageError for options that make no sense
 */
export async function bench(options: readonly string[]): Promise<void> {
  const { configuration, extras } = parseOptions(options, {
    backend: 'text',
    'flat-steps': 'text',
    json: 'flag',
  });
  requireFactored(configuration);
  const request = backendOption(extras.backend);
  const steps = extras.steps === undefined ? defaultSteps : configuration.steps;
  const flatSteps =
    extras['flat-steps'] === undefined
      ? defaultFlatSteps
      : wholeNumber('flat-steps', extras['flat-steps'], 2);
  const rates = extras.attention === undefined ? [0, 1] : [configuration.attentionRate];

  const began = performance.now();
  const starts = rates.map((attentionRate) => startOf({ ...configuration, attentionRate }));
  const [first] = starts as [EngineStart, ...EngineStart[]];
  const { backend, device } = await activateForRun(request, first);
  const comparisons: BenchmarkResult['comparisons'][number][] = [];
  for (const start of starts) {
    say(`comparing gradients, attention ${start.configuration.attentionRate}`);
    const target = targetOf(start.configuration, backend) ?? null;
    comparisons.push({ ...(await compareGradients(start, steps)), target });
  }
  const snapshots: SnapshotCost[] = [];
  for (const start of starts) {
    say(`taking snapshots, attention ${start.configuration.attentionRate}`);
    snapshots.push(await measureSnapshots(start));
  }
  const analyses: AnalysisCost[] = [];
  for (const changed of analysedNetworks(configuration, rates)) {
    say(`analysing, ${changed.layers} layers, attention ${changed.attentionRate}`);
    analyses.push(await measureAnalysis(changed));
  }
  const flatness = await measureFlatness(first, flatSteps, (step) => {
    say(`step ${step} of ${flatSteps}`);
  });

  const result: BenchmarkResult = {
    configuration,
    backend,
    device,
    node: process.versions.node,
    comparisons,
    flatness,
    snapshots,
    analyses,
    seconds: (performance.now() - began) / 1000,
  };
  process.stdout.write(
    `${extras.json === true ? JSON.stringify(result) : benchmarkText(result)}\n`,
  );
  if (comparisons.some(({ lossesAgree }) => !lossesAgree)) process.exitCode = 1;
}

/** One layer at each attention rate, and the deepest network at the last of them. */
function analysedNetworks(configuration: RunConfiguration, rates: readonly number[]) {
  const shallow = rates.map((attentionRate) => ({ ...configuration, attentionRate }));
  return [...shallow, { ...configuration, attentionRate: rates.at(-1) ?? 0, layers: 4 }];
}

/** The baseline repeats the factored step only. @throws UsageError */
function requireFactored(configuration: RunConfiguration): void {
  if (!isTransformer(configuration) || configuration.layers > 1 || configuration.equalsToken) {
    throw new UsageError(
      'The benchmark compares transformers with one layer and no "=" token: leave out --model, --layers and --equals.',
    );
  }
}

function startOf(configuration: RunConfiguration): EngineStart {
  return {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
}

function say(progress: string): void {
  process.stderr.write(`${progress}\n`);
}
