/** What the verdict plane says in words. */

import { joinReading } from '../tooltip.ts';
import { type HistoryPoint, isValue, type RunHistory } from './history.ts';
import { formatMeasure, formatStep } from './number-text.ts';
import { regionOf } from './plane-regions.ts';

const title = 'Verdict plane: gradient symmetricity (GS) across, distance irrelevance (q) upwards';

/** The reading of a point: "step 1,240 · GS 0.994 · q 0.172". */
export function planeReading(point: HistoryPoint | undefined): string {
  if (point === undefined) return '';
  return joinReading([`step ${formatStep(point.step)}`, ...readMeasures(point)]);
}

/** One sentence or two: where the run is and where it started. */
export function planeSummary(
  history: RunHistory,
  present: HistoryPoint | undefined,
  start: HistoryPoint | undefined,
): string {
  if (history.points.length === 0) return `${title}. No steps yet.`;
  if (present === undefined || start === undefined) return `${title}. Nothing measured yet.`;
  const { gradientSymmetricity, distanceIrrelevance } = present;
  const region =
    isValue(gradientSymmetricity) && isValue(distanceIrrelevance)
      ? regionOf(gradientSymmetricity, distanceIrrelevance)
      : null;
  const where = region === null ? 'between the regions' : `in the ${region} region`;
  return (
    `${title}. Step ${formatStep(present.step)}: ${readMeasures(present).join(', ')}, ${where}. ` +
    `Started at ${readMeasures(start).join(', ')}.`
  );
}

function readMeasures({ gradientSymmetricity, distanceIrrelevance }: HistoryPoint): string[] {
  return [`GS ${formatMeasure(gradientSymmetricity)}`, `q ${formatMeasure(distanceIrrelevance)}`];
}
