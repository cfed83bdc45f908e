/**
 * How much to do before looking up again: batches short enough that a pause is felt at once,
 * snapshots rare enough that measuring never takes much of the time, and the visitor's speed limit.
 */

import { snapshotSpacing } from '../analysis/measuring-share.ts';

/** A batch should take about this long, milliseconds. */
const batchTarget = 40;
/** Snapshots come at most this often, milliseconds. */
const shortestSnapshotInterval = 100;
/** Upper limit of a batch, a few thousand numbers to return: a fast GPU makes it in the time above. */
const largestBatch = 1024;
/** The limit grows by this much with each batch: the first steps say little about the next. */
const largestGrowth = 4;

/** Decides batch sizes and snapshot times from what the last ones took. */
export interface Pacer {
  /** Steps a second wanted at most; Infinity for no limit. */
  setLimit(stepsPerSecond: number): void;
  /** To be called when a loop begins: time spent paused does not count. */
  restart(): void;
  /** Number of steps to make now, 1 … remaining. */
  nextBatch(remaining: number): number;
  stepsTaken(count: number, milliseconds: number): void;
  snapshotTaken(milliseconds: number): void;
  snapshotDue(): boolean;
  /** Steps a second over the last seconds, measuring included; 0 when unknown. */
  stepsPerSecond(): number;
  /** Lets messages through and keeps to the speed limit. Ends early when `stopped` turns true. */
  yieldToMessages(stopped: () => boolean): Promise<void>;
}

/** @param now clock in milliseconds, for tests */
export function createPacer(now: () => number = () => performance.now()): Pacer {
  let limit = Number.POSITIVE_INFINITY;
  let perStep: number | undefined;
  let largest = 1;
  let snapshotCost = 0;
  let snapshotsTaken = 0;
  let lastSnapshot = Number.NEGATIVE_INFINITY;
  let nextAllowed = now();
  let recent: { time: number; steps: number }[] = [];
  let total = 0;

  return {
    setLimit(stepsPerSecond) {
      limit = stepsPerSecond;
      nextAllowed = now();
      recent = [{ time: now(), steps: total }];
    },
    restart() {
      nextAllowed = now();
      recent = [{ time: now(), steps: total }];
    },
    nextBatch(remaining) {
      const inTime = perStep === undefined ? 1 : Math.floor(batchTarget / perStep);
      // With a limit, about one batch a drawn frame: the visitor wants to see single steps.
      return Math.max(1, Math.min(remaining, largest, inTime, Math.floor(limit / 60)));
    },
    stepsTaken(count, milliseconds) {
      const measured = milliseconds / count;
      // The first step compiles and allocates: let its cost be forgotten quickly.
      perStep = perStep === undefined ? measured : 0.5 * perStep + 0.5 * measured;
      largest = Math.min(largestBatch, largestGrowth * largest);
      total += count;
      nextAllowed = Math.max(nextAllowed + (1000 * count) / limit, now() - 1000);
      recent.push({ time: now(), steps: total });
      while (recent.length > 2 && now() - (recent[0]?.time ?? 0) > 2000) recent.shift();
    },
    snapshotTaken(milliseconds) {
      snapshotCost = milliseconds;
      snapshotsTaken += 1;
      lastSnapshot = now();
    },
    snapshotDue() {
      // A run that waits between its steps has time to measure each of them.
      const spare = 1000 / limit - (perStep ?? 0) > 2 * snapshotCost;
      const spacing = spare ? 0 : snapshotSpacing(snapshotsTaken) * snapshotCost;
      const interval = Math.max(shortestSnapshotInterval, spacing);
      return now() - lastSnapshot >= interval;
    },
    stepsPerSecond() {
      const [first] = recent;
      const last = recent.at(-1);
      if (first === undefined || last === undefined || last.time <= first.time) return 0;
      return (1000 * (last.steps - first.steps)) / (last.time - first.time);
    },
    async yieldToMessages(stopped) {
      await nextTask();
      while (!stopped() && nextAllowed - now() > 1) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(30, nextAllowed - now())));
      }
    },
  };
}

/** Waits for one turn of the event loop without the delay browsers add to nested timers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
