import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logisticCurve } from '../../../src/analysis/transition/logistic-curve.ts';
import { createTally } from '../../../src/analysis/transition/tally.ts';
import { fitTransition } from '../../../src/analysis/transition.ts';
import { createRandomStream } from '../../../src/math/random.ts';

/** Runs as groups. */
function groups(points: readonly (readonly [x: number, crossed: 0 | 1])[]) {
  const tally = createTally(
    Float64Array.from(points, ([x]) => x),
    Uint8Array.from(points, ([, crossed]) => crossed),
  );
  points.forEach((_, index) => {
    tally.add(index);
  });
  return tally.take();
}

const points = (text: string) =>
  [...text].map((letter, x) => ({ x, crossed: letter === 'x' }) as const);

describe('the likeliest curve', () => {
  it('leaves no slope of the likelihood, from whatever curve it starts', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom<0 | 1>(0, 1));
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 60 }), fc.nat(8), (runs, place) => {
        const found = logisticCurve(groups(runs));
        if (found === undefined || found.slope === Number.POSITIVE_INFINITY) return;
        const share = (x: number) => 1 / (1 + Math.exp(-(found.offset + found.slope * x)));
        const rest = runs.map(([x, crossed]) => crossed - share(x));
        expect(rest.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
        expect(rest.reduce((sum, value, at) => sum + value * (runs[at]?.[0] ?? 0), 0)).toBeCloseTo(
          0,
          5,
        );
        const start = { offset: -3 * place, slope: 3, midpoint: place };
        const again = logisticCurve(groups(runs), start);
        // A resample's curve is meant to be near, not exact.
        expect(Math.abs((again?.slope ?? 0) / found.slope - 1)).toBeLessThan(1e-3);
      }),
      { numRuns: 500 },
    );
  });

  it('is a step where both kinds share one x only', () => {
    const tied = [...points('oox'), { x: 1, crossed: true }, { x: 1, crossed: false }];
    expect(fitTransition(tied)).toMatchObject({ midpoint: 1, span: 0 });
  });

  it('does not exist where the share stays the same, or lies beyond all runs', () => {
    const even = [0, 1, 2, 3].flatMap((x) => [false, true].map((crossed) => ({ x, crossed })));
    expect(fitTransition(even)).toBeUndefined();
    const rare = [...Array.from({ length: 40 }, (_, at) => ({ x: at % 4, crossed: false }))];
    const slow = [
      ...rare,
      { x: 1, crossed: true },
      { x: 3, crossed: true },
      { x: 3, crossed: true },
    ];
    expect(fitTransition(slow)).toBeUndefined();
  });

  it('comes with an interval that stays among the runs', () => {
    const found = fitTransition(points('oxoxoooxxoxx'));
    expect(found?.interval[0]).toBeGreaterThanOrEqual(0);
    expect(found?.interval[1]).toBeLessThanOrEqual(11);
  });

  it('is found for ten thousand runs, and resampled', () => {
    const random = createRandomStream(1, 'test');
    const runs = Array.from({ length: 10_000 }, () => {
      const x = random.uniform();
      return { x, crossed: random.uniform() < 1 / (1 + Math.exp(-20 * (x - 0.5))) };
    });
    const found = fitTransition(runs);
    expect(found?.midpoint).toBeCloseTo(0.5, 1);
    // The deviation of the midpoint is √(4/(slope·n)), so the interval is about four of them wide.
    const [low, high] = found?.interval ?? [0, 0];
    expect((high - low) / (4 * Math.sqrt(1 / (20 * 10_000)))).toBeCloseTo(1, 0);
  });
});
