/**
 * A round drawing: from turns to pixels and back. One turn is the whole circle; where it starts and
 * which way it counts differs between a clock's face and the circle of the plane.
 */

/** A place in pixels, y downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Dial {
  readonly centreX: number;
  readonly centreY: number;
  /** Direction of turn 0 on the screen, in radians clockwise from the right. */
  readonly start: number;
  /** 1: turns count clockwise on the screen, −1: counterclockwise. */
  readonly sense: 1 | -1;
}

const FULL = 2 * Math.PI;
/** Arcs are drawn in pieces shorter than half a turn, for which SVG knows only one way round. */
const LONGEST_PIECE = 0.4;
/** Length in pixels of an arrowhead's strokes, and their angle to the arc in radians. */
const HEAD = 5;
const HEAD_ANGLE = 0.5;

/** A clock's face: from the top, clockwise. */
export function faceDial(centreX: number, centreY: number): Dial {
  return { centreX, centreY, start: -Math.PI / 2, sense: 1 };
}

/** The circle of the plane: from the right, counterclockwise. */
export function planeDial(centreX: number, centreY: number): Dial {
  return { centreX, centreY, start: 0, sense: -1 };
}

/** The same direction in 0 ≤ turn < 1. */
export function wrapTurn(turn: number): number {
  const wrapped = turn - Math.floor(turn);
  return wrapped < 1 ? wrapped : 0;
}

/** @param radius in pixels */
export function placeOn({ centreX, centreY, start, sense }: Dial, turn: number, radius: number) {
  const angle = start + sense * FULL * turn;
  return { x: centreX + radius * Math.cos(angle), y: centreY + radius * Math.sin(angle) };
}

/** Direction of a place from the centre, 0 ≤ turn < 1. */
export function turnAt({ centreX, centreY, start, sense }: Dial, { x, y }: Place): number {
  return wrapTurn((sense * (Math.atan2(y - centreY, x - centreX) - start)) / FULL);
}

/** An arc as an SVG path; empty where it has no length. @param to may lie beyond a full turn */
export function arcPath(dial: Dial, from: number, to: number, radius: number): string {
  const pieces = Math.ceil(Math.abs(to - from) / LONGEST_PIECE);
  if (pieces === 0) return '';
  const isClockwise = to > from === (dial.sense === 1);
  const turns = Array.from({ length: pieces }, (_, i) => from + ((to - from) * (i + 1)) / pieces);
  const r = radius.toFixed(1);
  const arcs = turns.map((turn) => {
    return `A${r},${r},0,0,${isClockwise ? 1 : 0},${pixels(placeOn(dial, turn, radius))}`;
  });
  return `M${pixels(placeOn(dial, from, radius))}${arcs.join('')}`;
}

/** The head of an arrow that ends an arc counted upwards, as an SVG path. */
export function arrowHead(dial: Dial, turn: number, radius: number): string {
  const tip = placeOn(dial, turn, radius);
  const heading = dial.start + dial.sense * (FULL * turn + Math.PI / 2);
  const [one, other] = [-HEAD_ANGLE, HEAD_ANGLE].map((side) => {
    const back = heading + Math.PI + side;
    return pixels({ x: tip.x + HEAD * Math.cos(back), y: tip.y + HEAD * Math.sin(back) });
  });
  return `M${one}L${pixels(tip)}L${other}`;
}

function pixels({ x, y }: Place): string {
  return `${x.toFixed(2)},${y.toFixed(2)}`;
}
