/** The path that a recorded canvas is at: its pieces as SVG, in the canvas's own pixels. */

import { short } from './markup.ts';

/** A transform that keeps shapes: a turn and a size, then a shift. */
export interface Similarity {
  /** Cosine and sine of the turn, times the size. */
  readonly a: number;
  readonly b: number;
  readonly e: number;
  readonly f: number;
}

/** A circle, when that is all a path is. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface RecordedPath {
  moveTo(x: number, y: number, at: Similarity): void;
  lineTo(x: number, y: number, at: Similarity): void;
  arc(
    x: number,
    y: number,
    radius: number,
    from: number,
    to: number,
    counter: boolean,
    at: Similarity,
  ): void;
  rect(x: number, y: number, width: number, height: number, at: Similarity): void;
  close(): void;
  /** The path as SVG's attribute d. */
  data(): string;
  disc(): Disc | undefined;
}

export const identity: Similarity = { a: 1, b: 0, e: 0, f: 0 };
const TURN = 2 * Math.PI;
/** Arcs are written in pieces shorter than half a turn, for which SVG knows only one way round. */
const LONGEST_PIECE = 2.5;

/** Where a point of the drawing lies on the canvas. */
export function place({ a, b, e, f }: Similarity, x: number, y: number): [number, number] {
  return [a * x - b * y + e, b * x + a * y + f];
}

/** How many of the canvas's pixels one unit of the drawing is. */
export function sizeOf({ a, b }: Similarity): number {
  return Math.hypot(a, b);
}

export function createRecordedPath(): RecordedPath {
  let pieces = '';
  let disc: Disc | undefined;

  function go(command: 'M' | 'L', x: number, y: number, at: Similarity) {
    const [left, top] = place(at, x, y);
    // A line without a beginning begins where it should have led to, as on a canvas.
    pieces += `${pieces === '' ? 'M' : command}${short(left)} ${short(top)}`;
    disc = undefined;
  }

  return {
    moveTo: (x, y, at) => go('M', x, y, at),
    lineTo: (x, y, at) => go('L', x, y, at),
    arc(x, y, radius, from, to, counter, at) {
      const isFirst = pieces === '';
      const sweep = arcSweep(from, to, counter);
      const point = (angle: number) =>
        [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      go('L', ...point(from), at);
      const size = short(radius * sizeOf(at));
      const count = Math.max(1, Math.ceil(Math.abs(sweep) / LONGEST_PIECE));
      for (let piece = 1; piece <= count; piece++) {
        const [left, top] = place(at, ...point(from + (sweep * piece) / count));
        pieces += `A${size} ${size} 0 0 ${sweep > 0 ? 1 : 0} ${short(left)} ${short(top)}`;
      }
      if (!isFirst || Math.abs(sweep) < TURN) return;
      const [left, top] = place(at, x, y);
      disc = { x: left, y: top, radius: radius * sizeOf(at) };
    },
    rect(x, y, width, height, at) {
      go('M', x, y, at);
      go('L', x + width, y, at);
      go('L', x + width, y + height, at);
      go('L', x, y + height, at);
      pieces += 'Z';
    },
    close() {
      if (pieces !== '') pieces += 'Z';
    },
    data: () => pieces,
    disc: () => disc,
  };
}

/** How far an arc goes, in radians: a full turn at most, by the rules of the canvas. */
export function arcSweep(from: number, to: number, counter: boolean): number {
  const sweep = counter ? from - to : to - from;
  const wrapped = sweep >= TURN ? TURN : ((sweep % TURN) + TURN) % TURN;
  return counter ? -wrapped : wrapped;
}
