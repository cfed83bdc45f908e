/** The first layer's neurons as tables: all of them, and one over all pairs. */

import { stepOrder } from '../circles/step-order.ts';
import { logitText } from '../heatmap/wording.ts';
import type { NeuronGridData } from '../neuron-grid/data.ts';
import { gridName } from '../neuron-grid/wording.ts';
import type { NeuronsData, PlottedNeuron } from '../neurons/data.ts';
import { countedText } from '../neurons/wording.ts';
import { wrapAngle } from '../pair/geometry.ts';
import type { FigureTable } from './table.ts';
import { decimals, fitting, gridNote, gridTable, percents, spread } from './table.ts';
import { words } from './words.ts';

/** One row for each frequency, and the folded neurons, the strongest first. */
export function neuronsTables(data: NeuronsData): readonly FigureTable[] {
  const { neurons, selected } = data;
  if (neurons.length === 0) return [];
  const counted = countedText(data);
  return [
    {
      caption: words('neuronGroups', { count: neurons.length }),
      columns: [
        words('frequency'),
        words('neuronCount'),
        words('medianDifference'),
        words('explainedPercent'),
      ],
      rows: groupsOf(neurons).map(([k, group]) => [
        k,
        group.length,
        decimals(medianDifference(group), 2),
        percents(spread(group.map(({ explained }) => explained)).mean),
      ]),
      ...(counted === undefined ? {} : { note: counted }),
    },
    neuronTable(neurons, selected),
  ];
}

function neuronTable(neurons: readonly PlottedNeuron[], selected: number | null): FigureTable {
  const columns = [
    words('neuron'),
    words('frequency'),
    words('phaseA'),
    words('phaseB'),
    words('explainedPercent'),
    words('strength'),
  ];
  const sorted = [...neurons].sort(
    (left, right) => right.strength - left.strength || left.index - right.index,
  );
  const { shown, left } = fitting(sorted, columns.length);
  return {
    caption: words('neurons'),
    columns,
    get rows() {
      return shown.map(({ index, k, phaseLeft, phaseRight, explained, strength }) => [
        index,
        k,
        decimals(phaseLeft, 2),
        decimals(phaseRight, 2),
        percents(explained),
        decimals(strength, 3),
      ]);
    },
    current: shown.findIndex(({ index }) => index === selected),
    isFolded: true,
    ...(left > 0 ? { note: words('leftOut', { left }) } : {}),
  };
}

/** Neurons by frequency, the most frequent first. */
function groupsOf(
  neurons: readonly PlottedNeuron[],
): readonly (readonly [number, readonly PlottedNeuron[]])[] {
  const groups = new Map<number, PlottedNeuron[]>();
  for (const neuron of neurons) {
    groups.set(neuron.k, [...(groups.get(neuron.k) ?? []), neuron]);
  }
  return [...groups].sort(([k, one], [l, other]) => other.length - one.length || k - l);
}

function medianDifference(neurons: readonly PlottedNeuron[]): number {
  const sorted = neurons
    .map(({ phaseLeft, phaseRight }) => Math.abs(wrapAngle(phaseLeft - phaseRight)))
    .sort((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** One row for each a, over all b, and the folded grid of all pairs in the picture's order. */
export function neuronTables(data: NeuronGridData): readonly FigureTable[] {
  const { p, k, values, order = 'plain' } = data;
  if (values === null || values.length !== p * p) return [];
  const plain = Array.from({ length: p }, (_, residue) => residue);
  const residues = order === 'circle' ? stepOrder(k, p) : plain;
  const name = gridName(data);
  return [
    {
      caption: words('neuronByA', { name }),
      columns: ['a', words('mean'), words('lowest'), words('highest'), words('passesPercent')],
      rows: residues.map((a) => {
        const row = Array.from(values.subarray(a * p, (a + 1) * p));
        const { mean, low, high } = spread(row);
        const passing = row.filter((value) => value > 0).length / p;
        return [a, logitText(mean), logitText(low), logitText(high), percents(passing)];
      }),
      ...gridNote(p),
    },
    ...gridTable({
      caption: words('neuronCells', { name }),
      corner: 'a \\ b',
      rows: residues,
      columns: residues,
      cell: (row, column) =>
        logitText(values[(residues[row] ?? 0) * p + (residues[column] ?? 0)] as number),
    }),
  ];
}
