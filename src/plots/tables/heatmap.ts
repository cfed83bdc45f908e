/** The logit of the right answer as tables: what its bands are made of, and every cell. */

import { modulo } from '../../math/modular.ts';
import remaining from '../../messages/en/plots/remaining.json';
import { createWords } from '../../messages/words.ts';
import { formatStep } from '../curves/number-text.ts';
import type { HeatmapData } from '../heatmap/data.ts';
import { gridValues } from '../heatmap/grid.ts';
import { logitText } from '../heatmap/wording.ts';
import { words as heatmapWords } from '../heatmap/words.ts';
import type { FigureTable } from './table.ts';
import { gridNote, gridTable, spread } from './table.ts';
import { words } from './words.ts';

const remainingWords = createWords('plots/remaining', remaining);

type Logits = Pick<HeatmapData, 'p' | 'step' | 'correctLogits' | 'order'>;

/** One row for each difference a − b, over all sums, and the folded grid of the picture's cells. */
export function heatmapTables(
  { p, step, correctLogits, order }: Logits,
  subject = heatmapWords('subject'),
): readonly FigureTable[] {
  if (correctLogits.length !== p * p) return [];
  const isPlain = order === 'plain';
  const residues = Array.from({ length: p }, (_, residue) => residue);
  const values = gridValues(correctLogits, p, order);
  const about = { subject, at: step === undefined ? 'none' : formatStep(step), p };
  return [
    {
      caption: words('byDifference', about),
      columns: [words('difference', { p }), words('mean'), words('lowest'), words('highest')],
      rows: residues.map((difference) => {
        const { mean, low, high } = spread(
          residues.map((b) => correctLogits[modulo(b + difference, p) * p + b] as number),
        );
        return [difference, logitText(mean), logitText(low), logitText(high)];
      }),
      ...gridNote(p),
    },
    ...gridTable({
      caption: words('allCells', { ...about, order }),
      corner: isPlain ? 'a \\ b' : 'a − b \\ a + b',
      rows: residues,
      columns: residues,
      cell: (row, column) => {
        const value = values[row * p + column] as number;
        return Number.isFinite(value) ? logitText(value) : '';
      },
    }),
  ];
}

/** The same of the network with some of its circles. */
export function remainingTables(data: Logits): readonly FigureTable[] {
  return heatmapTables(data, remainingWords('subject'));
}
