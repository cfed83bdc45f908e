/** The two regions of the verdict plane, as the paper draws its line between the algorithms. */

/** Above this gradient symmetricity a network can be a Pizza, up to it a Clock. */
export const symmetricityThreshold = 0.98;
/** Below this distance irrelevance a network can be a Pizza, from it on a Clock. */
export const irrelevanceThreshold = 0.6;

/** Below this test accuracy a network is still learning and its place in the plane says nothing. */
export const learnedAccuracy = 0.99;

/** The region in which both measures agree, or null where they disagree. */
export function regionOf(
  gradientSymmetricity: number,
  distanceIrrelevance: number,
): 'Clock' | 'Pizza' | null {
  const symmetric = gradientSymmetricity > symmetricityThreshold;
  const irrelevant = distanceIrrelevance >= irrelevanceThreshold;
  if (symmetric === irrelevant) return null;
  return symmetric ? 'Pizza' : 'Clock';
}
