/** Which moments of a run to keep when there is not room for all. */

/**
 * Index of the entry that is missed least: the one between the closest neighbours, so that what is
 * kept stays evenly spread however long a run lasts. The first entry and the newest ones stay.
 *
 * @param steps rising steps, more than `newest` + 1
 * @param newest number of entries at the end that stay
 */
export function leastMissed(steps: readonly number[], newest: number): number {
  let best = 1;
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < steps.length - newest; index++) {
    const gap = (steps[index + 1] ?? Number.POSITIVE_INFINITY) - (steps[index - 1] as number);
    if (gap < smallest) [best, smallest] = [index, gap];
  }
  return best;
}
