/** The kept moments of a run: bounded in number, denser towards the present. */
import english from '../messages/en/state/timeline.json';
import { createWords } from '../messages/words.ts';
import { leastMissed } from '../model/thinning.ts';
import type { Snapshot } from '../worker/contract.ts';

export type { Snapshot };

const words = createWords('state/timeline', english);

/** Snapshots by rising step. */
export type Timeline = readonly Snapshot[];

/** At most this many snapshots are kept … */
const largestCount = 400;
/** … and at most about this many bytes of picture data. */
const largestBytes = 48e6;
/** The newest snapshots are never thinned. */
const keptNewest = 40;

/**
 * Adds a snapshot. When the timeline is full, the older one between the closest neighbours is
 * dropped; the first, the untrained network, stays. A snapshot of the same step replaces the earlier one.
 */
export function extendTimeline(timeline: Timeline, snapshot: Snapshot): Timeline {
  const before = timeline.filter(({ result }) => result.step < snapshot.result.step);
  const extended = [...before, snapshot];
  if (extended.length <= capacity(snapshot)) return extended;
  const steps = extended.map(({ result }) => result.step);
  extended.splice(leastMissed(steps, keptNewest), 1);
  return extended;
}

function capacity({ planes, correctLogits }: Snapshot): number {
  const bytes = planes.byteLength + correctLogits.byteLength;
  return Math.max(2 * keptNewest, Math.min(largestCount, Math.floor(largestBytes / bytes)));
}

/** The snapshot to show: the newest for null, else the last one at or before the step. */
export function snapshotAt(timeline: Timeline, step: number | null): Snapshot | undefined {
  if (step === null) return timeline.at(-1);
  return timeline.findLast(({ result }) => result.step <= step) ?? timeline[0];
}

/** A moment worth a mark on the timeline. */
export interface Milestone {
  readonly step: number;
  /** In the language that is on when it is read. */
  readonly label: string;
}

/** First moments at which the network fits, generalises, and gets or changes its verdict. */
export function milestones(timeline: Timeline): Milestone[] {
  const marks: Milestone[] = [];
  const first = (key: 'fits' | 'generalises', reached: (snapshot: Snapshot) => boolean) => {
    const snapshot = timeline.find(reached);
    if (snapshot !== undefined) marks.push(milestone(snapshot.result.step, () => words(key)));
  };
  first('fits', ({ result }) => result.trainAccuracy >= 0.99);
  first('generalises', ({ result }) => result.testAccuracy >= 0.99);
  let verdict = 'learning';
  for (const { result } of timeline) {
    if (result.verdict === verdict) continue;
    verdict = result.verdict;
    if (verdict !== 'learning') {
      const changed = verdict;
      marks.push(milestone(result.step, () => verdictLabels[changed] ?? changed));
    }
  }
  return marks.sort((left, right) => left.step - right.step);
}

function milestone(step: number, label: () => string): Milestone {
  return {
    step,
    get label() {
      return label();
    },
  };
}

/** What each verdict is called on screen, in the language that is on when it is read. */
export const verdictLabels: Readonly<Record<string, string>> = {
  get learning() {
    return words('learning');
  },
  get pizza() {
    return words('pizza');
  },
  get clock() {
    return words('clock');
  },
  get between() {
    return words('between');
  },
  get 'non-circular'() {
    return words('nonCircular');
  },
};
