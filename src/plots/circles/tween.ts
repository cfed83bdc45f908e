/** Continuous motion of a list of coordinates from one snapshot to the next. */

import { easeQuadInOut } from 'd3';

/** A list of numbers on its way to new values. */
export interface Tween {
  /**
   * Sets out for new values from where the numbers are now. A duration of 0, or a list of another
   * length, arrives at once.
   */
  retarget(values: ArrayLike<number>, now: number, duration: number): void;
  /** The numbers at a time. The same array every call: copy it to keep it. */
  at(now: number): Float32Array;
  isMoving(now: number): boolean;
}

/** Motion never takes longer than this, in milliseconds. */
export const LONGEST_MOTION = 200;

export function createTween(): Tween {
  let start = new Float32Array(0);
  let target = new Float32Array(0);
  let current = new Float32Array(0);
  let startTime = 0;
  let duration = 0;

  const at = (now: number) => {
    const progress = duration > 0 ? Math.min(1, Math.max(0, (now - startTime) / duration)) : 1;
    // A short tween is one link of a chain of snapshots: constant speed joins the links smoothly.
    const eased = duration < LONGEST_MOTION ? progress : easeQuadInOut(progress);
    for (let index = 0; index < current.length; index++) {
      const from = start[index] as number;
      current[index] = from + eased * ((target[index] as number) - from);
    }
    return current;
  };

  return {
    at,
    retarget(values, now, newDuration) {
      const isSameLength = values.length === target.length;
      start = isSameLength ? Float32Array.from(at(now)) : Float32Array.from(values);
      target = Float32Array.from(values);
      if (!isSameLength) current = new Float32Array(values.length);
      startTime = now;
      duration = isSameLength ? newDuration : 0;
    },
    isMoving: (now) => duration > 0 && now < startTime + duration,
  };
}

/** Measures how long a motion may last: the time between two updates, at most LONGEST_MOTION. */
export function createPace(): (now: number) => number {
  let last: number | undefined;
  return (now) => {
    const interval = last === undefined ? 0 : now - last;
    last = now;
    return Math.min(LONGEST_MOTION, interval);
  };
}
