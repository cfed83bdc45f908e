/**
 * Where the two labelled residues' numbers stand: on a ring outside all points, in the direction
 * of their points, pushed apart when they would touch. The ring makes a collision with a point
 * impossible whatever the plane looks like.
 */

/** Direction of the first label, and the angle from there counterclockwise to the second. */
export interface LabelDirections {
  readonly angle: number;
  readonly gap: number;
}

/** Half width and half height of a label's box, in pixels. */
export interface LabelBox {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Centre of a label in pixels from the circle's centre, y upwards. */
export interface LabelPosition {
  readonly x: number;
  readonly y: number;
}

const TURN = 2 * Math.PI;

/**
 * The second label may lie this far clockwise of the first before it counts as standing on the
 * other side: neighbours on a noisy circle then keep their order instead of trading places.
 */
const ORDER_TOLERANCE = 0.5;

/** Directions of two points. @param points x, y pairs, y upwards */
export function labelDirections(
  points: ArrayLike<number>,
  first: number,
  second: number,
): LabelDirections {
  const angle = pointAngle(points, first);
  const gap = wrap(pointAngle(points, second) - angle + ORDER_TOLERANCE) - ORDER_TOLERANCE;
  return { angle, gap };
}

/** Box of a residue's number in 11 px tabular figures. */
export function labelBox(residue: number): LabelBox {
  return { halfWidth: (String(residue).length * 6.8 + 2) / 2, halfHeight: 6.5 };
}

/**
 * Centres of both labels.
 *
 * @param ring radius that clears all points, in pixels
 */
export function placeLabels(
  directions: LabelDirections,
  ring: number,
  boxes: readonly [LabelBox, LabelBox],
): [LabelPosition, LabelPosition] {
  const nearest = ring + Math.min(boxes[0].halfHeight, boxes[1].halfHeight);
  const width = boxes[0].halfWidth + boxes[1].halfWidth;
  const height = boxes[0].halfHeight + boxes[1].halfHeight;
  // Boxes whose centres are a diagonal apart cannot touch, in whatever direction they lie.
  const separation = 2 * Math.asin(Math.min(1, Math.hypot(width, height) / (2 * nearest)));
  const gap = Math.min(TURN - separation, Math.max(separation, directions.gap));
  const angle = directions.angle - (gap - directions.gap) / 2;
  return [onRing(angle, ring, boxes[0]), onRing(angle + gap, ring, boxes[1])];
}

/** Space a label needs outside the points' disc. */
export function labelMargin(box: LabelBox): number {
  return 2 * Math.max(box.halfWidth, box.halfHeight);
}

function onRing(angle: number, ring: number, box: LabelBox): LabelPosition {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const radius = ring + box.halfWidth * Math.abs(cosine) + box.halfHeight * Math.abs(sine);
  return { x: radius * cosine, y: radius * sine };
}

function pointAngle(points: ArrayLike<number>, residue: number): number {
  return Math.atan2(points[2 * residue + 1] ?? 0, points[2 * residue] ?? 0);
}

function wrap(angle: number): number {
  return ((angle % TURN) + TURN) % TURN;
}
