/** What the neurons figure is fed with. */

/** One neuron of the first hidden layer: close to cos(wa + φ_L) + cos(wb + φ_R). */
export interface PlottedNeuron {
  readonly index: number;
  /** The frequency that explains most of it. */
  readonly k: number;
  /** φ_L and φ_R, −π … π. */
  readonly phaseLeft: number;
  readonly phaseRight: number;
  /** Share of its variance that this frequency explains, 0 … 1. */
  readonly explained: number;
  /** Standard deviation over all pairs. */
  readonly strength: number;
}

/** A layer. No neurons: nothing has been analysed yet. */
export interface NeuronsData {
  /** Neurons that do not depend on the pair: counted, not drawn. */
  readonly constant: number;
  readonly neurons: readonly PlottedNeuron[];
  /** Index of the neuron that is shown elsewhere, if one is. */
  readonly selected: number | null;
}

export interface NeuronsOptions {
  /** A neuron was clicked, or Enter pressed on it. */
  readonly onSelect: (index: number) => void;
}
