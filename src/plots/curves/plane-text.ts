/** What the verdict plane says in words. */

import { listed } from '../../messages/lists.ts';
import { joinReading } from '../tooltip.ts';
import { type HistoryPoint, isValue, type RunHistory } from './history.ts';
import { formatMeasure, formatStep } from './number-text.ts';
import { regionOf } from './plane-regions.ts';
import { words } from './plane-words.ts';
import { words as lineWords } from './words.ts';

/** The reading of a point: "step 1,240 · GS 0.994 · q 0.172". */
export function planeReading(point: HistoryPoint | undefined): string {
  if (point === undefined) return '';
  return joinReading([lineWords('step', { step: formatStep(point.step) }), ...readMeasures(point)]);
}

/** The longest reading to expect. */
export function longestPlaneReading(): string {
  return joinReading([lineWords('step', { step: formatStep(20_000) }), 'GS 0.9999', 'q 0.999']);
}

/** One sentence or two: where the run is and where it started. */
export function planeSummary(
  history: RunHistory,
  present: HistoryPoint | undefined,
  start: HistoryPoint | undefined,
): string {
  if (history.points.length === 0) return words('summaryNoSteps');
  if (present === undefined || start === undefined) return words('summaryNothingMeasured');
  const { gradientSymmetricity, distanceIrrelevance } = present;
  const region =
    isValue(gradientSymmetricity) && isValue(distanceIrrelevance)
      ? regionOf(gradientSymmetricity, distanceIrrelevance)
      : null;
  return words('summary', {
    step: formatStep(present.step),
    measures: listed(readMeasures(present)),
    region: region ?? 'none',
    start: listed(readMeasures(start)),
  });
}

function readMeasures({ gradientSymmetricity, distanceIrrelevance }: HistoryPoint): string[] {
  return [`GS ${formatMeasure(gradientSymmetricity)}`, `q ${formatMeasure(distanceIrrelevance)}`];
}
