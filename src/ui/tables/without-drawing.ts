/** Tables of the cards that say in words and numbers what there is to see. */

import english from '../../messages/en/ui/tables/figure-tables.json';
import twoWaysMessages from '../../messages/en/ui/two-ways.json';
import { createWords } from '../../messages/words.ts';
import { decimals } from '../../plots/tables/table.ts';
import type { FigureTable } from '../../plots/tables.ts';
import type { FigureName } from '../../state/embedding/figures.ts';
import type { PageState } from '../../state/store.ts';
import { debateEvidence } from '../inside/debate-evidence.ts';

const words = createWords('ui/tables/figure-tables', english);
const twoWaysWords = createWords('ui/two-ways', twoWaysMessages);

/** By the names of the figures. */
export const tablesWithoutDrawing: Readonly<
  Partial<Record<FigureName, (state: PageState) => readonly FigureTable[]>>
> = { debate: debateTables, 'two-ways': twoWaysTables };

/** The evidence of both sides. */
function debateTables({ inspection }: PageState): readonly FigureTable[] {
  if (inspection.inspection === undefined) return [];
  const evidence = debateEvidence(inspection.inspection, inspection.subject?.summary.configuration);
  return [
    {
      caption: words('debate'),
      columns: [words('measure'), words('here'), words('compare')],
      rows: [...evidence.oneAlgorithm, ...evidence.differ].map(({ name, value, compare }) => [
        name,
        value,
        compare,
      ]),
    },
  ];
}

/** Where both drawings have their hands and points: they are drawn once and for all. */
function twoWaysTables(): readonly FigureTable[] {
  const [first, second] = [35, 95];
  const middle = (first + second) / 2;
  const closeness = Math.cos((Math.PI / 180) * ((second - first) / 2));
  return [
    {
      caption: twoWaysWords('title'),
      columns: [words('mark'), words('algorithm'), words('angle'), words('distance')],
      rows: [
        [words('handA'), twoWaysWords('clock'), String(first), decimals(1, 2)],
        [words('handB'), twoWaysWords('clock'), String(second), decimals(1, 2)],
        [words('handSum'), twoWaysWords('clock'), String(first + second), decimals(1, 2)],
        [words('pointA'), twoWaysWords('pizza'), String(first), decimals(1, 2)],
        [words('pointB'), twoWaysWords('pizza'), String(second), decimals(1, 2)],
        [words('midpoint'), twoWaysWords('pizza'), String(middle), decimals(closeness, 2)],
      ],
    },
  ];
}
