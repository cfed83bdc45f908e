/** Made-up snapshots for tests of the state. */
import type { NetworkResult, Snapshot } from '../../src/worker/contract.ts';

/** A snapshot at a step. */
export function snapshotOf(
  step: number,
  changes: Partial<NetworkResult> = {},
  planes = new Float32Array(10),
): Snapshot {
  return {
    result: {
      step,
      trainLoss: 1,
      testLoss: 2,
      trainAccuracy: 0.5,
      testAccuracy: 0.25,
      gradientSymmetricity: 0.9,
      gradientSymmetricityError: 0,
      gradientSymmetricityTriples: 100,
      gradientSymmetricityLeftOut: 0,
      distanceIrrelevance: 0.5,
      distanceIrrelevanceWrongLogit: 0.5,
      circularity: 0.99,
      parameterNorm: 10,
      frequencies: [],
      effectiveCircles: 3,
      gini: 0.5,
      verdict: 'learning',
      verdictReason: 'It is still learning.',
      ...changes,
    },
    planes,
    correctLogits: new Float32Array(1),
  };
}
