/** What the picture of one neuron is fed with. */

/**
 * Rows a and columns b by size, or in steps along the circle of the neuron's frequency, where a
 * neuron of one frequency shows one smooth hill instead of a fine pattern.
 */
export type NeuronGridOrder = 'plain' | 'circle';

/** One neuron of the first layer. */
export interface NeuronGridData {
  readonly p: number;
  readonly index: number;
  /** Input of the neuron's ReLU, length p², pair (a, b) at a·p + b; null while being computed. */
  readonly values: Float32Array | null;
  /** Its frequency; 0 while no neuron is chosen. */
  readonly k: number;
  /** Written above the picture; its label says "Neuron 31, frequency 17" where there is none. */
  readonly title?: string;
  /** Default 'plain'. */
  readonly order?: NeuronGridOrder;
}
