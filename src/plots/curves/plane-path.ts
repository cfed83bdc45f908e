/** The run's path through the verdict plane, cut into pieces that fade into the past. */

import { type HistoryPoint, isValue } from './history.ts';
import type { PixelPoint } from './label-layout.ts';

/** A corner of the path: a snapshot with both measures. */
export interface PathCorner extends PixelPoint {
  /** Index of its snapshot; a jump in the indices is a gap in the path. */
  readonly index: number;
}

/** A piece of the path with one opacity. */
export interface PathPiece {
  readonly key: string;
  /** SVG path data, empty where the piece has no segment. */
  readonly path: string;
  readonly opacity: number;
}

const pieceCount = 16;
const oldestOpacity = 0.15;
const futureOpacity = 0.13;

/**
 * Corners of the path.
 * @param place pixels of a gradient symmetricity and a distance irrelevance
 */
export function pathCorners(
  points: readonly HistoryPoint[],
  place: (symmetricity: number, irrelevance: number) => PixelPoint,
): PathCorner[] {
  return points.flatMap(({ gradientSymmetricity, distanceIrrelevance }, index) =>
    isValue(gradientSymmetricity) && isValue(distanceIrrelevance)
      ? [{ ...place(gradientSymmetricity, distanceIrrelevance), index }]
      : [],
  );
}

/**
 * Cuts the path into pieces.
 * @param present number of the corner shown as the present; what comes after it is drawn faintest
 */
export function fadingPath(corners: readonly PathCorner[], present: number): PathPiece[] {
  const paths = new Array<string>(pieceCount + 1).fill('');
  let previousPiece = -1;
  corners.forEach((corner, position) => {
    const before = corners[position - 1];
    if (before === undefined || corner.index !== before.index + 1) {
      previousPiece = -1;
      return;
    }
    const past = Math.floor(((position - 1) / Math.max(1, present)) * pieceCount);
    const piece = position > present ? pieceCount : Math.min(pieceCount - 1, past);
    const start = piece === previousPiece ? '' : `M${write(before)}`;
    paths[piece] = `${paths[piece] ?? ''}${start}L${write(corner)}`;
    previousPiece = piece;
  });
  return paths.map((path, piece) => ({
    key: String(piece),
    path,
    opacity:
      piece === pieceCount
        ? futureOpacity
        : oldestOpacity + (1 - oldestOpacity) * ((piece + 1) / pieceCount) ** 1.5,
  }));
}

function write({ x, y }: PixelPoint): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
