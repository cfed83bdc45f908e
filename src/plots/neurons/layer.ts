/** A layer of neurons with what is computed from it once, and which of its neurons are shown. */

import type { NeuronsData } from './data.ts';
import type { NeuronCategory } from './groups.ts';
import { neuronCategories, neuronStyles, walkingOrder } from './groups.ts';

export interface NeuronLayer {
  readonly data: NeuronsData;
  readonly categories: readonly NeuronCategory[];
  /** Style of every neuron. */
  readonly styles: readonly number[];
  /** Positions of all neurons in the order of the keyboard. */
  readonly order: readonly number[];
}

/** @param before the layer that was shown, whose colours and results are kept where they hold */
export function neuronLayer(data: NeuronsData, before: NeuronLayer | undefined): NeuronLayer {
  const { neurons } = data;
  if (before && before.data.neurons === neurons) return { ...before, data };
  const categories = neuronCategories(neurons, before?.categories);
  const styles = neuronStyles(neurons, categories);
  return { data, categories, styles, order: walkingOrder(neurons) };
}

/**
 * Positions of the shown neurons in the order of the keyboard.
 *
 * @param style the only style shown; all of them when left out
 */
export function shownPositions({ order, styles }: NeuronLayer, style?: number): readonly number[] {
  return style === undefined ? order : order.filter((position) => styles[position] === style);
}

/** Position of the selected neuron; undefined when there is none. */
export function selectedPosition({ data }: NeuronLayer): number | undefined {
  const position = data.neurons.findIndex(({ index }) => index === data.selected);
  return position < 0 ? undefined : position;
}
