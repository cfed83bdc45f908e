/** One circle of the embedding, alone: what the network still says with only this circle left. */
import { modularInverse } from '../math/modular.ts';
import type { Network } from '../model/network.ts';
import { readAnswers } from './answers.ts';
import { type CircleVerdictKind, judgeCircle } from './circle-verdict.ts';
import { distanceIrrelevance } from './distance-irrelevance.ts';
import { explainedVariance } from './logit-fit.ts';
import {
  absoluteDifferenceFormula,
  accompanyingFormula,
  clockFormula,
  helpedFrequencies,
  pizzaFormula,
  pizzaPrimeFormula,
} from './logit-formulas.ts';

/** How well each formula describes logits: `explainedVariance` with the circle's frequency. */
export interface FormulaFits {
  readonly fveClock: number;
  readonly fvePizza: number;
  readonly fvePizzaAbsoluteDifference: number;
  readonly fvePizzaPrime: number;
  /** NaN where the circle can accompany no other. */
  readonly fveAccompanying: number;
  /** Frequency of the circle it would help; null where there is none. */
  readonly accompanies: number | null;
}

/** What an isolated circle does. */
export interface CircleMeasures extends FormulaFits {
  readonly k: number;
  /** δ with k·δ ≡ 1 (mod p): neighbours on the circle differ by δ. Null when k and p share a factor. */
  readonly step: number | null;
  /** Share of all pairs answered rightly with this circle alone. */
  readonly accuracy: number;
  /** Of the isolated correct logits. */
  readonly distanceIrrelevance: number;
  readonly verdict: CircleVerdictKind;
}

/** Measures of a circle and the correct logits they were read from. */
export interface IsolatedCircle {
  readonly measures: CircleMeasures;
  /** p², index a·p + b. */
  readonly correctLogits: Float32Array<ArrayBuffer>;
}

/**
 * Measures an isolated circle.
 *
 * @param k frequency of the circle
 * @param logits p² × columns of the network with only this circle (or its two components) left
 */
export function measureCircle(
  network: Pick<Network, 'configuration' | 'answerClasses'>,
  k: number,
  logits: Float32Array,
): IsolatedCircle {
  const { p } = network.configuration;
  const { accuracy, correctLogits } = readAnswers(network, logits);
  const fits = formulaFits(logits, p, k);
  return {
    correctLogits,
    measures: {
      k,
      step: modularInverse(k, p) ?? null,
      accuracy,
      distanceIrrelevance: distanceIrrelevance(correctLogits, p),
      ...fits,
      verdict: judgeCircle(fits),
    },
  };
}

function formulaFits(logits: Float32Array, p: number, k: number): FormulaFits {
  const helped = helpedFrequencies(k, p).map((j) => ({
    j,
    fit: explainedVariance(logits, p, accompanyingFormula(j, p)),
  }));
  helped.sort((left, right) => right.fit - left.fit);
  return {
    fveClock: explainedVariance(logits, p, clockFormula(k, p)),
    fvePizza: explainedVariance(logits, p, pizzaFormula(k, p)),
    fvePizzaAbsoluteDifference: explainedVariance(logits, p, absoluteDifferenceFormula(k, p)),
    fvePizzaPrime: explainedVariance(logits, p, pizzaPrimeFormula(k, p)),
    fveAccompanying: helped[0]?.fit ?? Number.NaN,
    accompanies: helped[0]?.j ?? null,
  };
}
