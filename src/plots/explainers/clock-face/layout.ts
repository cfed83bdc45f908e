/** Where everything stands on the clock's face, by its width. Pixels. */

import type { Dial } from '../shared/dial.ts';
import { faceDial } from '../shared/dial.ts';

export interface FaceLayout {
  readonly width: number;
  readonly height: number;
  readonly dial: Dial;
  /** Radius of the rim, where the marks end. */
  readonly rim: number;
  /** Radius on which the middles of the numerals lie. */
  readonly numerals: number;
  /** Radius of the hands' ends and of the arc of b. */
  readonly reach: number;
  /** Radius on which a's grip sits, inside the arc of b: the two never cover each other. */
  readonly knob: number;
}

const LARGEST_RIM = 168;
const MARGIN = 3;
const NUMERALS = 22;
const REACH = 52;
const KNOB = 76;

/** @param width of the figure, from 280 px up */
export function faceLayout(width: number): FaceLayout {
  const rim = Math.min(LARGEST_RIM, width / 2 - MARGIN);
  const height = 2 * (rim + MARGIN);
  return {
    width,
    height,
    dial: faceDial(width / 2, height / 2),
    rim,
    numerals: rim - NUMERALS,
    reach: rim - REACH,
    knob: rim - KNOB,
  };
}

/** Two numerals nearer to each other than this, in pixels, could touch: one stands on a disc. */
const NUMERAL_GAP = 28;

/**
 * The hours that are written on the face: all, or every fifth where all would touch. The answer
 * and a are always among them, unless a stands too near to the answer; others make room for them.
 *
 * @param radius on which they stand, in pixels
 */
export function writtenHours(hours: number, a: number, answer: number, radius: number): number[] {
  const pitch = (2 * Math.PI * radius) / hours;
  const every = pitch >= NUMERAL_GAP ? 1 : 5 * Math.ceil(NUMERAL_GAP / (5 * pitch));
  const written: number[] = [];
  const regular = Array.from({ length: Math.ceil(hours / every) }, (_, index) => index * every);
  for (const hour of [answer, a, ...regular]) {
    const isFree = written.every(
      (other) => distanceOnFace(hour, other, hours) * pitch >= NUMERAL_GAP,
    );
    if (isFree) written.push(hour);
  }
  return written;
}

/** Hours between two hours, the shorter way round. */
function distanceOnFace(one: number, other: number, hours: number): number {
  const apart = Math.abs(one - other) % hours;
  return Math.min(apart, hours - apart);
}

/** An arc from one direction to another, in turns. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The arc of b, parted at the top when it passes it. */
export interface PartedArc {
  readonly before: Stretch;
  /** From the top on; undefined while the arc does not reach beyond it. */
  readonly past: Stretch | undefined;
}

/** @param a @param b in turns, 0 ≤ turn < 1 */
export function partAtTop(a: number, b: number): PartedArc {
  const end = a + b;
  if (end <= 1 + 1e-6) return { before: { from: a, to: end }, past: undefined };
  return { before: { from: a, to: 1 }, past: { from: 0, to: end - 1 } };
}
