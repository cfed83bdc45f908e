/** The words of the neurons figure. */

import { listed } from '../../messages/lists.ts';
import { formatDecimals } from '../../messages/numbers.ts';
import { wholePercent } from '../percent.ts';
import type { NeuronsData, PlottedNeuron } from './data.ts';
import type { NeuronCategory } from './groups.ts';
import { words } from './words.ts';

/** A phase in radians with two decimals and a true minus sign. */
export function phaseText(phase: number): string {
  return formatDecimals(Number(phase.toFixed(2)) === 0 ? 0 : phase, 2);
}

/** "neuron 31: frequency 17, φ_L 0.42, φ_R 0.43, 98 % explained", in two lines. */
export function neuronLines(neuron: PlottedNeuron): [string, string] {
  const { index, k, phaseLeft, phaseRight, explained } = neuron;
  return [
    words('neuron', { index, k }),
    words('phases', {
      left: phaseText(phaseLeft),
      right: phaseText(phaseRight),
      explained: wholePercent(explained),
    }),
  ];
}

/** "k = 17 (86 neurons)". */
export function categoryText({ k, count }: NeuronCategory): string {
  return k === undefined ? words('otherFrequencies', { count }) : words('frequency', { k, count });
}

/** The legend's entry for the neurons that are counted, not drawn; undefined when there are none. */
export function countedText({ constant }: NeuronsData): string | undefined {
  return constant > 0 ? words('constant', { count: constant }) : undefined;
}

/** Share of the neurons that have nearly the same phase on both sides. */
export function onDiagonal(neurons: readonly PlottedNeuron[], within: number): number {
  const near = neurons.filter(({ phaseLeft, phaseRight }) => {
    const difference = phaseLeft - phaseRight;
    return Math.abs(Math.atan2(Math.sin(difference), Math.cos(difference))) <= within;
  });
  return neurons.length > 0 ? near.length / neurons.length : 0;
}

/** What the picture shows, for those who cannot see it. */
export function neuronsLabel(
  data: NeuronsData,
  categories: readonly NeuronCategory[],
  within: number,
): string {
  const { neurons, constant } = data;
  const counts = categories.map(({ k, count }) =>
    k === undefined ? words('countedOthers', { count }) : words('counted', { k, count }),
  );
  const values = {
    count: neurons.length,
    share: wholePercent(onDiagonal(neurons, within)),
    counts: listed(counts),
  };
  return constant > 0 ? words('labelConstant', { ...values, constant }) : words('label', values);
}
