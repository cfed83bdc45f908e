/** How well formulas describe a network's logits (paper, section 4.1 and appendix). */
import { solveLinear } from '../math/linear-solve.ts';
import { modulo } from '../math/modular.ts';
import type { LogitFormula } from './logit-formulas.ts';

/** Logits and an answer table summed over the class and over the pairs of each distance a − b. */
export interface DistanceSums {
  readonly p: number;
  /** Σ logit and Σ logit², over all p³ entries. */
  readonly logit: number;
  readonly logitSquared: number;
  /** By distance: Σ answer, Σ answer² and Σ logit·answer. */
  readonly answer: Float64Array;
  readonly answerSquared: Float64Array;
  readonly product: Float64Array;
}

/**
 * All that is needed to compare logits with formulas that share their answer table.
 *
 * @param logits p² × columns, row a·p + b; the first p columns are used
 * @param answer p × p, index ((a+b) mod p)·p + c
 */
export function sumByDistance(logits: Float32Array, p: number, answer: Float64Array): DistanceSums {
  const columns = logits.length / (p * p);
  const sums = {
    answer: new Float64Array(p),
    answerSquared: new Float64Array(p),
    product: new Float64Array(p),
  };
  let [logit, logitSquared] = [0, 0];
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      const distance = modulo(a - b, p);
      const row = (a * p + b) * columns;
      const table = ((a + b) % p) * p;
      let [l, f, ll, ff, lf] = [0, 0, 0, 0, 0];
      for (let c = 0; c < p; c++) {
        const x = logits[row + c] as number;
        const y = answer[table + c] as number;
        l += x;
        f += y;
        ll += x * x;
        ff += y * y;
        lf += x * y;
      }
      logit += l;
      logitSquared += ll;
      sums.answer[distance] = (sums.answer[distance] as number) + f;
      sums.answerSquared[distance] = (sums.answerSquared[distance] as number) + ff;
      sums.product[distance] = (sums.product[distance] as number) + lf;
    }
  }
  return { p, logit, logitSquared, ...sums };
}

/**
 * Fraction of variance explained: logits and formula are standardised over all p³ entries; 1 − the
 * variance of their difference, which is 2ρ − 1 with their correlation ρ. 1 is perfect, 0 means
 * ρ = ½, −1 no correlation. NaN when the logits are all equal.
 *
 * @param distance the formula's factor for each a − b
 */
export function explainedByDistance(sums: DistanceSums, distance: Float64Array): number {
  const count = sums.p ** 3;
  let [formula, formulaSquared, product] = [0, 0, 0];
  distance.forEach((factor, j) => {
    formula += factor * (sums.answer[j] as number);
    formulaSquared += factor * factor * (sums.answerSquared[j] as number);
    product += factor * (sums.product[j] as number);
  });
  const covariance = product - (sums.logit * formula) / count;
  const spread = Math.sqrt(
    (sums.logitSquared - sums.logit ** 2 / count) * (formulaSquared - formula ** 2 / count),
  );
  return (2 * covariance) / spread - 1;
}

/** `explainedByDistance` of one formula. */
export function explainedVariance(logits: Float32Array, p: number, formula: LogitFormula): number {
  return explainedByDistance(sumByDistance(logits, p, formula.answer), formula.distance);
}

/**
 * R² of the least-squares fit of all p³ logits by a constant and the given formulas. Formulas that
 * depend on others count once. NaN when the logits are all equal or there is no formula.
 *
 * @param logits p² × columns, row a·p + b; the first p columns are used
 */
export function leastSquaresR2(
  logits: Float32Array,
  p: number,
  formulas: readonly LogitFormula[],
): number {
  if (formulas.length === 0) return Number.NaN;
  const count = formulas.length + 1;
  const columns = logits.length / (p * p);
  const gram = new Float64Array(count * count);
  const right = new Float64Array(count);
  const row = new Float64Array(count);
  row[0] = 1;
  let [sum, squares] = [0, 0];
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      const difference = modulo(a - b, p);
      const answer = ((a + b) % p) * p;
      for (let c = 0; c < p; c++) {
        const logit = logits[(a * p + b) * columns + c] as number;
        sum += logit;
        squares += logit * logit;
        for (let i = 1; i < count; i++) {
          const formula = formulas[i - 1] as LogitFormula;
          row[i] =
            (formula.distance[difference] as number) * (formula.answer[answer + c] as number);
        }
        for (let i = 0; i < count; i++) {
          const value = row[i] as number;
          right[i] = (right[i] as number) + value * logit;
          for (let j = 0; j <= i; j++) {
            gram[i * count + j] = (gram[i * count + j] as number) + value * (row[j] as number);
          }
        }
      }
    }
  }
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) gram[i * count + j] = gram[j * count + i] as number;
  }
  const solution = solveLinear(gram, right);
  const mean = sum / p ** 3;
  const total = squares - sum * mean;
  const explained =
    solution.reduce((value, x, i) => value + x * (right[i] as number), 0) - sum * mean;
  return explained / total;
}
