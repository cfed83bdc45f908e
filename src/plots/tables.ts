/** Every figure's data as tables: who does not see a figure, or wants its numbers, reads them here. */

import { clockFaceTables, clockTables, gradientsTables, pizzaTables } from './tables/algorithms.ts';
import { circlesTables } from './tables/circles.ts';
import { accuracyTables, lossTables, measuresTables, pathTables } from './tables/curves.ts';
import { heatmapTables, remainingTables } from './tables/heatmap.ts';
import {
  circleCardTables,
  ensembleTables,
  keepingTables,
  spectrumTables,
} from './tables/inside.ts';
import type { FigureKind, KindData } from './tables/kinds.ts';
import { mapTables } from './tables/map.ts';
import { neuronsTables, neuronTables } from './tables/neurons.ts';
import { pairTables } from './tables/pair.ts';
import { stripTables, taskTables } from './tables/story.ts';
import type { FigureTable } from './tables/table.ts';

export type { FigureTable, TableCell } from './tables/table.ts';
export { cellText } from './tables/table.ts';

const writers: { readonly [Kind in FigureKind]: (data: KindData[Kind]) => readonly FigureTable[] } =
  {
    circles: circlesTables,
    heatmap: (data) => heatmapTables(data),
    loss: lossTables,
    accuracy: accuracyTables,
    measures: measuresTables,
    path: pathTables,
    pair: pairTables,
    ensemble: ensembleTables,
    keeping: keepingTables,
    remaining: remainingTables,
    circle: circleCardTables,
    neurons: neuronsTables,
    neuron: neuronTables,
    spectrum: spectrumTables,
    map: mapTables,
    clock: clockTables,
    pizza: pizzaTables,
    face: clockFaceTables,
    task: taskTables,
    gradients: gradientsTables,
    strip: stripTables,
  };

/** What a figure shows, as tables; none while it shows nothing. */
export function tablesOf<Kind extends FigureKind>(
  kind: Kind,
  data: KindData[Kind],
): readonly FigureTable[] {
  return writers[kind](data);
}
