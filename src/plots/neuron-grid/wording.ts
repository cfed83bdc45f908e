/** The words of a neuron's picture. */

import { greatestCommonDivisor } from '../../math/modular.ts';
import { neighbourStep } from '../circles/step-order.ts';
import type { Domain } from '../heatmap/domain.ts';
import { logitText } from '../heatmap/wording.ts';
import type { NeuronGridData } from './data.ts';

/** Its name: "Neuron 31, frequency 17". */
export function gridName({ index, k, title }: NeuronGridData): string {
  return title ?? `Neuron ${index}, frequency ${k}`;
}

/** Names of the axes. */
export function gridAxisNames({ p, k, order = 'plain' }: NeuronGridData) {
  if (order === 'plain') return { rows: 'rows: a', columns: 'columns: b' };
  const isShared = greatestCommonDivisor(k, p) > 1;
  const way = isShared
    ? `along circle ${k}`
    : `along circle ${k}, in steps of ${neighbourStep(k, p)}`;
  return { rows: `rows: a ${way}`, columns: `columns: b, the same` };
}

/** What stands in a cell, in two lines. */
export function gridCellLines(a: number, b: number, value: number): [string, string] {
  const fires = value > 0 ? 'passes the ReLU' : 'the ReLU makes it 0';
  return [`a = ${a}, b = ${b}`, `${logitText(value)} · ${fires}`];
}

/** What the picture shows, for those who cannot see it. */
export function gridLabel(data: NeuronGridData, range: Domain): string {
  const order = data.order === 'circle' ? ` in the order of circle ${data.k}` : '';
  return (
    `${gridName(data)}: input of the ReLU for every pair, rows a, columns b${order}, ` +
    `from ${logitText(range.low)} to ${logitText(range.high)}.`
  );
}
