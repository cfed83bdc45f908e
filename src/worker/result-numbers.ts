/** Results as files keep them, in which null stands for what has no number, and as the page has them. */
import type { NetworkResult } from '../analysis/result.ts';
import type { KeptResult } from '../formats/run-line.ts';

/** What has no number is NaN on the page, as it is in a run. */
export function numbersOf(result: Omit<KeptResult, 'verdict'>): NetworkResult {
  const entries = Object.entries(result).map(([key, value]) => [key, value ?? Number.NaN]);
  return Object.fromEntries(entries) as NetworkResult;
}
