import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTransition, type TransitionPoint } from '../../src/analysis/transition.ts';
import { createRandomStream } from '../../src/math/random.ts';
import { missingReference, referencePath } from '../support/reference.ts';

/** Runs drawn from a logistic curve. */
function drawn(midpoint: number, span: number, count: number, seed: number): TransitionPoint[] {
  const random = createRandomStream(seed, 'test');
  return Array.from({ length: count }, (_, index) => {
    const x = index / (count - 1);
    const share = 1 / (1 + Math.exp((-2 * Math.log(9) * (x - midpoint)) / span));
    return { x, crossed: random.integer(1_000_000) / 1_000_000 < share };
  });
}

describe('a transition', () => {
  it('is found where it was put, with an interval around it', () => {
    const found = fitTransition(drawn(0.55, 0.3, 4000, 1));
    expect(found?.midpoint).toBeCloseTo(0.55, 1);
    expect(found?.span).toBeCloseTo(0.3, 1);
    const [low, high] = found?.interval ?? [0, 0];
    expect(low).toBeLessThan(0.55);
    expect(high).toBeGreaterThan(0.55);
    expect(high - low).toBeLessThan(0.05);
    expect(fitTransition(drawn(0.55, 0.3, 4000, 1))).toEqual(found);
  });

  it('has no span where nothing overlaps, and none at all on one side', () => {
    const clean = [0, 0.2, 0.4, 0.6, 0.8].map((x) => ({ x, crossed: x > 0.5 }));
    expect(fitTransition(clean)).toMatchObject({ midpoint: 0.5, span: 0, count: 5 });
    expect(fitTransition(clean.filter(({ crossed }) => crossed))).toBeUndefined();
    expect(fitTransition([])).toBeUndefined();
    const backwards = [0, 0.2, 0.4, 0.6, 0.8].map((x) => ({ x, crossed: x < 0.5 }));
    expect(fitTransition(backwards)).toBeUndefined();
    expect(
      fitTransition([
        { x: 0.5, crossed: true },
        { x: 0.5, crossed: false },
      ]),
    ).toBeUndefined();
  });

  it('is finite or missing for any runs', () => {
    const point = fc.record({ x: fc.constantFrom(0, 0.25, 0.5, 0.75, 1), crossed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const found = fitTransition(points);
        if (found === undefined) return;
        expect([found.midpoint, found.span, ...found.interval].every(Number.isFinite)).toBe(true);
        expect(found.span).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

/** Circular one-layer runs of width 128 with every answer right, as the known values use them. */
function authorsRuns() {
  const [header = '', ...lines] = readFileSync(referencePath('tables/1l_fixedwidth.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return lines.flatMap((line) => {
    // One column holds a comma in a lambda's text, but never between the ones read here.
    const cells = line.split(',');
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    const number = (name: string) => (cell(name) === '' ? Number.NaN : Number(cell(name)));
    const plain =
      cell('n_layers') === '1' &&
      cell('d_model') === '128' &&
      cell('diff_vocab') === '0' &&
      cell('eqn_sign') === '0' &&
      cell('act_fn') === 'ReLU';
    const isKept = plain && number('circularity') >= 0.995 && number('validation_accuracy') === 1;
    const symmetricity = number('gradient_sim');
    const irrelevance = number('distance_irrelevance');
    if (!isKept || Number.isNaN(symmetricity + irrelevance)) return [];
    return [{ x: number('attn_coeff'), symmetricity, irrelevance }];
  });
}

describe.skipIf(missingReference !== undefined)(
  `the authors’ table${missingReference === undefined ? '' : ` (skipped: ${missingReference})`}`,
  () => {
    it('has the known midpoints and spans', () => {
      const runs = authorsRuns();
      expect(runs).toHaveLength(817);
      const gradients = fitTransition(
        runs.map(({ x, symmetricity }) => ({ x, crossed: symmetricity <= 0.98 })),
      );
      expect(gradients?.midpoint).toBeCloseTo(0.5164, 3);
      expect(gradients?.span).toBeCloseTo(0.0976, 3);
      const distance = fitTransition(
        runs.map(({ x, irrelevance }) => ({ x, crossed: irrelevance >= 0.6 })),
      );
      expect(distance?.midpoint).toBeCloseTo(0.5906, 3);
      expect(distance?.span).toBeCloseTo(0.468, 2);
    });
  },
);
