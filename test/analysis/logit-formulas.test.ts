import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainedVariance, leastSquaresR2 } from '../../src/analysis/logit-fit.ts';
import {
  absoluteDifferenceFormula,
  accompanyingFormula,
  clockFormula,
  helpedFrequencies,
  type LogitFormula,
  pizzaFormula,
  pizzaPrimeFormula,
} from '../../src/analysis/logit-formulas.ts';
import { modulo } from '../../src/math/modular.ts';

/** The definitions as the paper writes them, one entry at a time. */
const written: readonly (readonly [
  name: string,
  make: (k: number, p: number) => LogitFormula,
  value: (w: number, a: number, b: number, c: number) => number,
])[] = [
  ['Q_clock', clockFormula, (w, a, b, c) => Math.cos(w * (a + b - c))],
  [
    'Q_pizza',
    pizzaFormula,
    (w, a, b, c) => Math.abs(Math.cos((w * (a - b)) / 2)) * Math.cos(w * (a + b - c)),
  ],
  [
    'Q_pizza, absolute difference',
    absoluteDifferenceFormula,
    (w, a, b, c) => {
      const [x, y] = midpoint(w, a, b);
      const [cosine, sine] = [Math.cos((w * c) / 2), Math.sin((w * c) / 2)];
      return Math.abs(x * cosine + y * sine) - Math.abs(-x * sine + y * cosine);
    },
  ],
  [
    'Q′_pizza',
    pizzaPrimeFormula,
    (w, a, b, c) => {
      const [x, y] = midpoint(w, a, b);
      const forCosine = (Math.abs(x) - Math.abs(y)) / 2;
      const forSine = (Math.abs(x + y) - Math.abs(x - y)) / (2 * Math.SQRT2);
      return forCosine * Math.cos(w * c) + forSine * Math.sin(w * c);
    },
  ],
  [
    'accompanying',
    accompanyingFormula,
    (w, a, b, c) => -Math.cos(w * (a - b)) * Math.cos(w * (a + b - c)),
  ],
];

function midpoint(w: number, a: number, b: number): readonly [number, number] {
  return [Math.cos(w * a) + Math.cos(w * b), Math.sin(w * a) + Math.sin(w * b)];
}

const moduli = fastCheck.integer({ min: 3, max: 23 });

describe.for(written)('the formula %s', ([, make, value]) => {
  it('is what the paper writes, whatever the modulus', () => {
    fastCheck.assert(
      fastCheck.property(moduli, fastCheck.nat(), (p, raw) => {
        const k = 1 + (raw % Math.floor(p / 2));
        const logits = fillLogits(p, (a, b, c) => value((2 * Math.PI * k) / p, a, b, c));
        const fit = explainedVariance(logits, p, make(k, p));
        // For p = 2k some formulas vanish everywhere.
        if (Number.isFinite(fit)) expect(fit).toBeCloseTo(1, 5);
        expect(leastSquaresR2(logits, p, [make(k, p)])).toSatisfy(
          (share: number) => !Number.isFinite(share) || Math.abs(share - 1) < 1e-5,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the fraction of variance explained', () => {
  const p = 11;
  const clock = fillLogits(p, (a, b, c) => 3 + 5 * Math.cos((2 * Math.PI * 4 * (a + b - c)) / p));

  it('does not depend on scale and offset, and is −1 for what has nothing in common', () => {
    expect(explainedVariance(clock, p, clockFormula(4, p))).toBeCloseTo(1, 6);
    expect(explainedVariance(clock, p, clockFormula(3, p))).toBeCloseTo(-1, 6);
  });

  it('looks at the first p columns only', () => {
    const wide = new Float32Array(p * p * (p + 2)).fill(1e6);
    for (let pair = 0; pair < p * p; pair++) {
      wide.set(clock.subarray(pair * p, (pair + 1) * p), pair * (p + 2));
    }
    expect(explainedVariance(wide, p, clockFormula(4, p))).toBeCloseTo(1, 6);
    expect(leastSquaresR2(wide, p, [clockFormula(4, p)])).toBeCloseTo(1, 6);
  });

  it('does not exist for equal logits', () => {
    expect(explainedVariance(new Float32Array(p ** 3), p, clockFormula(1, p))).toBeNaN();
    expect(leastSquaresR2(new Float32Array(p ** 3), p, [clockFormula(1, p)])).toBeNaN();
  });
});

describe('the least-squares fit', () => {
  it('splits a sum of formulas and counts a repeated one once', () => {
    const p = 13;
    const [first, second] = [clockFormula(2, p), pizzaFormula(5, p)];
    const logits = fillLogits(
      p,
      (a, b, c) =>
        2 * Math.cos((4 * Math.PI * (a + b - c)) / p) -
        Math.abs(Math.cos((5 * Math.PI * (a - b)) / p)) *
          Math.cos((10 * Math.PI * (a + b - c)) / p) +
        7,
    );
    expect(leastSquaresR2(logits, p, [first, second])).toBeCloseTo(1, 6);
    expect(leastSquaresR2(logits, p, [first, second, first])).toBeCloseTo(1, 6);
    const alone = leastSquaresR2(logits, p, [first]);
    expect(alone).toBeGreaterThan(0.5);
    expect(alone).toBeLessThan(0.99);
  });
});

describe('the circle that is helped', () => {
  it('is half the frequency, folded', () => {
    expect(helpedFrequencies(25, 59)).toEqual([17]);
    expect(helpedFrequencies(6, 59)).toEqual([3]);
    expect(helpedFrequencies(29, 59)).toEqual([15]);
  });

  it('has a doubled frequency that is the helper’s, for every modulus', () => {
    fastCheck.assert(
      fastCheck.property(moduli, fastCheck.nat(), (p, raw) => {
        const k = 1 + (raw % Math.floor(p / 2));
        const helped = helpedFrequencies(k, p);
        for (const j of helped) {
          expect(j).toBeGreaterThan(0);
          expect(j).toBeLessThanOrEqual(p / 2);
          expect([k, p - k]).toContain(modulo(2 * j, p));
        }
        const all = Array.from({ length: Math.floor(p / 2) }, (_, index) => index + 1);
        expect(new Set(helped)).toEqual(
          new Set(all.filter((j) => [k, p - k].includes(modulo(2 * j, p)))),
        );
      }),
    );
  });
});

function fillLogits(p: number, value: (a: number, b: number, c: number) => number): Float32Array {
  return Float32Array.from({ length: p ** 3 }, (_, at) =>
    value(Math.floor(at / p ** 2), Math.floor(at / p) % p, at % p),
  );
}
