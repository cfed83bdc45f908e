/** The hands of one circle on their way from one pair to the next. */

import type { Tween } from '../circles/tween.ts';
import { createTween } from '../circles/tween.ts';
import type { PairHands } from './geometry.ts';
import { nearestTurn } from './geometry.ts';

/** Motion never takes longer than this, in milliseconds. */
export const LONGEST_PAIR_MOTION = 150;

export interface HandsMotion {
  retarget(hands: PairHands, now: number, duration: number): void;
  at(now: number): PairHands;
  isMoving: Tween['isMoving'];
}

/** Hands turn instead of passing through the centre, each the shorter way round. */
export function createHandsMotion(): HandsMotion {
  const tween = createTween();
  let isFirst = true;

  return {
    retarget({ a, b, answer, clockAngle, turn }, now, duration) {
      const before = tween.at(now);
      const near = (angle: number, index: number) =>
        isFirst ? angle : nearestTurn(angle, before[index] ?? angle);
      const values = [
        near(a.angle, 0),
        a.radius,
        near(b.angle, 2),
        b.radius,
        near(answer.angle, 4),
        answer.radius,
        near(clockAngle, 6),
        turn,
      ];
      tween.retarget(values, now, isFirst ? 0 : duration);
      isFirst = false;
    },
    at(now) {
      const value = tween.at(now);
      const hand = (index: number) => ({
        angle: value[index] ?? 0,
        radius: value[index + 1] ?? 0,
      });
      return {
        a: hand(0),
        b: hand(2),
        answer: hand(4),
        clockAngle: value[6] ?? 0,
        turn: value[7] ?? 0,
      };
    },
    isMoving: tween.isMoving,
  };
}
