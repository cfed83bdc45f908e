/** The words of the neurons figure. */

import type { NeuronsData, PlottedNeuron } from './data.ts';
import type { NeuronCategory } from './groups.ts';

/** A phase in radians with two decimals and a true minus sign. */
export function phaseText(phase: number): string {
  const text = phase.toFixed(2);
  return Number(text) === 0 ? '0.00' : text.replace('-', '−');
}

/** "neuron 31: frequency 17, φ_L 0.42, φ_R 0.43, 98 % explained", in two lines. */
export function neuronLines(neuron: PlottedNeuron): [string, string] {
  const { index, k, phaseLeft, phaseRight, explained } = neuron;
  return [
    `neuron ${index}: frequency ${k}`,
    `φL ${phaseText(phaseLeft)}, φR ${phaseText(phaseRight)}, ${Math.round(100 * explained)} % explained`,
  ];
}

/** "k = 17 (86 neurons)". */
export function categoryText({ k, count }: NeuronCategory): string {
  return `${k === undefined ? 'other k' : `k = ${k}`} (${neuronCount(count)})`;
}

/** The legend's entry for the neurons that are counted, not drawn; undefined when there are none. */
export function countedText({ constant }: NeuronsData): string | undefined {
  return constant > 0 ? `constant: not drawn (${neuronCount(constant)})` : undefined;
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
  const { neurons } = data;
  const share = Math.round(100 * onDiagonal(neurons, within));
  const counts = categories.map(({ k, count }) => `${k ?? 'others'}: ${count}`).join(', ');
  return (
    `Phases of ${neuronCount(neurons.length)}, φL across and φR up. ` +
    `${share} % lie on the diagonal φL = φR, where a and b are treated alike. ` +
    `Neurons by frequency: ${counts}.${countedSentence(data)}`
  );
}

function countedSentence({ constant }: NeuronsData): string {
  return constant > 0 ? ` ${constant} do not depend on the pair and are not drawn.` : '';
}

function neuronCount(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'neuron' : 'neurons'}`;
}
