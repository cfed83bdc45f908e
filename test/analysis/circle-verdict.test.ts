import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accompanyingThreshold, judgeCircle } from '../../src/analysis/circle-verdict.ts';

const evidence = (fveClock: number, fvePizza: number, fveAccompanying = Number.NaN) => ({
  fveClock,
  fvePizza,
  fveAccompanying,
});

describe('the verdict on a circle', () => {
  it.each([
    ['pizza', evidence(0.5, 0.95)],
    ['clock', evidence(0.95, 0.5)],
    ['clock', evidence(0.7, 0.7)],
    ['pizza', evidence(-1, 0.001)],
    ['clock', evidence(0.001, -1)],
    ['none', evidence(0, 0)],
    ['none', evidence(-0.3, -0.6)],
    ['none', evidence(0, -0.6)],
    ['none', evidence(Number.NaN, Number.NaN)],
    ['accompanying', evidence(-0.9, -0.9, 0.901)],
    ['accompanying', evidence(0.99, 0.99, 0.95)],
    ['pizza', evidence(0.5, 0.95, 0.9)],
    ['clock', evidence(0.95, 0.5, 0.9)],
    ['none', evidence(-0.9, -0.9, 0.9)],
    ['pizza', evidence(0.5, 0.95, Number.NaN)],
  ] as const)('is %s for %o', (verdict, given) => {
    expect(judgeCircle(given)).toBe(verdict);
  });

  it('is the better formula unless neither or a third one fits', () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (clock, pizza, accompanying) => {
        const expected =
          accompanying > accompanyingThreshold
            ? 'accompanying'
            : clock <= 0 && pizza <= 0
              ? 'none'
              : pizza > clock
                ? 'pizza'
                : 'clock';
        expect(judgeCircle(evidence(clock, pizza, accompanying))).toBe(expected);
      }),
    );
  });
});
