/** A pair on its way to the next one. */

import type { Tween } from '../../circles/tween.ts';
import { createTween } from '../../circles/tween.ts';
import { nearestTurn } from '../../pair/geometry.ts';
import type { Strengths } from './votes.ts';

/** What is drawn at one moment. */
export interface PizzaMoment extends Strengths {
  /** Angle of a on the first circle; on the accompanying one it is twice this. */
  readonly a: number;
  readonly b: number;
}

export interface PizzaMotion {
  /** @param duration in milliseconds */
  retarget(moment: PizzaMoment, now: number, duration: number): void;
  at(now: number): PizzaMoment;
  isMoving: Tween['isMoving'];
}

/** Points move around the circle, each the shorter way; strengths grow and shrink evenly. */
export function createPizzaMotion(): PizzaMotion {
  const tween = createTween();
  let isFirst = true;
  const at = (now: number): PizzaMoment => {
    const [a = 0, b = 0, first = 0, second = 0] = tween.at(now);
    return { a, b, first, second };
  };
  return {
    at,
    retarget(next, now, duration) {
      const before = isFirst ? next : at(now);
      const values = [nearestTurn(next.a, before.a), nearestTurn(next.b, before.b)];
      tween.retarget([...values, next.first, next.second], now, isFirst ? 0 : duration);
      isFirst = false;
    },
    isMoving: tween.isMoving,
  };
}
