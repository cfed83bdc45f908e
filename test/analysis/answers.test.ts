import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanWhere, readAnswers } from '../../src/analysis/answers.ts';
import type { Network } from '../../src/model/network.ts';
import { smallConfiguration } from '../support/networks.ts';

type Answering = Pick<Network, 'configuration' | 'answerClasses'>;

const answering = (p: number, answerClasses = p): Answering => ({
  configuration: smallConfiguration({ p }),
  answerClasses,
});

const labelOf = (pair: number, p: number) => (Math.floor(pair / p) + (pair % p)) % p;

/** Logits of all pairs in which the right class and the others have these values. */
function logitsOf(p: number, right: number, wrong: number): Float32Array {
  return Float32Array.from({ length: p ** 3 }, (_, at) =>
    at % p === labelOf(Math.floor(at / p), p) ? right : wrong,
  );
}

describe('answers', () => {
  it('are right where the right class has the largest logit', () => {
    const answers = readAnswers(answering(5), logitsOf(5, 2, -1));
    expect(answers.accuracy).toBe(1);
    expect([...answers.right]).toEqual(Array.from({ length: 25 }, () => 1));
    expect([...answers.correctLogits]).toEqual(Array.from({ length: 25 }, () => 2));
    expect([...answers.largestWrongLogits]).toEqual(Array.from({ length: 25 }, () => -1));
    expect(answers.loss).toBeCloseTo(Math.log(1 + 4 * Math.exp(-3)), 12);
    expect(readAnswers(answering(5), logitsOf(5, -1, 2)).accuracy).toBe(0);
  });

  it('that tie count for the lower class', () => {
    const { accuracy, right, loss } = readAnswers(answering(5), new Float32Array(125));
    expect(accuracy).toBe(0.2);
    right.forEach((flag, pair) => {
      expect(flag).toBe(labelOf(pair, 5) === 0 ? 1 : 0);
    });
    expect(loss).toBeCloseTo(Math.log(5), 12);
  });

  it('that tie with a higher class only are right', () => {
    const logits = new Float32Array(8).fill(-9);
    // p = 2; pair (0, 1) has the answer 1, pair (0, 0) the answer 0; both tie.
    logits.set([3, 3, 3, 3], 0);
    expect([...readAnswers(answering(2), logits).right.slice(0, 2)]).toEqual([1, 0]);
  });

  it('may be tokens beyond p, but only the classes that compete', () => {
    // p = 3 with five columns; the fourth class is larger than every answer.
    const logits = Float32Array.from({ length: 45 }, (_, at) => [0, 0, 0, 5, 50][at % 5] as number);
    const four = readAnswers(answering(3, 4), logits);
    expect(four.accuracy).toBe(0);
    expect([...four.largestWrongLogits]).toEqual(Array.from({ length: 9 }, () => 5));
    expect(four.loss).toBeCloseTo(Math.log(3 + Math.exp(5)), 12);
    const three = readAnswers(answering(3, 3), logits);
    expect(three.accuracy).toBeCloseTo(1 / 3, 12);
    expect(three.loss).toBeCloseTo(Math.log(3), 12);
  });
});

describe('the loss', () => {
  it('agrees with plain float64 for any logits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -80, max: 80, noNaN: true }), { minLength: 27, maxLength: 27 }),
        (values) => {
          const logits = Float32Array.from(values);
          readAnswers(answering(3), logits).losses.forEach((loss, pair) => {
            const row = logits.subarray(3 * pair, 3 * pair + 3);
            const right = row[labelOf(pair, 3)] as number;
            const plain = Math.log(row.reduce((sum, value) => sum + Math.exp(value - right), 0));
            // Plain addition to 1 loses what is smaller than 1e-16.
            expect(Math.abs(loss - plain)).toBeLessThan(1e-12 * Math.max(1, plain));
            expect(loss).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([1, 10, 20, 36, 40, 60, 100])('is precise where the lead is %i', (lead) => {
    const { loss } = readAnswers(answering(7), logitsOf(7, lead, 0));
    // log(1 + z) = z − z²/2 + z³/3 − …; three terms are enough where z is small.
    const z = 6 * Math.exp(-lead);
    const expected = z < 1e-3 ? z - z ** 2 / 2 + z ** 3 / 3 : Math.log(1 + z);
    expect(loss / expected).toBeCloseTo(1, 10);
    expect(loss).toBeGreaterThan(0);
  });

  it('of a confident mistake is finite', () => {
    expect(readAnswers(answering(5), logitsOf(5, -2000, 2000)).loss).toBeCloseTo(
      4000 + Math.log(4),
      9,
    );
  });

  it('is the mean of the pairs’ losses', () => {
    const logits = Float32Array.from({ length: 125 }, (_, at) => Math.sin(at));
    const { loss, losses } = readAnswers(answering(5), logits);
    expect(loss).toBeCloseTo(losses.reduce((sum, value) => sum + value, 0) / 25, 14);
  });
});

describe('a mean over some pairs', () => {
  it('takes those with the flag, and does not exist without any', () => {
    expect(meanWhere([1, 2, 3, 4], [0, 1, 0, 1], 1)).toBe(3);
    expect(meanWhere([1, 2, 3, 4], [0, 1, 0, 1], 0)).toBe(2);
    expect(meanWhere([1, 2], [0, 0], 1)).toBeNaN();
  });
});
