/** Neurons by frequency: which colour and shape each frequency has, and the order of the keyboard. */

import type { PlottedNeuron } from './data.ts';

/** Frequencies with a colour of their own; the rest share one. */
export const CATEGORIES = 8;

/** Neurons drawn and named alike. */
export interface NeuronCategory {
  /** Undefined for the frequencies that share the last category. */
  readonly k: number | undefined;
  readonly count: number;
  /** 0 … CATEGORIES; the last one is shared. */
  readonly style: number;
}

/**
 * The most frequent frequencies first; those that find no colour together at the end.
 *
 * @param before categories so far: a frequency keeps its style while it has one of its own
 */
export function neuronCategories(
  neurons: readonly PlottedNeuron[],
  before: readonly NeuronCategory[] = [],
): NeuronCategory[] {
  const counts = new Map<number, number>();
  for (const { k } of neurons) counts.set(k, (counts.get(k) ?? 0) + 1);
  const sorted = [...counts].sort(([k, count], [l, other]) => other - count || k - l);
  const styles = keptStyles(
    sorted.slice(0, CATEGORIES).map(([k]) => k),
    before,
  );
  const named = sorted
    .slice(0, CATEGORIES)
    .map(([k, count]) => ({ k, count, style: styles.get(k) ?? CATEGORIES }));
  const rest = sorted.slice(CATEGORIES).reduce((sum, [, count]) => sum + count, 0);
  return rest > 0 ? [...named, { k: undefined, count: rest, style: CATEGORIES }] : named;
}

/** A style for each frequency: the one it had, otherwise the first that is free. */
function keptStyles(
  frequencies: readonly number[],
  before: readonly NeuronCategory[],
): Map<number, number> {
  const styles = new Map<number, number>();
  for (const { k, style } of before) {
    if (k !== undefined && frequencies.includes(k)) styles.set(k, style);
  }
  const taken = new Set(styles.values());
  const free = Array.from({ length: CATEGORIES }, (_, style) => style).filter(
    (style) => !taken.has(style),
  );
  for (const k of frequencies) {
    if (!styles.has(k)) styles.set(k, free.shift() ?? CATEGORIES);
  }
  return styles;
}

/** Number of the style of every neuron. */
export function neuronStyles(
  neurons: readonly PlottedNeuron[],
  categories: readonly NeuronCategory[],
): number[] {
  const byFrequency = new Map(categories.map(({ k, style }) => [k, style]));
  return neurons.map(({ k }) => byFrequency.get(k) ?? CATEGORIES);
}

/** Positions in the list in the order of the keyboard: by frequency, then by φ_L, then by φ_R. */
export function walkingOrder(neurons: readonly PlottedNeuron[]): number[] {
  const order = neurons.map((_, position) => position);
  return order.sort((one, other) => {
    const left = neurons[one] as PlottedNeuron;
    const right = neurons[other] as PlottedNeuron;
    return (
      left.k - right.k || left.phaseLeft - right.phaseLeft || left.phaseRight - right.phaseRight
    );
  });
}
