/** Known training runs of tiny networks, computed in float64 with another framework. */
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { type Dataset, datasetFromTrainPairs } from '../../src/model/dataset.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import type { ParameterSet } from '../../src/model/parameters.ts';

type Numbers = readonly number[];

/** One run as its file holds it. */
export interface TrainingCase {
  readonly config: {
    readonly model: RunConfiguration['model'];
    readonly p: number;
    readonly d_model: number;
    readonly n_heads?: number;
    readonly n_layers?: number;
    readonly activation?: RunConfiguration['activation'];
    readonly attention_rate?: number;
  };
  readonly train_pairs: readonly (readonly [number, number])[];
  readonly parameters: Readonly<
    Record<string, { readonly shape: Numbers; readonly values: Numbers }>
  >;
  readonly logits_all_pairs: readonly Numbers[];
  readonly gradients_step0: Readonly<Record<string, Numbers>>;
  /** Steps count from 0: step 1 is the second update, the first that moves a weight. */
  readonly sum_abs_parameters_after_step1: Readonly<Record<string, number>>;
  readonly sum_abs_parameters_after_step12: Readonly<Record<string, number>>;
  readonly train_and_test_loss_per_step: readonly (readonly [number, number])[];
  readonly gradient_symmetricity_after_13_steps: {
    readonly triples: readonly (readonly [number, number, number])[];
    /** null where a gradient is zero. */
    readonly per_triple: readonly (number | null)[];
  };
}

/** A file of runs. */
export interface TrainingCases {
  readonly cases: readonly TrainingCase[];
}

/** The configuration of a case. */
export function caseConfiguration({ config }: TrainingCase): RunConfiguration {
  return {
    ...defaultConfiguration,
    model: config.model,
    p: config.p,
    width: config.d_model,
    heads: config.n_heads ?? 4,
    layers: config.n_layers ?? 1,
    activation: config.activation ?? 'relu',
    attentionRate: config.attention_rate ?? 0,
  };
}

/** What an engine starts from. */
export function caseStart(known: TrainingCase): {
  readonly configuration: RunConfiguration;
  readonly dataset: Dataset;
  readonly parameters: ParameterSet;
} {
  const { p } = known.config;
  return {
    configuration: caseConfiguration(known),
    dataset: datasetFromTrainPairs(
      p,
      known.train_pairs.map(([a, b]) => a * p + b),
    ),
    parameters: new Map(
      Object.entries(known.parameters).map(([name, { values }]) => [
        name,
        Float32Array.from(values),
      ]),
    ),
  };
}

/** What distinguishes a case, in words. */
export function describeCase({ config }: TrainingCase): string {
  if (config.model !== 'transformer') return config.model;
  const layers = config.n_layers === 1 ? 'one layer' : `${config.n_layers} layers`;
  return `a transformer of width ${config.d_model} with ${layers}, ${config.activation}, α = ${config.attention_rate}`;
}
