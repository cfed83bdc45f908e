/** Principal components two by two: the paper's way to find and isolate an embedding's circles. */
import type { Network } from '../model/network.ts';
import { strongestFrequency } from './circularity.ts';
import { embeddingComponents, keepComponents } from './isolation.ts';

/** Two neighbouring components. */
export interface ComponentPair {
  /** Numbers counted from 1. */
  readonly components: readonly [number, number];
  /** Frequency of the first of them. */
  readonly k: number;
  /** The network with only these two left. */
  readonly isolated: Network;
}

/** Components 1 and 2, 3 and 4, … of the whole embedding table. */
export function componentPairs(network: Network, count: number): ComponentPair[] {
  const all = embeddingComponents(network, 2 * count);
  const pairs: ComponentPair[] = [];
  for (let first = 1; first + 1 <= all.components.length; first += 2) {
    const scores = all.components[first - 1]?.scores as Float64Array;
    const components = [first, first + 1] as const;
    pairs.push({
      components,
      k: strongestFrequency(scores.subarray(0, network.configuration.p)).k,
      isolated: keepComponents(network, components, all),
    });
  }
  return pairs;
}
