import { describe, expect, it } from 'vitest';
import { announcements, followAnnouncements } from '../../src/state/announcements.ts';
import type { PageState } from '../../src/state/store.ts';
import { createPageStore } from '../../src/state/store.ts';
import type { NetworkResult } from '../../src/worker/contract.ts';
import { stateOf } from '../support/page-states.ts';
import { snapshotOf } from './snapshots.ts';

/** A run that trains, with a moment for each of these changes, a hundred steps apart. */
function training(...moments: Partial<NetworkResult>[]): PageState {
  return stateOf({
    status: 'training',
    shownRun: 1,
    timeline: moments.map((changes, index) => snapshotOf(100 * index, changes)),
  });
}

/** What is said between a run's moments but the last, and all of them. */
function said(...moments: Partial<NetworkResult>[]): string[] {
  const texts = announcements(training(...moments.slice(0, -1)), training(...moments));
  return texts.map(({ text }) => text);
}

describe('announcements of a run', () => {
  it('are made of test accuracies that are reached for the first time, the higher where both are', () => {
    expect(said({ testAccuracy: 0.1 }, { testAccuracy: 0.49 })).toEqual([]);
    expect(said({ testAccuracy: 0.1 }, { testAccuracy: 0.5 })).toEqual([
      'Step 100: the test accuracy has reached 50 %.',
    ]);
    expect(said({ testAccuracy: 0.6 }, { testAccuracy: 0.99 })).toEqual([
      'Step 100: the test accuracy has reached 99 %.',
    ]);
    expect(said({ testAccuracy: 0 }, { testAccuracy: 1 })).toEqual([
      'Step 100: the test accuracy has reached 99 %.',
    ]);
    expect(said({ testAccuracy: 0.5 }, { testAccuracy: 0.4 }, { testAccuracy: 0.5 })).toEqual([]);
  });

  it('are made of every change of the verdict', () => {
    expect(said({ verdict: 'learning' }, { verdict: 'pizza' })).toEqual([
      'Step 100: the verdict is now “Pizza”.',
    ]);
    expect(said({ verdict: 'pizza' }, { verdict: 'between' }, { verdict: 'between' })).toEqual([]);
  });

  it('tell how a run ended, once', () => {
    const before = training({}, { testAccuracy: 0.996, verdict: 'clock' });
    const after: PageState = { ...before, status: 'done' };
    expect(announcements(before, after)).toEqual([
      { about: 'end', text: 'Step 100: test accuracy 100 %, verdict “Clock”.' },
    ]);
    expect(announcements(after, after)).toEqual([]);
  });

  it('are not made of recordings, files, other runs and looks back', () => {
    const before = training({});
    const after = training({}, { testAccuracy: 1, verdict: 'pizza' });
    expect(announcements({ ...before, status: 'done' }, after)).toEqual([]);
    expect(announcements(before, { ...after, picturesOnly: true })).toEqual([]);
    expect(announcements(before, { ...after, shownRun: 2 })).toEqual([]);
    expect(announcements(after, { ...after, viewedStep: 0 })).toEqual([]);
  });

  it('are gathered, the newest of each kind', () => {
    const store = createPageStore('');
    const heard: string[] = [];
    const waiting: (() => void)[] = [];
    const end = followAnnouncements(
      store,
      (text) => heard.push(text),
      (run) => waiting.push(run),
    );
    const moments: Partial<NetworkResult>[] = [{}];
    store.setState(training(...moments));
    for (const next of [
      { testAccuracy: 0.7 },
      { testAccuracy: 0.7, verdict: 'between' },
      { testAccuracy: 1, verdict: 'pizza' },
    ] as const) {
      moments.push(next);
      store.setState(training(...moments));
    }
    expect([heard, waiting.length]).toEqual([[], 1]);
    waiting[0]?.();
    expect(heard).toEqual([
      'Step 300: the test accuracy has reached 99 %. Step 300: the verdict is now “Pizza”.',
    ]);
    store.setState({ status: 'done' });
    expect(waiting).toHaveLength(2);
    end();
    store.setState({ status: 'training' });
    expect(waiting).toHaveLength(2);
  });
});
