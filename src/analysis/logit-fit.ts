/** How well formulas describe a network's logits (paper, section 4.1 and appendix). */
import { solveLinear } from '../math/linear-solve.ts';
import { modulo } from '../math/modular.ts';
import type { LogitFormula } from './logit-formulas.ts';

/**
 * Fraction of variance explained: logits and formula are standardised over all p³ entries; 1 − the
 * variance of their difference, which is 2ρ − 1 with their correlation ρ. 1 is perfect, 0 means
 * ρ = ½, −1 no correlation. NaN when the logits are all equal.
 *
 * @param logits p² × columns, row a·p + b; the first p columns are used
 */
export function explainedVariance(logits: Float32Array, p: number, formula: LogitFormula): number {
  const columns = logits.length / (p * p);
  let [sumL, sumF, sumLL, sumFF, sumLF] = [0, 0, 0, 0, 0];
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      const distance = formula.distance[modulo(a - b, p)] as number;
      const row = (a * p + b) * columns;
      const answer = ((a + b) % p) * p;
      let [l, f, ll, ff, lf] = [0, 0, 0, 0, 0];
      for (let c = 0; c < p; c++) {
        const logit = logits[row + c] as number;
        const value = formula.answer[answer + c] as number;
        l += logit;
        f += value;
        ll += logit * logit;
        ff += value * value;
        lf += logit * value;
      }
      sumL += l;
      sumLL += ll;
      sumF += distance * f;
      sumFF += distance * distance * ff;
      sumLF += distance * lf;
    }
  }
  const count = p ** 3;
  const covariance = sumLF - (sumL * sumF) / count;
  const spread = Math.sqrt((sumLL - sumL ** 2 / count) * (sumFF - sumF ** 2 / count));
  return (2 * covariance) / spread - 1;
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
