// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultConfiguration } from '../../../src/model/fields.ts';
import { createPageStore, type PageState } from '../../../src/state/store.ts';
import {
  further,
  knowsFirstSteps,
  noSteps,
  rememberFirstRun,
  rememberFirstSteps,
} from '../../../src/ui/help/first-steps.ts';
import { snapshotOf } from '../../state/snapshots.ts';
import { stateOf } from '../../support/page-states.ts';

const runAt = (attentionRate: number, changes: Partial<PageState> = {}) =>
  stateOf({
    runConfiguration: { ...defaultConfiguration, attentionRate },
    timeline: [snapshotOf(0), snapshotOf(300)],
    ...changes,
  });
const judged = { timeline: [snapshotOf(900, { verdict: 'pizza' })] };

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('the first steps', () => {
  it('are done one after the other: a run, its verdict, and a run with another attention rate', () => {
    const idle = further(noSteps, stateOf({}));
    expect(idle).toEqual(noSteps);
    const trains = further(idle, runAt(0));
    expect(trains.done).toEqual([true, false, false]);
    const verdict = further(trains, runAt(0, judged));
    expect(verdict.done).toEqual([true, true, false]);
    expect(further(verdict, runAt(0)).done).toEqual([true, true, false]);
    const again = further(verdict, runAt(0.5));
    expect(again.done).toEqual([true, true, true]);
    expect(further(again, stateOf({})).done).toEqual([true, true, true]);
  });

  it('are not done by a recorded run', () => {
    const state = runAt(0, { ...judged, openedFrom: 'somebody.run' });
    expect(further(noSteps, state)).toEqual(noSteps);
  });

  it('are remembered', () => {
    expect(knowsFirstSteps()).toBe(false);
    rememberFirstSteps();
    expect(knowsFirstSteps()).toBe(true);
  });

  it('need not be shown to who has trained a run', () => {
    const store = createPageStore('');
    rememberFirstRun(store);
    store.setState({ status: 'training', timeline: [snapshotOf(0)] });
    expect(knowsFirstSteps()).toBe(false);
    store.setState({ timeline: [snapshotOf(0), snapshotOf(1)] });
    expect(knowsFirstSteps()).toBe(true);
  });

  it('are shown where a browser lets nothing be remembered', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('closed', 'SecurityError');
    });
    rememberFirstSteps();
    expect(knowsFirstSteps()).toBe(false);
  });
});
