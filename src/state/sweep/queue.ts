/** Which runs train next. */
import { architectureOf, type RunConfiguration } from '../../model/configuration.ts';
import { runKey } from '../../model/sweep-grid.ts';

/** Runs that are left, those that are handed out, in the order in which they train. */
export class SweepQueue {
  private readonly waiting: RunConfiguration[];

  /** @param done keys of runs that are finished already */
  constructor(runs: readonly RunConfiguration[], done: ReadonlySet<string>) {
    this.waiting = inScatteredOrder(runs.filter((run) => !done.has(runKey(run))));
  }

  /** Number of runs nobody has taken. */
  get left(): number {
    return this.waiting.length;
  }

  /** Takes up to `together` runs that can train in the same launches. Empty when none are left. */
  take(together: number): readonly RunConfiguration[] {
    const [first] = this.waiting;
    if (first === undefined) return [];
    const batch: RunConfiguration[] = [];
    for (let place = 0; place < this.waiting.length && batch.length < together; ) {
      const candidate = this.waiting[place] as RunConfiguration;
      if (shapeOf(candidate) === shapeOf(first)) batch.push(...this.waiting.splice(place, 1));
      else place += 1;
    }
    return batch;
  }
}

/** The same for networks that can train in the same launches for the same number of steps. */
function shapeOf(run: RunConfiguration): string {
  return JSON.stringify({ ...architectureOf(run), attentionRate: 0, steps: run.steps });
}

/**
 * First the ends and the middle of the list, then what lies between: the map shows its shape long
 * before it is complete.
 */
function inScatteredOrder<Run>(runs: readonly Run[]): Run[] {
  const last = runs.length - 1;
  const order = runs.map((run, place) => ({
    run,
    // Right after the first one.
    rank: place === last ? 0.5 : reversedBits(place, runs.length),
  }));
  return order.sort((left, right) => left.rank - right.rank).map(({ run }) => run);
}

/** Position of a place in the sequence 0, 1/2, 1/4, 3/4, 1/8 … of van der Corput. */
function reversedBits(place: number, count: number): number {
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, count))));
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) {
    if (place & (1 << bit)) reversed |= 1 << (bits - 1 - bit);
  }
  return reversed;
}
