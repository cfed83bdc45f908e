/** The words of a neuron's picture. */

import { greatestCommonDivisor } from '../../math/modular.ts';
import { neighbourStep } from '../circles/step-order.ts';
import type { Domain } from '../heatmap/domain.ts';
import { logitText } from '../heatmap/wording.ts';
import type { NeuronGridData } from './data.ts';
import { words } from './words.ts';

/** Its name: "Neuron 31, frequency 17". */
export function gridName({ index, k, title }: NeuronGridData): string {
  return title ?? words('name', { index, k });
}

/** Names of the axes. */
export function gridAxisNames({ p, k, order = 'plain' }: NeuronGridData) {
  if (order === 'plain') return { rows: words('plainRows'), columns: words('plainColumns') };
  const isShared = greatestCommonDivisor(k, p) > 1;
  return {
    rows: isShared ? words('rowsSharing', { k }) : words('rows', { k, step: neighbourStep(k, p) }),
    columns: words('columns'),
  };
}

/** What stands in a cell, in two lines. */
export function gridCellLines(a: number, b: number, value: number): [string, string] {
  return [
    words('pair', { a, b }),
    words(value > 0 ? 'passes' : 'blocked', { value: logitText(value) }),
  ];
}

/** What the picture shows, for those who cannot see it. */
export function gridLabel(data: NeuronGridData, range: Domain): string {
  const values = {
    name: gridName(data),
    low: logitText(range.low),
    high: logitText(range.high),
  };
  return data.order === 'circle'
    ? words('labelInOrder', { ...values, k: data.k })
    : words('label', values);
}
