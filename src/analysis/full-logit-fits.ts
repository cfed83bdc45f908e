/** The full logits described by the formulas of the strongest circles (paper, appendix; SCIENCE section 5). */
import type { FullLogitFits } from './analysis-result.ts';
import { leastSquaresR2 } from './logit-fit.ts';
import { accompanyingFormula, clockFormula, pizzaFormula } from './logit-formulas.ts';

/**
 * R² of four least-squares fits.
 *
 * @param logits p² × columns, row a·p + b
 * @param byStrength frequencies, the strongest first
 */
export function fitFullLogits(
  logits: Float32Array,
  p: number,
  byStrength: readonly number[],
): FullLogitFits {
  const [six, three] = [byStrength.slice(0, 6), byStrength.slice(0, 3)];
  const clock = (ks: readonly number[]) => ks.map((k) => clockFormula(k, p));
  const pizza = (ks: readonly number[]) => ks.map((k) => pizzaFormula(k, p));
  const accompanying = three.map((k) => accompanyingFormula(k, p));
  return {
    topSixClock: leastSquaresR2(logits, p, clock(six)),
    topSixPizza: leastSquaresR2(logits, p, pizza(six)),
    topThreeClock: leastSquaresR2(logits, p, clock(three)),
    topThreePizzaAndAccompanying: leastSquaresR2(logits, p, [...pizza(three), ...accompanying]),
  };
}
