/** Labels on a ring outside the points, in the direction of what they name, pushed apart. */

/** A label that wants to stand in a direction. */
export interface RingLabel {
  readonly angle: number;
  readonly halfWidth: number;
}

const HALF_HEIGHT = 6.5;
const PASSES = 12;
const TURN = 2 * Math.PI;

/** Angles at which no two labels touch, near the wished ones. @param ring radius in pixels */
export function spreadOnRing(labels: readonly RingLabel[], ring: number): number[] {
  const angles = labels.map(({ angle }) => angle);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let one = 0; one < labels.length; one++) {
      for (let other = one + 1; other < labels.length; other++) {
        const needed = separation(labels[one] as RingLabel, labels[other] as RingLabel, ring);
        const gap = (angles[other] as number) - (angles[one] as number);
        const signed = gap - TURN * Math.round(gap / TURN);
        const missing = needed - Math.abs(signed);
        if (missing <= 1e-6) continue;
        // Labels in the same direction part in the order of the list.
        const push = ((signed < 0 ? -1 : 1) * missing) / 2;
        angles[one] = (angles[one] as number) - push;
        angles[other] = (angles[other] as number) + push;
      }
    }
  }
  return angles;
}

/** Centre of a label that stands outside a radius at an angle, y upwards. */
export function labelCentre(angle: number, halfWidth: number, clear: number) {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const radius = clear + halfWidth * Math.abs(cosine) + HALF_HEIGHT * Math.abs(sine);
  return { x: radius * cosine, y: radius * sine };
}

/** Boxes whose centres are a diagonal apart cannot touch, in whatever direction they lie. */
function separation(one: RingLabel, other: RingLabel, ring: number): number {
  const diagonal = Math.hypot(one.halfWidth + other.halfWidth, 2 * HALF_HEIGHT);
  return 2 * Math.asin(Math.min(1, diagonal / (2 * (ring + HALF_HEIGHT))));
}
