import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrequencyShare } from '../../src/analysis/spectrum.ts';
import { judge, type VerdictEvidence } from '../../src/analysis/verdict.ts';

const p = 59;

/** A frequency with its share of power and its roundness. */
const plane = (k: number, powerFraction: number, axisRatio: number): FrequencyShare => ({
  k,
  powerFraction,
  axisRatio,
  sharedFactor: 1,
});

const pizza: VerdictEvidence = {
  testAccuracy: 1,
  gradientSymmetricity: 0.9937,
  distanceIrrelevance: 0.1717,
  circularity: 0.9978,
  frequencies: [plane(17, 0.5, 0.99), plane(3, 0.5, 0.99)],
};
const verdictOn = (changes: Partial<VerdictEvidence>) => judge({ ...pizza, ...changes }, p);

describe('the verdict', () => {
  it('waits until the network has learned', () => {
    expect(verdictOn({ testAccuracy: 0.29 })).toEqual({
      kind: 'learning',
      reason: 'It answers 29 % of the pairs it never saw; a verdict needs 99 %.',
    });
    expect(verdictOn({ testAccuracy: Number.NaN }).kind).toBe('learning');
    expect(verdictOn({ testAccuracy: 0.99 }).kind).toBe('pizza');
  });

  it('is not given on measures that have no value', () => {
    for (const broken of [
      { gradientSymmetricity: Number.NaN },
      { distanceIrrelevance: Number.NaN },
    ]) {
      const { kind, reason } = verdictOn(broken);
      expect(kind).toBe('between');
      expect(reason).toMatch(/no value/);
      expect(reason).not.toContain('NaN');
    }
  });

  it('never claims the share it says is missing', () => {
    const { reason } = verdictOn({ testAccuracy: 690 / 697 });
    expect(reason).toContain('98.9 %');
    for (let right = 0; right < 690; right++) {
      expect(verdictOn({ testAccuracy: right / 697 }).reason).not.toMatch(/answers (99|100)/);
    }
  });

  it('is Pizza for the paper’s Model A and gives both measures', () => {
    const { kind, reason } = verdictOn({});
    expect(kind).toBe('pizza');
    expect(reason).toContain('0.994');
    expect(reason).toContain('0.17');
  });

  it('is Clock for the paper’s Model B and gives both measures', () => {
    const { kind, reason } = verdictOn({
      gradientSymmetricity: 0.3336,
      distanceIrrelevance: 0.8483,
    });
    expect(kind).toBe('clock');
    expect(reason).toContain('0.334');
    expect(reason).toContain('0.85');
  });

  it('is between when the measures disagree, and says which does', () => {
    const symmetric = verdictOn({ distanceIrrelevance: 0.75 });
    expect(symmetric.kind).toBe('between');
    expect(symmetric.reason).toMatch(/agree \(0\.994 .*But.*too little.*q = 0\.75/);
    const asymmetric = verdictOn({ gradientSymmetricity: 0.7 });
    expect(asymmetric.kind).toBe('between');
    expect(asymmetric.reason).toMatch(/q = 0\.17.*but the gradients.*differ \(0\.700/);
  });

  it('never writes a number that reads like its threshold when it is not', () => {
    const { reason } = verdictOn({ gradientSymmetricity: 0.98004, distanceIrrelevance: 0.598 });
    expect(reason).toContain('0.98004 > 0.98');
    expect(reason).toContain('0.598 < 0.6');
  });

  it('follows the thresholds to the letter', () => {
    const kind = (gradientSymmetricity: number, distanceIrrelevance: number) =>
      verdictOn({ gradientSymmetricity, distanceIrrelevance }).kind;
    expect(kind(0.98, 0.6)).toBe('clock');
    expect(kind(0.9801, 0.5999)).toBe('pizza');
    expect(kind(0.98, 0.5999)).toBe('between');
    expect(kind(0.9801, 0.6)).toBe('between');
  });
});

describe('the verdict on an embedding without circles', () => {
  const notCircular = (frequencies: readonly FrequencyShare[]) =>
    verdictOn({ circularity: 0.61, frequencies });

  it('names a line bent by its harmonics', () => {
    const { kind, reason } = notCircular([plane(20, 0.7, 0.1), plane(19, 0.2, 0.2)]);
    expect(kind).toBe('non-circular');
    expect(reason).toContain('circularity 0.610');
    // 2·20 = 40 ≡ −19.
    expect(reason).toContain('a line of frequency 20 bent by its harmonics');
  });

  it('names a Lissajous figure', () => {
    const { reason } = notCircular([plane(20, 0.6, 0.1), plane(7, 0.3, 0.2)]);
    expect(reason).toContain('frequencies 20 and 7 share a plane, a Lissajous figure');
  });

  it('names a single line, and no shape where none is recognised', () => {
    expect(notCircular([plane(20, 0.9, 0.1), plane(7, 0.06, 0.6)]).reason).toContain(
      'frequency 20 is nearly a line',
    );
    const flattened = notCircular([plane(20, 0.9, 0.5)]);
    expect(flattened.kind).toBe('non-circular');
    expect(flattened.reason).toContain('below 0.995). Clock and Pizza');
  });

  it('does not apply when a main plane is round, or when the paper’s filter is passed', () => {
    expect(notCircular([plane(20, 0.6, 0.1), plane(7, 0.3, 0.9)]).kind).toBe('pizza');
    expect(verdictOn({ frequencies: [plane(20, 0.9, 0.1)] }).kind).toBe('pizza');
  });

  it('ignores round planes without power, and needs main planes at all', () => {
    expect(notCircular([plane(20, 0.9, 0.1), plane(7, 0.04, 1)]).kind).toBe('non-circular');
    expect(notCircular([plane(20, 0.04, 0.1), plane(7, 0.04, 0.1)]).kind).toBe('pizza');
  });
});

describe('any verdict', () => {
  it('is a sentence with the numbers it rests on', () => {
    const unit = fastCheck.double({ min: 0, max: 1, noNaN: true });
    const evidence = fastCheck.record({
      testAccuracy: fastCheck.oneof(unit, fastCheck.constant(1)),
      gradientSymmetricity: fastCheck.double({ min: -1, max: 1, noNaN: true }),
      distanceIrrelevance: unit,
      circularity: unit,
      frequencies: fastCheck.array(
        fastCheck
          .tuple(fastCheck.integer({ min: 1, max: 29 }), unit, unit)
          .map((drawn) => plane(...drawn)),
      ),
    });
    fastCheck.assert(
      fastCheck.property(evidence, (drawn) => {
        const { kind, reason } = judge(drawn, p);
        expect(reason).toMatch(/^[A-Z].*\.$/);
        if (['pizza', 'clock', 'between'].includes(kind)) {
          expect(numberIn(reason, /\((-?[\d.]+) [>≤] 0\.98\)/)).toBeCloseTo(
            drawn.gradientSymmetricity,
            2,
          );
          expect(numberIn(reason, /q = ([\d.]+) [<≥] 0\.6\)/)).toBeCloseTo(
            drawn.distanceIrrelevance,
            1,
          );
        }
        if (kind === 'non-circular') expect(reason).toContain(drawn.circularity.toFixed(3));
        expect(kind === 'learning').toBe(drawn.testAccuracy < 0.99);
      }),
    );
  });
});

/** The number a sentence gives at a place. */
function numberIn(sentence: string, place: RegExp): number {
  return Number(place.exec(sentence)?.[1]);
}
