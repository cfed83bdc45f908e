import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockVotes,
  neighboursOnCircle,
  presenceOf,
  residueNear,
  residueTurn,
  wholeDegrees,
} from '../../../src/plots/explainers/clock-algorithm/geometry.ts';
import {
  answerX,
  clockLayout,
  voteY,
} from '../../../src/plots/explainers/clock-algorithm/layout.ts';
import {
  clockText,
  ringLabel,
  votesLabel,
} from '../../../src/plots/explainers/clock-algorithm/wording.ts';

const circle = fc.constantFrom(5, 31, 59, 113).chain((p) => {
  const residue = fc.integer({ min: 0, max: p - 1 });
  return fc.tuple(fc.constant(p), fc.integer({ min: 1, max: (p - 1) / 2 }), residue, residue);
});

describe('the circle', () => {
  it('finds every residue where it stands', () => {
    fc.assert(
      fc.property(circle, ([p, k, t, preferred]) => {
        expect(residueNear(k, p, residueTurn(k, t, p), preferred)).toBe(t);
      }),
    );
  });

  it('prefers the present residue where several share a place', () => {
    expect(residueNear(2, 10, 0, 5)).toBe(5);
    expect(residueNear(2, 10, 0, 3)).toBe(0);
  });

  it('names the residues beside another one', () => {
    expect(neighboursOnCircle(1, 59, 0)).toEqual([58, 1]);
    // 17 · 7 = 2 · 59 + 1.
    expect(neighboursOnCircle(17, 59, 11)).toEqual([4, 18]);
    expect(neighboursOnCircle(2, 10, 3)).toEqual([]);
  });
});

describe('the votes', () => {
  it('are largest for a + b, then for its neighbours on the circle', () => {
    fc.assert(
      fc.property(circle, ([p, k, a, b]) => {
        const turn = residueTurn(k, a, p) + residueTurn(k, b, p);
        const votes = clockVotes(k, p, turn);
        const order = Array.from(votes.keys()).sort(
          (one, other) => (votes[other] as number) - (votes[one] as number),
        );
        expect(order[0]).toBe((a + b) % p);
        expect(votes[order[0] as number]).toBeCloseTo(1, 10);
        const beside = neighboursOnCircle(k, p, (a + b) % p).sort();
        expect(order.slice(1, 3).sort()).toEqual(beside);
        expect(votes[order[1] as number]).toBeCloseTo(Math.cos((2 * Math.PI) / p), 10);
      }),
    );
  });

  it('decide how clearly residues are drawn', () => {
    expect(presenceOf(1)).toBe(1);
    expect(presenceOf(-1)).toBeCloseTo(0.22);
    expect(presenceOf(0.9)).toBeGreaterThan(presenceOf(0.8));
  });
});

describe('degrees', () => {
  it('add up as they are written, each within a degree of the truth', () => {
    fc.assert(
      fc.property(circle, ([p, k, a, b]) => {
        const turns = { a: residueTurn(k, a, p), b: residueTurn(k, b, p) };
        const degrees = wholeDegrees(turns.a, turns.b);
        expect(degrees.a + degrees.b).toBe(degrees.sum);
        expect(Math.abs(degrees.sum - 360 * (turns.a + turns.b))).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(Math.abs(degrees.a - 360 * turns.a)).toBeLessThan(1);
        expect(Math.abs(degrees.b - 360 * turns.b)).toBeLessThan(1);
        expect(Math.min(degrees.a, degrees.b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('stay 0 where a hand does not turn', () => {
    expect(wholeDegrees(0, 14 / 59)).toEqual({ a: 0, b: 85, sum: 85 });
  });
});

describe('words', () => {
  it('add angles and name the answer', () => {
    expect(clockText(59, 1, 12, 34)).toBe(
      'Angles add: 73° + 208° = 281°. The hand points at 46, ' +
        'and every c near it on the circle is almost as likely.',
    );
    expect(clockText(59, 17, 40, 30)).toContain('189° + 232° = 421°, the same as 61°.');
  });

  it('describe circle and votes', () => {
    expect(ringLabel(59, 17, 40, 30)).toBe(
      'Circle of frequency 17 with 59 points. Hands at 40 and 30; ' +
        "their angles added, the Clock's hand points at 11.",
    );
    expect(votesLabel(59, 17, 40, 30)).toBe(
      'Votes for c from 0 to 58. Highest for 11: 1, ' +
        'then for its neighbours on the circle, 4 and 18: 0.99.',
    );
    expect(votesLabel(10, 2, 1, 1)).toBe('Votes for c from 0 to 9. Highest for 2: 1.');
  });
});

describe('layout', () => {
  it('fits every width, beside each other only where there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 900 }), (width) => {
        const { ring, votes, isWide } = clockLayout(width);
        expect(ring.radius).toBeGreaterThanOrEqual(80);
        expect(ring.dial.centreX + ring.radius).toBeLessThan(ring.width - 40);
        expect(ring.dial.centreY + ring.radius).toBeLessThan(ring.height - 20);
        expect(votes.right).toBeLessThanOrEqual(votes.width);
        expect(votes.bottom - votes.top).toBeGreaterThan(80);
        if (isWide) expect(ring.width + votes.width).toBeLessThan(width);
        else expect(Math.max(ring.width, votes.width)).toBe(width);
      }),
    );
    expect(clockLayout(480).isWide).toBe(false);
    expect(clockLayout(700).isWide).toBe(true);
  });

  it('places answers and votes', () => {
    const { votes } = clockLayout(480);
    expect(answerX(votes, -0.5, 59)).toBeCloseTo(votes.left);
    expect(answerX(votes, 58.5, 59)).toBeCloseTo(votes.right);
    expect(voteY(votes, 1)).toBe(votes.top);
    expect(voteY(votes, -1)).toBe(votes.bottom);
  });
});
