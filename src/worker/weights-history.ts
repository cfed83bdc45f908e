/** Weights of a run's snapshots, so that any of them can be looked into later. Bounded in size. */
import type { ParameterSet } from '../model/parameters.ts';
import { leastMissed } from '../model/thinning.ts';

/** Weights at one step. */
export interface KeptWeights {
  readonly step: number;
  readonly parameters: ParameterSet;
}

/** At most this many snapshots of weights are kept: the page shows no more moments of a run. */
const largestCount = 400;
/** At most about this many bytes of weights are kept … */
const largestBytes = 160e6;
/** … and never fewer than this many snapshots of them. */
const fewest = 8;

/** Keeps the weights of many steps, thinning old ones. */
export class WeightsHistory {
  private kept: KeptWeights[] = [];

  constructor(private readonly bytes = largestBytes) {}

  /** Adds weights, which must not be changed afterwards. The same step again replaces the earlier. */
  add(step: number, parameters: ParameterSet): void {
    this.kept = this.kept.filter((entry) => entry.step < step);
    this.kept.push({ step, parameters });
    const capacity = Math.max(
      fewest,
      Math.min(largestCount, Math.floor(this.bytes / sizeOf(parameters))),
    );
    while (this.kept.length > capacity) {
      this.kept.splice(leastMissed(this.steps, Math.floor(capacity / 4)), 1);
    }
  }

  /** Weights of the kept step nearest to the one given; undefined when none are kept. */
  nearest(step: number): KeptWeights | undefined {
    let best: KeptWeights | undefined;
    for (const entry of this.kept) {
      const closer = best === undefined || Math.abs(entry.step - step) < Math.abs(best.step - step);
      if (closer) best = entry;
    }
    return best;
  }

  /** Steps that are kept, from the first to the last. */
  get steps(): readonly number[] {
    return this.kept.map(({ step }) => step);
  }
}

function sizeOf(parameters: ParameterSet): number {
  let bytes = 0;
  for (const values of parameters.values()) bytes += values.byteLength;
  return Math.max(1, bytes);
}
