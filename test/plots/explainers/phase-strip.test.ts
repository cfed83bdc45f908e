import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhaseRun } from '../../../src/plots/explainers/phase-strip/data.ts';
import { kindOf, measuredValue } from '../../../src/plots/explainers/phase-strip/data.ts';
import {
  attentionX,
  measureScale,
  measureTicks,
  placeRuns,
  seedOffsets,
  stripLayout,
  walkingOrder,
} from '../../../src/plots/explainers/phase-strip/layout.ts';
import { runAt, shapePath } from '../../../src/plots/explainers/phase-strip/marks.ts';
import {
  countRuns,
  reasonAtFoot,
  runLines,
  stripSummary,
  stripText,
} from '../../../src/plots/explainers/phase-strip/wording.ts';

const pizza: PhaseRun = {
  attention: 0,
  width: 128,
  seed: 1,
  symmetricity: 0.994,
  irrelevance: 0.172,
  verdict: 'pizza',
  circular: true,
  learned: true,
};
const clock: PhaseRun = {
  ...pizza,
  attention: 1,
  symmetricity: 0.334,
  irrelevance: 0.848,
  verdict: 'clock',
};
const learning = { ...clock, verdict: 'learning', learned: false, attention: 0.5 };
const unmeasured = { ...pizza, symmetricity: null, attention: 0.3 };
const layout = stripLayout(480);

describe('runs', () => {
  it('are told apart by shape', () => {
    const kinds = [pizza, clock, learning].map(kindOf);
    expect(kinds).toEqual(['pizza', 'clock', 'neither']);
    expect(new Set(kinds.map(shapePath)).size).toBe(3);
  });

  it('without a value stand hollow at the foot, and are never dropped', () => {
    const runs = [pizza, learning, unmeasured, clock];
    const placed = placeRuns({ runs, measure: 'symmetricity' }, layout);
    expect(placed.map(({ isHollow }) => isHollow)).toEqual([false, true, true, false]);
    for (const { y } of placed.filter(({ isHollow }) => isHollow)) {
      expect(y).toBeGreaterThan(layout.axisHeight);
      expect(y).toBeLessThan(layout.plotHeight);
    }
    expect(measuredValue(unmeasured, 'irrelevance')).toBe(0.172);
    expect(reasonAtFoot(learning, 'irrelevance')).toBe('no value: it never learned to add');
    expect(reasonAtFoot(unmeasured, 'symmetricity')).toBe('no value: it could not be measured');
    expect(reasonAtFoot(unmeasured, 'irrelevance')).toBeUndefined();
  });

  it('rise with their value, 0.98 … 1 taking a readable part of the axis', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        for (const measure of ['irrelevance', 'symmetricity'] as const) {
          const y = measureScale({ runs: [clock], measure }, layout);
          expect(y(value)).toBeGreaterThanOrEqual(y(1) - 1e-9);
          expect(y(value)).toBeLessThanOrEqual(y(0) + 1e-9);
          expect(y(value * 0.9)).toBeGreaterThanOrEqual(y(value) - 1e-9);
        }
      }),
    );
    const y = measureScale({ runs: [clock], measure: 'symmetricity' }, layout);
    expect(y(0.98) - y(1)).toBeGreaterThan(0.25 * layout.axisHeight);
    const ticks = measureTicks({ runs: [clock], measure: 'symmetricity' }, layout);
    for (const { text, position } of ticks) expect(y(Number(text))).toBeCloseTo(position, 9);
    expect(ticks.find(({ kind }) => kind === 'threshold')?.text).toBe('0.98');
    const irrelevance = measureTicks({ runs: [clock], measure: 'irrelevance' }, layout);
    expect(irrelevance.find(({ kind }) => kind === 'threshold')?.text).toBe('0.6');
  });

  it('reach below 0 where the data do', () => {
    const runs = [{ ...clock, symmetricity: -0.31 }];
    const [placed] = placeRuns({ runs, measure: 'symmetricity' }, layout);
    expect(placed?.y).toBeLessThan(layout.axisHeight);
    expect(
      measureTicks({ runs, measure: 'symmetricity' }, layout).map(({ text }) => text),
    ).toContain('0');
  });
});

describe('seeds', () => {
  const rates = [0, 0.1, 0.2];
  const runs = rates.flatMap((attention) =>
    [3, 1, 2].map((seed) => ({ ...pizza, attention, seed })),
  );

  it('stand side by side, the same way at every rate', () => {
    const offsets = seedOffsets(runs, 400);
    expect(offsets.slice(0, 3)).toEqual(offsets.slice(3, 6));
    expect(offsets.slice(0, 3)).toEqual([8, -8, 0]);
    expect(seedOffsets([pizza], 400)).toEqual([0]);
  });

  it('never reach the next attention rate', () => {
    const count = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(count, fc.integer({ min: 2, max: 21 }), (seeds, steps) => {
        const many = Array.from({ length: steps * seeds }, (_, index) => ({
          ...pizza,
          attention: Math.floor(index / seeds) / (steps - 1),
          seed: index % seeds,
        }));
        const placed = placeRuns({ runs: many, measure: 'irrelevance' }, layout);
        const order = walkingOrder(many).map((index) => placed[index]?.x ?? 0);
        for (let next = 1; next < order.length; next++) {
          expect(order[next]).toBeGreaterThan(order[next - 1] as number);
        }
        expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...order)).toBeLessThanOrEqual(layout.plotWidth);
      }),
      { numRuns: 40 },
    );
  });

  it('are walked through by rate, then seed', () => {
    expect(walkingOrder(runs)).toEqual([1, 2, 0, 4, 5, 3, 7, 8, 6]);
  });
});

describe('pointing', () => {
  it('finds the nearest run within reach', () => {
    const placed = placeRuns({ runs: [pizza, clock], measure: 'irrelevance' }, layout);
    const [first] = placed;
    expect(runAt(placed, (first?.x ?? 0) + 12, (first?.y ?? 0) - 5)).toBe(0);
    expect(runAt(placed, attentionX(layout, 0.5), 20)).toBeUndefined();
    expect(runAt([], 0, 0)).toBeUndefined();
  });
});

describe('words', () => {
  const runs = [
    pizza,
    clock,
    learning,
    unmeasured,
    { ...clock, verdict: 'non-circular', circular: false },
  ];

  it('count', () => {
    const data = { runs, measure: 'symmetricity', picked: null } as const;
    expect(countRuns(data)).toEqual({ pizza: 1, clock: 1, neither: 1, hollow: 2 });
    expect(stripSummary(data)).toBe(
      'Attention rate across, gradient symmetricity, stretched near 1 upwards. ' +
        '5 runs: 1 Pizza, 1 Clock, 1 between, 2 without a value. ' +
        'Last Pizza at attention rate 0, first Clock at 1.',
    );
    expect(stripSummary({ ...data, picked: 1 })).toContain('Picked: attention rate 1 · seed 1');
  });

  it('say where Pizzas end and Clocks begin', () => {
    const text = (list: readonly PhaseRun[]) =>
      stripText({ runs: list, measure: 'irrelevance', picked: null });
    expect(text([])).toBe('No runs yet.');
    expect(text([pizza])).toBe('Last Pizza at attention rate 0, no Clock.');
    expect(text([clock])).toBe('First Clock at attention rate 1, no Pizza.');
    expect(text([{ ...pizza, verdict: 'between' }])).toBe('All are between.');
  });

  it('describe a run', () => {
    expect(runLines(pizza, 'irrelevance')).toEqual([
      'attention rate 0 · seed 1',
      'width 128 · q 0.172 · GS 0.994',
      'Pizza',
    ]);
    expect(runLines(learning, 'irrelevance')[2]).toBe('no value: it never learned to add');
    expect(runLines({ ...pizza, verdict: 'non-circular', circular: false }, 'irrelevance')[2]).toBe(
      'not circular',
    );
    expect(runLines({ ...pizza, verdict: 'between', circular: false }, 'irrelevance')[2]).toBe(
      'between, not circular',
    );
  });
});
