/** Notices when a run becomes much slower by itself: a browser or a machine that saves power. */

import type { PageStore } from './store.ts';

/** A run slower than this share of its earlier pace … */
const slowShare = 1 / 3;
/** … for this long, milliseconds, has been slowed down. */
const longEnough = 5000;
/** A pace counts as the run's own once it has held for this long, milliseconds. */
const settled = 3000;

/** A run that has been slowed down, steps a second. */
export interface Slowness {
  readonly usual: number;
  readonly present: number;
}

/** Watches the pace of one run at a time. */
export class SlownessWatch {
  private usual = 0;
  private began: number | undefined;
  private slowSince: number | undefined;

  /** @param now clock in milliseconds, for tests */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** To be called when a run starts, pauses or changes its device or its speed limit. */
  restart(): void {
    this.usual = 0;
    this.began = undefined;
    this.slowSince = undefined;
  }

  /** @returns how slow it has become; undefined while it is as fast as ever */
  observe(stepsPerSecond: number): Slowness | undefined {
    const time = this.now();
    this.began ??= time;
    if (time - this.began < settled || stepsPerSecond <= 0) return undefined;
    if (stepsPerSecond >= slowShare * this.usual) {
      this.slowSince = undefined;
      // Slowly, so that one quick moment does not make all others slow.
      this.usual += (stepsPerSecond - this.usual) * (this.usual === 0 ? 1 : 0.1);
      return undefined;
    }
    this.slowSince ??= time;
    if (time - this.slowSince < longEnough) return undefined;
    return { usual: this.usual, present: stepsPerSecond };
  }
}

/** Notes in the store when the run on screen has been slowed down, and when that is over. */
export function watchSlowness(store: PageStore, watch = new SlownessWatch()): void {
  store.subscribe((state, previous) => {
    const isSame = state.status === previous.status && state.speed === previous.speed;
    if (!isSame || state.backend !== previous.backend) {
      watch.restart();
      if (state.slowness !== undefined) store.setState({ slowness: undefined });
    } else if (state.status === 'training' && state.timeline !== previous.timeline) {
      store.setState({ slowness: watch.observe(state.stepsPerSecond) });
    }
  });
}
