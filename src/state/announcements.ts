/** What is said of a run under way to those who do not see it: few sentences, never every step. */
import english from '../messages/en/state/announcements.json';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import type { PageState, PageStore } from './store.ts';
import { type Snapshot, verdictLabels } from './timeline.ts';

const words = createWords('state/announcements', english);

/** Test accuracies that are worth a sentence. */
const accuracies = [0.5, 0.99] as const;

/** A quick run passes many milestones within a second: they are said together, milliseconds. */
const gathered = 1500;

/** A sentence, and what it is about: a later one about the same replaces it while both wait. */
export interface Announcement {
  readonly about: string;
  readonly text: string;
}

/**
 * What happened in a run that trains, between two states of the page: test accuracies reached for the
 * first time, and a verdict that changed.
 */
export function announcements(before: PageState, after: PageState): Announcement[] {
  if (!isUnderWay(before) || after.picturesOnly || after.shownRun !== before.shownRun) return [];
  return [...milestonesBetween(before, after), ...end(before, after)];
}

function milestonesBetween(before: PageState, after: PageState): Announcement[] {
  const [last, newest] = [before.timeline.at(-1), after.timeline.at(-1)];
  if (last === undefined || newest === undefined) return [];
  if (newest.result.step <= last.result.step) return [];
  const step = formatNumber(newest.result.step);
  const said: Announcement[] = [];
  const reached = accuracies.findLast((accuracy) => newest.result.testAccuracy >= accuracy);
  if (reached !== undefined && !before.timeline.some(hasReached(reached))) {
    const percent = formatNumber(100 * reached);
    said.push({ about: 'accuracy', text: words('accuracy', { step, percent }) });
  }
  const { verdict } = newest.result;
  if (verdict !== last.result.verdict) {
    const label = verdictLabels[verdict] ?? verdict;
    said.push({ about: 'verdict', text: words('verdict', { step, verdict: label }) });
  }
  return said;
}

/** True while new moments come from training, not from a file or a recording. */
const isUnderWay = ({ status }: PageState) => status === 'training' || status === 'paused';

const hasReached =
  (accuracy: number) =>
  ({ result }: Snapshot) =>
    result.testAccuracy >= accuracy;

/** How a run ended, in one sentence. */
function end(before: PageState, after: PageState): Announcement[] {
  const result = after.timeline.at(-1)?.result;
  if (after.status !== 'done' || before.status === 'done' || result === undefined) return [];
  const text = words('stands', {
    step: formatNumber(result.step),
    percent: formatNumber(100 * result.testAccuracy, { maximumFractionDigits: 0 }),
    verdict: verdictLabels[result.verdict] ?? result.verdict,
  });
  return [{ about: 'end', text }];
}

/**
 * Follows the run on screen.
 *
 * @param say called with one or several sentences at a time
 * @param wait runs a function after that many milliseconds
 * @returns ends it
 */
export function followAnnouncements(
  store: PageStore,
  say: (text: string) => void,
  wait: (run: () => void, milliseconds: number) => void = setTimeout,
): () => void {
  const waiting = new Map<string, string>();
  return store.subscribe((state, previous) => {
    for (const { about, text } of announcements(previous, state)) {
      if (waiting.size === 0) {
        wait(() => {
          say([...waiting.values()].join(' '));
          waiting.clear();
        }, gathered);
      }
      waiting.set(about, text);
    }
  });
}
