/** A run's result under the public key names (README, "Results"): same in page, command line and files. */

import type { RunConfiguration } from '../model/configuration.ts';
import { trainedNetwork } from '../model/network.ts';
import type { ParameterSet } from '../model/parameters.ts';
import type { Triple } from './gradient-symmetricity.ts';
import { type Measures, measureNetwork, type NetworkSnapshot } from './measures.ts';
import { judge, type VerdictKind } from './verdict.ts';

/** Loss and accuracy as a result reports them. */
export interface ResultMetrics {
  readonly step: number;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** Everything known of a network at one step. */
export interface NetworkResult extends ResultMetrics, Measures {
  readonly verdict: VerdictKind;
  readonly verdictReason: string;
}

/** Result and picture data of one moment. */
export interface NetworkReport {
  readonly result: NetworkResult;
  /** See `frequencyPlanes`. */
  readonly planes: Float32Array<ArrayBuffer>;
}

/** Measures a network and judges it. */
export function reportNetwork(
  network: NetworkSnapshot,
  metrics: ResultMetrics,
  triples: readonly Triple[],
): NetworkReport {
  const { measures, planes } = measureNetwork(network, triples);
  const verdict = judge(
    { ...measures, testAccuracy: metrics.testAccuracy },
    network.configuration.p,
  );
  return {
    planes,
    result: { ...metrics, ...measures, verdict: verdict.kind, verdictReason: verdict.reason },
  };
}

/** What a network in training answers (see `Evaluation` of the engines). */
export interface EvaluatedNetwork {
  readonly metrics: ResultMetrics;
  readonly correctLogits: Float32Array;
  readonly largestWrongLogits: Float32Array;
}

/** Measures and judges a network of this product in the middle of its training. */
export function reportTraining(
  configuration: RunConfiguration,
  parameters: ParameterSet,
  { metrics, correctLogits, largestWrongLogits }: EvaluatedNetwork,
  triples: readonly Triple[],
): NetworkReport {
  const network = trainedNetwork(configuration, parameters);
  return reportNetwork({ ...network, correctLogits, largestWrongLogits }, metrics, triples);
}
