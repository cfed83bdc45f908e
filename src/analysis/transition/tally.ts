/** Counts runs by their x, again and again, for resampling. */
import type { GroupedRuns } from './logistic-curve.ts';

/** Counts runs until their groups are taken, and then begins anew. */
export interface Tally {
  /** Counts the run with this index once more. */
  add(run: number): void;
  /** The groups of what was counted since. They are overwritten the next time. */
  take(): GroupedRuns;
}

/**
 * @param x place of each run
 * @param crossed 1 for each run that has crossed, else 0
 */
export function createTally(x: Float64Array, crossed: Uint8Array): Tally {
  const places = Float64Array.from(new Set(x)).sort();
  const indices = new Map(Array.from(places, (place, index) => [place, index]));
  // Each place has two slots side by side: one write a run, whatever kind it is.
  const slots = Uint32Array.from(
    x,
    (place, run) => 2 * (indices.get(place) as number) + (crossed[run] as number),
  );
  const counts = new Int32Array(2 * places.length);
  const groups = {
    length: 0,
    x: new Float64Array(places.length),
    count: new Float64Array(places.length),
    crossed: new Float64Array(places.length),
  };
  return {
    add(run) {
      const slot = slots[run] as number;
      counts[slot] = (counts[slot] as number) + 1;
    },
    take() {
      let length = 0;
      for (let index = 0; index < places.length; index++) {
        const far = counts[2 * index + 1] as number;
        const count = far + (counts[2 * index] as number);
        groups.x[length] = places[index] as number;
        groups.count[length] = count;
        groups.crossed[length] = far;
        // Empty places are not skipped but overwritten: a resample misses many, and a branch that
        // goes either way costs more than the writing.
        length += count > 0 ? 1 : 0;
      }
      counts.fill(0);
      groups.length = length;
      return groups;
    },
  };
}
