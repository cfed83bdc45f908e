import { describe, expect, it } from 'vitest';
import type { SlotInput, SlotState } from '../../../src/plots/circles/slots.ts';
import { assignSlots, CLEAR_LEAD, SNAPSHOTS_IN_LEAD } from '../../../src/plots/circles/slots.ts';

function snapshot(
  step: number,
  powers: Readonly<Record<number, number>>,
  changes: Partial<SlotInput> = {},
): SlotInput {
  const planes = Object.entries(powers).map(([k, powerFraction]) => ({
    k: Number(k),
    powerFraction,
  }));
  return { p: 59, step, planes, count: 3, paused: false, ...changes };
}

/** Feeds the same powers for some snapshots. */
function feed(
  state: SlotState | undefined,
  firstStep: number,
  times: number,
  powers: Readonly<Record<number, number>>,
): SlotState {
  let current = state;
  for (let index = 0; index < times; index++) {
    current = assignSlots(current, snapshot(firstStep + index, powers));
  }
  return current as SlotState;
}

const start = { 1: 0.4, 2: 0.3, 3: 0.2, 4: 0.1 };

describe('slots', () => {
  it('begin in order of power', () => {
    expect(assignSlots(undefined, snapshot(0, { 5: 0.1, 7: 0.5, 9: 0.4, 2: 0 })).slots).toEqual([
      7, 9, 5,
    ]);
  });

  it('stay when ranks change by less than a clear lead', () => {
    const state = feed(undefined, 0, 1, start);
    const close = { 1: 0.3, 2: 0.38, 3: 0.2, 4: 0.2 * CLEAR_LEAD - 0.001 };
    expect(feed(state, 1, 50, close).slots).toEqual([1, 2, 3]);
  });

  it('let a stronger plane in only after its lead lasted', () => {
    const state = feed(undefined, 0, 1, start);
    const lead = { 1: 0.4, 2: 0.3, 3: 0.1, 4: 0.1 * CLEAR_LEAD + 0.001 };
    const almost = feed(state, 1, SNAPSHOTS_IN_LEAD - 1, lead);
    expect(almost.slots).toEqual([1, 2, 3]);
    expect(assignSlots(almost, snapshot(100, lead)).slots).toEqual([1, 2, 4]);
  });

  it('begin counting again after an interruption', () => {
    const lead = { 1: 0.4, 2: 0.3, 3: 0.1, 4: 0.2 };
    let state = feed(undefined, 0, 1, start);
    state = feed(state, 1, SNAPSHOTS_IN_LEAD - 1, lead);
    state = feed(state, 50, 1, start);
    state = feed(state, 51, SNAPSHOTS_IN_LEAD - 1, lead);
    expect(state.slots).toEqual([1, 2, 3]);
  });

  it('exchange two shown planes without touching the others', () => {
    const state = feed(undefined, 0, 1, start);
    const after = feed(state, 1, SNAPSHOTS_IN_LEAD, { 1: 0.2, 2: 0.22, 3: 0.5, 4: 0.08 });
    expect(after.slots).toEqual([3, 2, 1]);
  });

  it('change at most once per snapshot', () => {
    const state = feed(undefined, 0, 1, { 1: 0.4, 2: 0.3, 3: 0.2, 4: 0.05, 5: 0.05 });
    const after = feed(state, 1, SNAPSHOTS_IN_LEAD, { 1: 0.05, 2: 0.06, 3: 0.07, 4: 0.4, 5: 0.3 });
    expect(after.slots).toEqual([4, 2, 3]);
  });

  it('do not count one snapshot twice', () => {
    const state = feed(undefined, 0, 1, start);
    const lead = { 1: 0.4, 2: 0.3, 3: 0.1, 4: 0.2 };
    let same = state;
    for (let time = 0; time < 20; time++) same = assignSlots(same, snapshot(1, lead));
    expect(same.slots).toEqual([1, 2, 3]);
  });

  it('are sorted anew while paused, after a reset and for another modulus', () => {
    const state = feed(undefined, 10, 1, start);
    const reversed = { 1: 0.1, 2: 0.2, 3: 0.3, 4: 0.4 };
    expect(assignSlots(state, snapshot(11, reversed, { paused: true })).slots).toEqual([4, 3, 2]);
    expect(assignSlots(state, snapshot(0, reversed)).slots).toEqual([4, 3, 2]);
    expect(assignSlots(state, snapshot(11, reversed, { p: 61 })).slots).toEqual([4, 3, 2]);
    expect(assignSlots(state, snapshot(11, reversed, { count: 2 })).slots).toEqual([4, 3]);
  });

  it('are never more than the planes', () => {
    expect(assignSlots(undefined, snapshot(0, { 1: 0.7, 2: 0.3 }, { count: 6 })).slots).toEqual([
      1, 2,
    ]);
  });
});
