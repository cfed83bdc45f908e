/** The circles of an embedding as tables. */

import type { CirclePlane, CirclesData } from '../circles/data.ts';
import { shapeWord } from '../circles/wording.ts';
import { formatStep } from '../curves/number-text.ts';
import type { FigureTable } from './table.ts';
import { decimals, degrees, percents } from './table.ts';
import { words } from './words.ts';

const usualCount = 6;

/** One row for each circle that is shown, and a folded table of each one's points. */
export function circlesTables({
  p,
  step,
  planes,
  count = usualCount,
}: CirclesData): readonly FigureTable[] {
  const shown = [...planes]
    .sort((left, right) => right.powerFraction - left.powerFraction || left.k - right.k)
    .slice(0, count);
  if (shown.length === 0) return [];
  return [
    {
      caption: words('circles', {
        shown: shown.length,
        total: planes.length,
        p,
        step: formatStep(step),
      }),
      columns: [
        words('frequency'),
        words('powerPercent'),
        words('roundness'),
        words('shape'),
        words('places'),
      ],
      rows: shown.map((plane) => [
        plane.k,
        percents(plane.powerFraction),
        plane.degenerate ? '' : decimals(plane.axisRatio, 2),
        words('shapeWord', { shape: shapeWord(plane) }),
        p / Math.max(1, plane.sharedFactor),
      ]),
    },
    ...shown.map((plane) => pointsTable(plane, p)),
  ];
}

/** Where every residue stands on one circle. */
export function pointsTable(
  { k, points }: Pick<CirclePlane, 'k' | 'points'>,
  p: number,
): FigureTable {
  return {
    caption: words('points', { k }),
    columns: [words('token'), words('x'), words('y'), words('angleDegrees')],
    get rows() {
      return Array.from({ length: p }, (_, token) => {
        const [x, y] = [points[2 * token] ?? Number.NaN, points[2 * token + 1] ?? Number.NaN];
        return [token, decimals(x, 3), decimals(y, 3), degrees(Math.atan2(y, x))];
      });
    },
    isFolded: true,
    subject: k,
  };
}
