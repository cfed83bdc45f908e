/** The words and numbers of the circles figure. */

import type { CirclePlane } from './data.ts';
import { neighbourStep, samePlace } from './step-order.ts';

const ROUND_FROM = 0.9;
const LINE_BELOW = 0.3;

/** Power share in whole per cents. */
export function shareText(powerFraction: number): string {
  return powerFraction < 0.01 ? 'under 1 %' : `${Math.round(100 * powerFraction)} %`;
}

/** Below this share of its own frequency a plane shows a cloud, not a circle. */
const SCATTERED_BELOW = 0.8;

/**
 * Share of a plane's spread that belongs to its own frequency: near 1 for a circle or line, small
 * for a cloud, whose axis ratio says nothing.
 */
export function ownShare({ k, points }: CirclePlane): number {
  const p = points.length / 2;
  let spread = 0;
  const sums = [0, 0, 0, 0];
  for (let t = 0; t < p; t++) {
    const angle = (2 * Math.PI * ((k * t) % p)) / p;
    const [x, y] = [points[2 * t] as number, points[2 * t + 1] as number];
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    spread += x * x + y * y;
    [x * c, x * s, y * c, y * s].forEach((value, index) => {
      sums[index] = (sums[index] as number) + value;
    });
  }
  const factor = 2 * k === p ? 1 : 2;
  const own = sums.reduce((sum, value) => sum + value * value, 0);
  return spread > 0 ? (factor * own) / (p * spread) : 0;
}

/** Shape of a plane in one word; decided on the two decimals that are shown beside it. */
export function shapeWord(plane: CirclePlane): 'round' | 'oval' | 'line' | 'scattered' {
  const shown = Number(plane.axisRatio.toFixed(2));
  if (ownShare(plane) < SCATTERED_BELOW) return 'scattered';
  if (plane.degenerate || shown < LINE_BELOW) return 'line';
  return shown >= ROUND_FROM ? 'round' : 'oval';
}

/** Shape with its axis ratio, such as "round 0.98"; a cloud has none worth naming. */
export function roundnessText(plane: CirclePlane): string {
  if (plane.degenerate) return 'line: only a cosine';
  const word = shapeWord(plane);
  return word === 'scattered' ? word : `${word} ${plane.axisRatio.toFixed(2)}`;
}

/** Two short lines on a circle with fewer places than residues; nothing otherwise. */
export function sharedFactorLines(plane: CirclePlane, p: number): string[] {
  const { sharedFactor } = plane;
  if (sharedFactor <= 1) return [];
  return [
    `covers ${p}/${sharedFactor} = ${p / sharedFactor} points:`,
    `k shares the factor ${sharedFactor} with p`,
  ];
}

/** The same as one sentence, for a tooltip. */
export function sharedFactorSentence(plane: CirclePlane, p: number): string {
  const { k, sharedFactor } = plane;
  if (sharedFactor <= 1) return '';
  return (
    `This circle covers ${p / sharedFactor} of ${p} points: ` +
    `k = ${k} shares the factor ${sharedFactor} with p = ${p}, ` +
    `so ${sharedFactor} residues stand on each point.`
  );
}

/** Line that stands for a plane with too little power to be drawn. */
export function foldedText(k: number): string {
  return `k = ${k} carries under 1 %`;
}

/** What a panel shows, for those who cannot see it. */
export function panelLabel(plane: CirclePlane, p: number, isFolded: boolean): string {
  if (isFolded) return `Frequency ${plane.k}, under 1 % of power, not drawn`;
  const parts = [
    `Frequency ${plane.k}`,
    `${shareText(plane.powerFraction)} of power`,
    shapeWord(plane),
  ];
  if (plane.sharedFactor > 1) parts.push(`covers ${p / plane.sharedFactor} of ${p} points`);
  return parts.join(', ');
}

/**
 * Two lines about one residue on one circle.
 *
 * @param meanRadius the plane's mean radius, in the unit of the points
 */
export function residueLines(
  plane: CirclePlane,
  residue: number,
  p: number,
  meanRadius: number,
): [string, string] {
  const step = neighbourStep(plane.k, p);
  const next = (residue + step) % p;
  const previous = (residue - step + p) % p;
  const x = plane.points[2 * residue] ?? 0;
  const y = plane.points[2 * residue + 1] ?? 0;
  const angle = Math.round(((Math.atan2(y, x) * 180) / Math.PI + 360) % 360) % 360;
  const radius = meanRadius > 0 ? Math.hypot(x, y) / meanRadius : 0;
  const shared = samePlace(plane.k, residue, p);
  const company = shared.length > 0 ? `same point: ${shortList(shared)}` : `before it: ${previous}`;
  return [
    `residue ${residue} · next on the circle: ${next}`,
    `${company} · angle ${angle}° · radius ${radius.toFixed(2)} × mean`,
  ];
}

function shortList(residues: readonly number[]): string {
  const shown = residues.slice(0, 4).join(', ');
  return residues.length > 4 ? `${shown}, …` : shown;
}
