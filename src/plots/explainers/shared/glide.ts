/** Two hands on their way from one pair to the next, each the shorter way round. */

import type { Tween } from '../../circles/tween.ts';
import { createTween } from '../../circles/tween.ts';
import { wrapTurn } from './dial.ts';

/** Directions of the two hands, in turns. */
export interface HandTurns {
  readonly a: number;
  readonly b: number;
}

export interface HandsGlide {
  /** The first pair, and every pair with a duration of 0, is reached at once. */
  retarget(turns: HandTurns, now: number, duration: number): void;
  /** Both turns in 0 ≤ turn < 1. */
  at(now: number): HandTurns;
  isMoving: Tween['isMoving'];
}

/** Nearer to a whole turn than this, rounding on the way is to blame. */
const ROUNDING = 1e-5;

export function createHandsGlide(): HandsGlide {
  const tween = createTween();
  let isFirst = true;

  return {
    retarget({ a, b }, now, duration) {
      const before = tween.at(now);
      const near = (turn: number, from: number | undefined) =>
        isFirst || from === undefined ? turn : from + shorterWay(turn - from);
      tween.retarget([near(a, before[0]), near(b, before[1])], now, isFirst ? 0 : duration);
      isFirst = false;
    },
    at(now) {
      const [a = 0, b = 0] = tween.at(now);
      return { a: settled(a), b: settled(b) };
    },
    isMoving: tween.isMoving,
  };
}

function shorterWay(turn: number): number {
  return turn - Math.round(turn);
}

function settled(turn: number): number {
  const wrapped = wrapTurn(turn);
  return wrapped > 1 - ROUNDING || wrapped < ROUNDING ? 0 : wrapped;
}
