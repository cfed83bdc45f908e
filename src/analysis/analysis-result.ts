/** Everything an analysis finds in a network, under the public key names (README, "Results"). */
import type { CircleMeasures } from './circle.ts';
import type { Measures } from './measures.ts';
import type { NeuronSummary } from './neuron-groups.ts';
import type { VerdictKind } from './verdict.ts';

/** A circle in the results: its share of the embedding and what it does alone. */
export interface CircleResult extends CircleMeasures {
  readonly powerFraction: number;
  readonly axisRatio: number;
  readonly sharedFactor: number;
}

/** Two principal components isolated together. */
export interface ComponentPairResult extends CircleMeasures {
  /** Numbers of the components, counted from 1. */
  readonly components: readonly [number, number];
}

/** R² of least-squares fits of the full logits on the strongest circles' formulas. */
export interface FullLogitFits {
  readonly topSixClock: number;
  readonly topSixPizza: number;
  readonly topThreeClock: number;
  readonly topThreePizzaAndAccompanying: number;
}

/** Everything found, under the public key names; NaN where a value does not exist. */
export interface AnalysisResult extends Measures {
  readonly step: number | null;
  /** NaN where nobody knows which pairs it was trained on. */
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  /** Over all pairs. */
  readonly loss: number;
  readonly accuracy: number;
  /** The strongest circles by the frequency form of isolation. */
  readonly circles: readonly CircleResult[];
  /** The same by the paper's PCA form, components 1 and 2, 3 and 4, … */
  readonly circlesByComponents: readonly ComponentPairResult[];
  readonly accuracyKeepingTop: readonly {
    readonly kept: readonly number[];
    readonly accuracy: number;
  }[];
  /**
   * Share of pairs that the sum of the isolated circles' logits answers rightly (circles with 1 % of
   * the power or more): how far the network
   * is an ensemble in which circles only add up.
   */
  readonly votesAccuracy: number;
  readonly fullLogitsR2: FullLogitFits;
  /** The frequencies that progress measures keep or remove: those with 5 % of the power or more. */
  readonly keyFrequencies: readonly number[];
  /** Loss over all pairs with only the key frequencies left in the embedding. */
  readonly restrictedLoss: number;
  /** Loss without them: over the train pairs where these are known, else over all pairs. */
  readonly excludedLoss: number;
  readonly neurons: NeuronSummary;
  readonly verdict: VerdictKind;
  readonly verdictReason: string;
}
