/** A number that moves to its target over a few frames, so that an axis slides instead of jumps. */

import { prefersReducedMotion } from '../figure.ts';

const timeConstant = 80;
const longestFrame = 100;

/** A gliding number. */
export interface Glide {
  readonly value: number;
  /** Sets a new target; the first one, and any one under reduced motion, is reached at once. */
  aim(target: number): void;
  /** Reaches a target at once. */
  jump(target: number): void;
  /**
   * Moves on.
   * @param time of the frame, in milliseconds
   * @returns true while the target is not reached
   */
  advance(time: number): boolean;
}

/** Makes a gliding number that has no target yet. */
export function createGlide(): Glide {
  let value = Number.NaN;
  let target = Number.NaN;
  let tolerance = 0;
  let previousTime: number | undefined;

  function jump(next: number): void {
    value = next;
    target = next;
    previousTime = undefined;
  }

  return {
    get value() {
      return value;
    },
    jump,
    aim(next) {
      if (next === target) return;
      if (Number.isNaN(value) || prefersReducedMotion()) {
        jump(next);
        return;
      }
      target = next;
      tolerance = Math.abs(next - value) * 0.003;
    },
    advance(time) {
      if (value === target || Number.isNaN(value)) return false;
      const elapsed = Math.min(longestFrame, time - (previousTime ?? time - 16));
      previousTime = time;
      value += (target - value) * (1 - Math.exp(-elapsed / timeConstant));
      if (Math.abs(target - value) <= tolerance) jump(target);
      return value !== target;
    },
  };
}
