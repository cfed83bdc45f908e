/** What the view inside a network shows of its circles, as tables. */

import { listed } from '../../messages/lists.ts';
import type { CircleCardData } from '../circle-card/data.ts';
import { rowSteps, turnedOrder, turnedValues } from '../circle-card/turned-grid.ts';
import { formatPercentNumber as accuracyPercents } from '../curves/number-text.ts';
import type { EnsembleData } from '../ensemble/data.ts';
import { ensembleSummary } from '../ensemble/wording.ts';
import { words as ensembleWords } from '../ensemble/words.ts';
import { logitText } from '../heatmap/wording.ts';
import { shapeOf } from '../inside/words.ts';
import type { KeepingTopData } from '../keeping-top/data.ts';
import { words as keepingWords } from '../keeping-top/words.ts';
import type { SpectrumData } from '../spectrum/data.ts';
import { spectrumSummary } from '../spectrum/layout.ts';
import { pointsTable } from './circles.ts';
import type { FigureTable } from './table.ts';
import { decimals, gridNote, gridTable, percents } from './table.ts';
import { words } from './words.ts';

/** Below this share of the power the shape of a plane is noise. */
const faint = 0.02;

/** Every frequency of an embedding. */
export function spectrumTables(data: SpectrumData): readonly FigureTable[] {
  const { p, frequencies, highlighted } = data;
  if (frequencies.length === 0) return [];
  return [
    {
      caption: spectrumSummary(data),
      columns: [
        words('frequency'),
        words('powerPercent'),
        words('roundness'),
        words('shape'),
        words('mainCircle'),
      ],
      rows: [...frequencies]
        .sort((left, right) => left.k - right.k)
        .map(({ k, powerFraction, axisRatio }) => [
          k,
          percents(powerFraction),
          2 * k === p ? '' : decimals(axisRatio, 2),
          powerFraction < faint ? '' : words('shapeWord', { shape: shapeOf(axisRatio) }),
          words(highlighted.includes(k) ? 'yes' : 'no'),
        ]),
    },
  ];
}

/** The circles that can be switched. */
export function ensembleTables({ circles }: EnsembleData): readonly FigureTable[] {
  if (circles.length === 0) return [];
  return [
    {
      caption: ensembleSummary(circles),
      columns: [
        words('frequency'),
        words('powerPercent'),
        words('roundness'),
        words('algorithm'),
        words('repairs'),
        words('onOff'),
      ],
      rows: circles.map(({ k, powerFraction, axisRatio, verdict, accompanies, kept }) => [
        k,
        percents(powerFraction),
        decimals(axisRatio, 2),
        ensembleWords('verdict', { verdict }),
        accompanies ?? '',
        words(kept ? 'on' : 'off'),
      ]),
    },
  ];
}

/** Accuracy with the strongest circles only. */
export function keepingTables({ p, entries }: KeepingTopData): readonly FigureTable[] {
  if (entries.length === 0) return [];
  return [
    {
      caption: keepingWords('group'),
      columns: [words('circlesKept'), words('theirFrequencies'), words('accuracyPercent')],
      rows: entries.map(({ kept, accuracy }, index) => [
        index + 1,
        listed(kept),
        accuracyPercents(accuracy),
      ]),
      note: words('chance', { p, share: percents(1 / p) }),
    },
  ];
}

/** What explains one circle's logits, its points, and its logits alone. */
export function circleCardTables(data: CircleCardData): readonly FigureTable[] {
  const { p, k, step, points, correctLogits, accompanies, facts } = data;
  if (correctLogits.length !== p * p) return [];
  const order = turnedOrder(data);
  const values = turnedValues(correctLogits, order);
  const size = Array.from({ length: p }, (_, index) => index);
  return [
    {
      caption: words('circleFits'),
      columns: [
        words('frequency'),
        words('algorithm'),
        words('powerPercent'),
        words('roundness'),
        words('clockPercent'),
        words('pizzaPercent'),
        words('accompanyingPercent'),
        words('accompanies'),
        words('stepAlong'),
      ],
      rows: [
        [
          k,
          facts === undefined ? '' : ensembleWords('verdict', { verdict: facts.verdict }),
          percents(facts?.powerFraction),
          decimals(facts?.axisRatio, 2),
          percents(data.fveClock),
          percents(data.fvePizza),
          percents(data.fveAccompanying),
          accompanies ?? '',
          step ?? '',
        ],
      ],
      joins: 'fits',
      ...gridNote(p),
    },
    pointsTable(data, p),
    ...(points.length === 2 * p
      ? gridTable({
          caption: words('circleCells', { k, factor: order.factor, plain: String(order.isPlain) }),
          corner: 'a − b \\ a + b',
          rows: size.map((row) => rowSteps(row, p)),
          columns: size,
          cell: (row, column) => {
            const value = values[row * p + column] as number;
            return Number.isFinite(value) ? logitText(value) : '';
          },
        })
      : []),
  ];
}
