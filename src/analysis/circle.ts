/** One circle of the embedding, alone: what the network still says with only this circle left. */
import { modularInverse } from '../math/modular.ts';
import type { Network } from '../model/network.ts';
import { readAnswers } from './answers.ts';
import { type CircleVerdictKind, judgeCircle } from './circle-verdict.ts';
import { distanceIrrelevance } from './distance-irrelevance.ts';
import {
  type DistanceSums,
  explainedByDistance,
  explainedVariance,
  sumByDistance,
} from './logit-fit.ts';
import {
  absoluteDifferenceFormula,
  accompanyingFormula,
  clockFormula,
  helpedFrequencies,
  pizzaFormula,
  pizzaPrimeFormula,
} from './logit-formulas.ts';

/**
 * How well each formula describes logits: `explainedVariance` with the circle's frequency. With separate
 * embeddings the circle of b may be turned against that of a: then the Pizza and accompanying formulas
 * take the angle that fits best.
 */
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
  const { p, separateEmbeddings } = network.configuration;
  const { accuracy, correctLogits } = readAnswers(network, logits);
  const fits = formulaFits(logits, p, k, separateEmbeddings);
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

function formulaFits(
  logits: Float32Array,
  p: number,
  k: number,
  separateEmbeddings: boolean,
): FormulaFits {
  const offsets = separateEmbeddings ? triedOffsets : [0];
  const own = sumByDistance(logits, p, clockFormula(k, p).answer);
  const helped = helpedFrequencies(k, p).map((j) => {
    const sums = sumByDistance(logits, p, clockFormula(j, p).answer);
    const fit = best(offsets, (offset) => accompanyingFormula(j, p, offset).distance, sums);
    return { j, fit };
  });
  helped.sort((left, right) => right.fit - left.fit);
  return {
    fveClock: explainedByDistance(own, clockFormula(k, p).distance),
    fvePizza: best(offsets, (offset) => pizzaFormula(k, p, offset).distance, own),
    fvePizzaAbsoluteDifference: explainedVariance(logits, p, absoluteDifferenceFormula(k, p)),
    fvePizzaPrime: explainedVariance(logits, p, pizzaPrimeFormula(k, p)),
    fveAccompanying: helped[0]?.fit ?? Number.NaN,
    accompanies: helped[0]?.j ?? null,
  };
}

/** Angles by which a circle of b may be turned against that of a: every five degrees. */
const triedOffsets = Array.from({ length: 72 }, (_, index) => (index * 2 * Math.PI) / 72);

/** The best fit over the angles; NaN where there is none. */
function best(
  offsets: readonly number[],
  distance: (offset: number) => Float64Array,
  sums: DistanceSums,
): number {
  const fits = offsets.map((offset) => explainedByDistance(sums, distance(offset)));
  return fits.reduce((most, fit) => (fit > most || Number.isNaN(most) ? fit : most), Number.NaN);
}
