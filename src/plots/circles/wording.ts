/** The words and numbers of the circles figure. */

import { listed } from '../../messages/lists.ts';
import { formatDecimals } from '../../messages/numbers.ts';
import { wholePercent } from '../percent.ts';
import type { CirclePlane } from './data.ts';
import { neighbourStep, samePlace } from './step-order.ts';
import { words } from './words.ts';

const ROUND_FROM = 0.9;
const LINE_BELOW = 0.3;

/** Power share in whole per cents. */
export function shareText(powerFraction: number): string {
  return powerFraction < 0.01 ? words('underOnePercent') : wholePercent(powerFraction);
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
  if (plane.degenerate) return words('onlyCosine');
  const shape = shapeWord(plane);
  return shape === 'scattered'
    ? words('scattered')
    : words('shape', { shape, ratio: formatDecimals(plane.axisRatio, 2) });
}

/** Two short lines on a circle with fewer places than residues; nothing otherwise. */
export function sharedFactorLines(plane: CirclePlane, p: number): string[] {
  const { sharedFactor } = plane;
  if (sharedFactor <= 1) return [];
  return [
    words('covers', { p, factor: sharedFactor, points: p / sharedFactor }),
    words('sharesFactor', { factor: sharedFactor }),
  ];
}

/** The same as one sentence, for a tooltip. */
export function sharedFactorSentence(plane: CirclePlane, p: number): string {
  const { k, sharedFactor } = plane;
  if (sharedFactor <= 1) return '';
  return words('sharedFactor', { k, p, factor: sharedFactor, points: p / sharedFactor });
}

/** Line that stands for a plane with too little power to be drawn. */
export function foldedText(k: number): string {
  return words('folded', { k });
}

/** What a panel shows, for those who cannot see it. */
export function panelLabel(plane: CirclePlane, p: number, isFolded: boolean): string {
  const { k, powerFraction, sharedFactor } = plane;
  if (isFolded) return words('foldedLabel', { k });
  const values = { k, share: shareText(powerFraction), shape: shapeWord(plane) };
  return sharedFactor > 1
    ? words('labelSharing', { ...values, p, points: p / sharedFactor })
    : words('label', values);
}

/**
 * Two lines about one residue on one circle.
 *
 * @param meanRadius the plane's mean radius, in the unit of the points
 */
export function residueLines(
  plane: Pick<CirclePlane, 'k' | 'points' | 'sharedFactor'>,
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
  const place = { angle, radius: formatDecimals(radius, 2) };
  return [
    words('residue', { residue, next }),
    shared.length > 0
      ? words('residueSharedPlace', { residues: shortList(shared), ...place })
      : words('residuePlace', { previous, ...place }),
  ];
}

function shortList(residues: readonly number[]): string {
  return listed(residues.length > 4 ? [...residues.slice(0, 4), '…'] : residues);
}
