/** How fast a sweep trains, and how long the rest takes at that pace. */

/** Seconds of training before a pace is said. */
const shortestMeasure = 2;

/** Measures the pace of one stretch of training. */
export class SweepPace {
  /** Steps of the runs in progress, by run. */
  private readonly steps = new Map<string, number>();
  /** Steps of the runs that ended in this stretch. */
  private made = 0;
  private since: number | undefined;
  private rests = false;
  private spent = 0;

  /** @param now time in milliseconds */
  constructor(private readonly now: () => number) {}

  /** Steps that runs in progress have made. */
  get underway(): number {
    return [...this.steps.values()].reduce((sum, steps) => sum + steps, 0);
  }

  /** A run has made so many steps. */
  progress(run: string, step: number): void {
    this.startClock();
    this.steps.set(run, step);
  }

  /** A run has ended. One that stopped early counts as if it had made all its steps. */
  ended(run: string, steps: number): void {
    this.startClock();
    this.steps.delete(run);
    this.made += steps;
  }

  /** Nothing trains for a while, but for the steps under way. */
  rest(): void {
    this.rests = true;
    if (this.since !== undefined) this.spent += this.now() - this.since;
    this.since = undefined;
  }

  /** Training goes on. */
  goOn(): void {
    this.rests = false;
    this.startClock();
  }

  /** Seconds in which so many steps are made; undefined while the pace is not known. */
  secondsFor(steps: number): number | undefined {
    const running = this.since === undefined ? 0 : this.now() - this.since;
    const seconds = (this.spent + running) / 1000;
    const made = this.made + this.underway;
    return seconds < shortestMeasure || made === 0 ? undefined : (steps * seconds) / made;
  }

  private startClock(): void {
    if (!this.rests) this.since ??= this.now();
  }
}
