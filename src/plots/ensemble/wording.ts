/** The words of the ensemble figure. */

import { shareText } from '../circles/wording.ts';
import { axisRatioText } from '../inside/words.ts';
import type { CircleVerdict, EnsembleCircle } from './data.ts';

/** Word below a circle. */
export const verdictLabels: Readonly<Record<CircleVerdict, string>> = {
  pizza: 'Pizza',
  clock: 'Clock',
  accompanying: 'helper',
  none: 'neither',
};

const verdictNames: Readonly<Record<CircleVerdict, string>> = {
  ...verdictLabels,
  accompanying: 'accompanying',
  none: 'neither Clock nor Pizza',
};

/** Name of a circle's switch: "Circle 17, 26 % of the power, Pizza". */
export function circleName(circle: EnsembleCircle): string {
  const parts = [
    `Circle ${circle.k}`,
    `${shareText(circle.powerFraction)} of the power`,
    verdictNames[circle.verdict],
  ];
  if (circle.accompanies !== null) parts.push(`repairs circle ${circle.accompanies}`);
  return parts.join(', ');
}

/** The same for the line above the drawing, with the shape and whether it is off. */
export function circleReading(circle: EnsembleCircle): string {
  const verdict = verdictNames[circle.verdict];
  const parts = [
    `Circle ${circle.k}`,
    `${shareText(circle.powerFraction)} of the power`,
    axisRatioText(circle.axisRatio),
    circle.accompanies === null ? verdict : `${verdict}: repairs ${circle.accompanies}`,
  ];
  if (!circle.kept) parts.push('switched off');
  return parts.join(' · ');
}

/** What there is, while no circle is pointed at: "6 circles: 3 Pizza, 3 helpers". */
export function ensembleSummary(circles: readonly EnsembleCircle[]): string {
  const count = (verdict: CircleVerdict) =>
    circles.filter((circle) => circle.verdict === verdict).length;
  const helpers = count('accompanying');
  const parts = [
    [count('clock'), 'Clock'],
    [count('pizza'), 'Pizza'],
    [helpers, helpers === 1 ? 'helper' : 'helpers'],
    [count('none'), 'neither'],
  ] as const;
  const named = parts.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`);
  const off = circles.filter(({ kept }) => !kept).length;
  const switched = off > 0 ? ` · ${off} switched off` : '';
  const noun = circles.length === 1 ? 'circle' : 'circles';
  return `${circles.length} ${noun}: ${named.join(', ')}${switched}`;
}
