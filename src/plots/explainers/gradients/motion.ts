/** The three marks on their way around the circle. */

import type { Tween } from '../../circles/tween.ts';
import { createTween } from '../../circles/tween.ts';
import { nearestTurn } from '../../pair/geometry.ts';
import type { MarkName } from './data.ts';

/** Angles in radians. */
export type MarkAngles = Readonly<Record<MarkName, number>>;

export interface MarksMotion {
  /** @param duration in milliseconds */
  retarget(angles: MarkAngles, now: number, duration: number): void;
  at(now: number): MarkAngles;
  isMoving: Tween['isMoving'];
}

/** Every mark takes the shorter way round. */
export function createMarksMotion(): MarksMotion {
  const tween = createTween();
  let isFirst = true;
  const at = (now: number): MarkAngles => {
    const [a = 0, b = 0, c = 0] = tween.at(now);
    return { a, b, c };
  };
  return {
    at,
    retarget(next, now, duration) {
      const before = isFirst ? next : at(now);
      const near = (name: MarkName) => nearestTurn(next[name], before[name]);
      tween.retarget([near('a'), near('b'), near('c')], now, isFirst ? 0 : duration);
      isFirst = false;
    },
    isMoving: tween.isMoving,
  };
}
