/** What is left of a network when only some of its circles are kept. */
import { embeddingTable } from '../model/embedding.ts';
import type { Network } from '../model/network.ts';
import { readAnswers } from './answers.ts';
import { circularity } from './circularity.ts';
import { distanceIrrelevance } from './distance-irrelevance.ts';
import { gradientSymmetricity, type Triple } from './gradient-symmetricity.ts';
import { leastSquaresR2 } from './logit-fit.ts';
import { clockFormula, type LogitFormula, pizzaFormula } from './logit-formulas.ts';
import { spectrum } from './spectrum.ts';
import { judgeAlgorithm, type Verdict } from './verdict.ts';

/** Measures of a network some circles of which were removed. */
export interface RemainingNetwork {
  /** Share of all pairs it still answers rightly. */
  readonly accuracy: number;
  readonly loss: number;
  readonly gradientSymmetricity: number;
  readonly distanceIrrelevance: number;
  /** How it answers, however many answers are right; undefined when no circle is left. */
  readonly verdict: Verdict | undefined;
  /** R² of the least-squares fit of its logits on the Clock formulas of the kept circles. */
  readonly clockFit: number;
  /** The same for their Pizza formulas. */
  readonly pizzaFit: number;
  /** p², index a·p + b. */
  readonly correctLogits: Float32Array<ArrayBuffer>;
}

/**
 * Measures what remains.
 *
 * @param network with the circles removed already (`keepFrequencies`)
 * @param kept frequencies that are left
 * @param logits its logits, p² × columns
 */
export function measureRemaining(
  network: Network,
  kept: readonly number[],
  logits: Float32Array,
  triples: readonly Triple[],
): RemainingNetwork {
  const { configuration, parameters } = network;
  const { p } = configuration;
  const { accuracy, loss, correctLogits } = readAnswers(network, logits);
  const embedding = embeddingTable(configuration, parameters);
  const { frequencies } = spectrum(embedding);
  const measures = {
    gradientSymmetricity: gradientSymmetricity(network, triples).value,
    distanceIrrelevance: distanceIrrelevance(correctLogits, p),
  };
  return {
    accuracy,
    loss,
    ...measures,
    clockFit: leastSquaresR2(logits, p, formulasOf(kept, p, clockFormula)),
    pizzaFit: leastSquaresR2(logits, p, formulasOf(kept, p, pizzaFormula)),
    correctLogits,
    verdict:
      kept.length > 0
        ? judgeAlgorithm({ ...measures, circularity: circularity(embedding), frequencies }, p)
        : undefined,
  };
}

function formulasOf(
  kept: readonly number[],
  p: number,
  formula: (k: number, p: number) => LogitFormula,
): LogitFormula[] {
  return kept.map((k) => formula(k, p));
}
