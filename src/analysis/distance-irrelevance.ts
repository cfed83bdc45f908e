/** Distance irrelevance q: how little the logit depends on the distance a − b (paper, section 4.3). */
import { modulo } from '../math/modular.ts';
import { mean, standardDeviation } from '../math/statistics.ts';

/**
 * q = mean over differences j of the deviation within the pairs with a − b ≡ j, divided by the
 * deviation over all pairs; population deviations. Pairs are grouped on a − b, which for odd p is the
 * paper's matrix over (a + b, a − b) and for even p needs no cell that does not exist.
 * Low: the logit depends on the distance (Pizza). NaN when all logits are equal.
 *
 * @param logits p², index a·p + b: correct logits, or the largest wrong ones for the authors' CSV form
 */
export function distanceIrrelevance(logits: ArrayLike<number>, p: number): number {
  const groups = Array.from({ length: p }, () => new Float64Array(p));
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      const group = groups[modulo(a - b, p)] as Float64Array;
      group[b] = logits[a * p + b] as number;
    }
  }
  return mean(groups.map(standardDeviation)) / standardDeviation(logits);
}
