/** When a run of a sweep may end early: more steps would hardly change what it is. */
import type { NetworkResult } from './result.ts';

/** Steps between two looks. */
export const settlingSteps = 500;
/** Looks in a row that must agree. */
const agreeingLooks = 3;

/**
 * True when the last looks gave one verdict and the network answered everything right.
 *
 * @param history results of successive looks
 */
export function isSettled(
  history: readonly Pick<NetworkResult, 'verdict' | 'trainAccuracy' | 'testAccuracy'>[],
): boolean {
  const last = history.slice(-agreeingLooks);
  const [first] = last;
  if (first === undefined || last.length < agreeingLooks) return false;
  return last.every(
    ({ verdict, trainAccuracy, testAccuracy }) =>
      verdict === first.verdict && trainAccuracy === 1 && testAccuracy === 1,
  );
}
