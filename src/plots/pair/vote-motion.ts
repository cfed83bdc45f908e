/** The votes on their way from one pair to the next: bars, scales and the right answer's line. */

import { createTween } from '../circles/tween.ts';
import type { Domain } from '../heatmap/domain.ts';
import type { VoteSheet } from './vote-sheet.ts';

/** What is drawn at one moment. */
export interface VoteMoment {
  /** The right answer's place on the axis. */
  readonly right: number;
  readonly circleDomain: Domain;
  readonly totalDomain: Domain;
  readonly circles: readonly Float32Array[];
  readonly sum: Float32Array;
  readonly full: Float32Array;
}

export interface VoteMotion {
  retarget(sheet: VoteSheet, now: number, duration: number): void;
  at(now: number): VoteMoment;
  isMoving(now: number): boolean;
}

const HEAD = 5;

export function createVoteMotion(): VoteMotion {
  const tween = createTween();
  let p = 0;
  let count = 0;

  return {
    retarget(sheet, now, duration) {
      const isOther = sheet.p !== p || sheet.circles.length !== count;
      p = sheet.p;
      count = sheet.circles.length;
      const values = new Float32Array(HEAD + (count + 2) * p);
      const { circleDomain, totalDomain } = sheet;
      values.set([
        sheet.right,
        circleDomain.low,
        circleDomain.high,
        totalDomain.low,
        totalDomain.high,
      ]);
      [...sheet.circles, sheet.sum, sheet.full].forEach(({ votes }, index) => {
        if (votes?.length === p) values.set(votes, HEAD + index * p);
      });
      tween.retarget(values, now, isOther ? 0 : duration);
    },
    at(now) {
      const values = tween.at(now);
      const value = (index: number) => values[index] ?? 0;
      const row = (index: number) => values.subarray(HEAD + index * p, HEAD + (index + 1) * p);
      return {
        right: value(0),
        circleDomain: { low: value(1), high: value(2) },
        totalDomain: { low: value(3), high: value(4) },
        circles: Array.from({ length: count }, (_, index) => row(index)),
        sum: row(count),
        full: row(count + 1),
      };
    },
    isMoving: tween.isMoving,
  };
}
