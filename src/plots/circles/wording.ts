/** The words and numbers of the circles figure. */

import type { CirclePlane } from './data.ts';
import { neighbourStep, samePlace } from './step-order.ts';

const ROUND_FROM = 0.9;
const LINE_BELOW = 0.3;

/** Power share in whole per cents. */
export function shareText(powerFraction: number): string {
  return powerFraction < 0.01 ? 'under 1 %' : `${Math.round(100 * powerFraction)} %`;
}

/** Shape of a plane in one word; decided on the two decimals that are shown beside it. */
export function shapeWord(plane: CirclePlane): 'round' | 'oval' | 'line' {
  const shown = Number(plane.axisRatio.toFixed(2));
  if (plane.degenerate || shown < LINE_BELOW) return 'line';
  return shown >= ROUND_FROM ? 'round' : 'oval';
}

/** Shape with its number, such as "round 0.98". */
export function roundnessText(plane: CirclePlane): string {
  if (plane.degenerate) return 'line: only a cosine';
  return `${shapeWord(plane)} ${plane.axisRatio.toFixed(2)}`;
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
