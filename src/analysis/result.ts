/** A run's result under the public key names (README, "Results"): same in page, command line and files. */

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
