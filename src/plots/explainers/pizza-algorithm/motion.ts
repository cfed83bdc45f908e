/** A pair on its way to the next one. */

import type { Tween } from '../../circles/tween.ts';
import { createTween } from '../../circles/tween.ts';
import { prefersReducedMotion } from '../../figure.ts';
import { nearestTurn } from '../../pair/geometry.ts';
import type { Strengths } from './votes.ts';

/** Longest time of a glide, in milliseconds. */
const GLIDE = 250;

/**
 * How long the next glide may take: no longer than the time since the last one, so that a key held
 * down moves a mark evenly instead of ever starting anew.
 * @returns a function from a frame's time in milliseconds; 0 for what should not move
 */
export function createGlidePace(): (now: number, atOnce: boolean) => number {
  let last = Number.NEGATIVE_INFINITY;
  return (now, atOnce) => {
    const interval = now - last;
    last = now;
    return atOnce || prefersReducedMotion() ? 0 : Math.min(GLIDE, interval);
  };
}

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
