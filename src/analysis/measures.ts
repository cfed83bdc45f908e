/** All numbers of one moment of a run, under the names the command line and files use. */
import { embeddingTable } from '../model/embedding.ts';
import type { Network } from '../model/network.ts';
import type { ParameterSet } from '../model/parameters.ts';
import { circularity } from './circularity.ts';
import { distanceIrrelevance } from './distance-irrelevance.ts';
import { gradientSymmetricity, type Triple } from './gradient-symmetricity.ts';
import { frequencyPlanes } from './planes.ts';
import { type FrequencyShare, spectrum } from './spectrum.ts';

/** Measures of a network (SCIENCE section 3). */
export interface Measures {
  readonly gradientSymmetricity: number;
  /** Standard error over the triples. */
  readonly gradientSymmetricityError: number;
  /** Triples it was averaged over, and those left out for a zero gradient. */
  readonly gradientSymmetricityTriples: number;
  readonly gradientSymmetricityLeftOut: number;
  readonly distanceIrrelevance: number;
  /** The form in the authors' CSV tables: on the largest wrong logit. */
  readonly distanceIrrelevanceWrongLogit: number;
  readonly circularity: number;
  /** Euclidean length of all parameters together. */
  readonly parameterNorm: number;
  readonly frequencies: readonly FrequencyShare[];
  readonly effectiveCircles: number;
  readonly gini: number;
}

/** Measures, and the points of the circle pictures that come with the spectrum. */
export interface MeasuredNetwork {
  readonly measures: Measures;
  /** See `frequencyPlanes`. */
  readonly planes: Float32Array<ArrayBuffer>;
}

/** A network to measure, and what it answers. */
export interface NetworkSnapshot extends Network {
  /** p², index a·p + b. */
  readonly correctLogits: ArrayLike<number>;
  /** p²: largest logit among the wrong answers. */
  readonly largestWrongLogits: ArrayLike<number>;
}

/** Computes every measure of a network. */
export function measureNetwork(
  network: NetworkSnapshot,
  triples: readonly Triple[],
): MeasuredNetwork {
  const { configuration, parameters, correctLogits, largestWrongLogits } = network;
  const { p } = configuration;
  const embedding = embeddingTable(configuration, parameters);
  const symmetricity = gradientSymmetricity(network, triples);
  const { components, frequencies, effectiveCircles, gini } = spectrum(embedding);
  return {
    planes: frequencyPlanes(embedding, components),
    measures: {
      gradientSymmetricity: symmetricity.value,
      gradientSymmetricityError: symmetricity.error,
      gradientSymmetricityTriples: symmetricity.triples,
      gradientSymmetricityLeftOut: symmetricity.leftOut,
      distanceIrrelevance: distanceIrrelevance(correctLogits, p),
      distanceIrrelevanceWrongLogit: distanceIrrelevance(largestWrongLogits, p),
      circularity: circularity(embedding),
      parameterNorm: parameterNorm(parameters),
      frequencies,
      effectiveCircles,
      gini,
    },
  };
}

function parameterNorm(parameters: ParameterSet): number {
  let sum = 0;
  for (const values of parameters.values()) {
    for (const value of values) sum += value * value;
  }
  return Math.sqrt(sum);
}
