/** Do two contenders compute the same? Their losses, step by step from the same first weights. */
import type { StepLosses } from './contender.ts';

/** Relative differences of the losses after `step` updates. */
export interface Comparison {
  readonly step: number;
  readonly train: number;
  readonly test: number;
}

/**
 * Compares after `step` updates, or after as many as both have made.
 *
 * @returns differences of NaN when one of them has no losses
 */
export function agreementWith(
  own: readonly StepLosses[],
  reference: readonly StepLosses[],
  step: number,
): Comparison {
  const compared = Math.min(step, own.length - 1, reference.length - 1);
  const [left, right] = [own[compared], reference[compared]];
  return {
    step: compared,
    train: relative(left?.trainLoss, right?.trainLoss),
    test: relative(left?.testLoss, right?.testLoss),
  };
}

function relative(value = Number.NaN, reference = Number.NaN): number {
  return Math.abs(value - reference) / Math.max(Math.abs(reference), 1e-30);
}
