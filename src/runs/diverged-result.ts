/** What is kept of a run whose loss stopped being a number. */
import type { KeptResult } from '../formats/run-line.ts';

/** It has no measures; its line says so. @param step at which the loss was no number */
export function divergedResult(step: number): KeptResult {
  return {
    step,
    trainLoss: null,
    testLoss: null,
    trainAccuracy: null,
    testAccuracy: null,
    gradientSymmetricity: null,
    gradientSymmetricityError: null,
    gradientSymmetricityTriples: 0,
    gradientSymmetricityLeftOut: 0,
    distanceIrrelevance: null,
    distanceIrrelevanceWrongLogit: null,
    circularity: null,
    parameterNorm: null,
    frequencies: [],
    effectiveCircles: null,
    gini: null,
    verdict: 'diverged',
    verdictReason: `The loss stopped being a number at step ${step}: a smaller learning rate would do.`,
  };
}
