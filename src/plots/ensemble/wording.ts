/** The words of the ensemble figure. */

import { listed } from '../../messages/lists.ts';
import { shareText } from '../circles/wording.ts';
import { axisRatioText } from '../inside/words.ts';
import type { CircleVerdict, EnsembleCircle } from './data.ts';
import { words } from './words.ts';

/** Word below a circle. */
export function verdictLabel(verdict: CircleVerdict): string {
  if (verdict === 'accompanying') return words('helper');
  return words(verdict === 'none' ? 'neither' : verdict);
}

/** Name of a circle's switch: "Circle 17, 26 % of the power, Pizza". */
export function circleName({ k, powerFraction, verdict, accompanies }: EnsembleCircle): string {
  const values = { k, share: shareText(powerFraction), verdict };
  return accompanies === null
    ? words('name', values)
    : words('nameRepairing', { ...values, helped: accompanies });
}

/** The same for the line above the drawing, with the shape and whether it is off. */
export function circleReading(circle: EnsembleCircle): string {
  const { k, powerFraction, axisRatio, verdict, accompanies, kept } = circle;
  const parts = [
    words('circle', { k }),
    words('ofPower', { share: shareText(powerFraction) }),
    axisRatioText(axisRatio),
    accompanies === null
      ? words('verdict', { verdict })
      : words('verdictRepairing', { verdict, helped: accompanies }),
  ];
  if (!kept) parts.push(words('switchedOff'));
  return parts.join(' · ');
}

/** Name of the group of switches: what there is. */
export function groupLabel(circles: readonly EnsembleCircle[]): string {
  if (circles.length === 0) return words('group');
  return words('groupNow', { summary: ensembleSummary(circles) });
}

const counted = [
  ['clock', 'clocks'],
  ['pizza', 'pizzas'],
  ['accompanying', 'helpers'],
  ['none', 'neithers'],
] as const;

/** What there is, while no circle is pointed at: "6 circles: 3 Pizza, 3 helpers". */
export function ensembleSummary(circles: readonly EnsembleCircle[]): string {
  const named = counted.flatMap(([verdict, message]) => {
    const count = circles.filter((circle) => circle.verdict === verdict).length;
    return count > 0 ? [words(message, { count })] : [];
  });
  const off = circles.filter(({ kept }) => !kept).length;
  const values = { count: circles.length, verdicts: listed(named) };
  return off > 0 ? words('summarySwitchedOff', { ...values, off }) : words('summary', values);
}
