/** The embedding's circles: power and roundness of every frequency (SCIENCE section 3). */
import { type FrequencyComponent, frequencyComponents } from '../math/fourier.ts';
import { greatestCommonDivisor } from '../math/modular.ts';
import { dotProduct, giniCoefficient } from '../math/statistics.ts';
import type { EmbeddingTable } from '../model/embedding.ts';

/** One frequency of the embedding. */
export interface FrequencyShare {
  readonly k: number;
  /** |A_k|² + |B_k|² as a share of the sum over all frequencies. */
  readonly powerFraction: number;
  /** σ₂/σ₁ of the two rows A_k, B_k: 1 is a round circle, 0 a line. */
  readonly axisRatio: number;
  /** gcd(k, p); above 1 the circle holds fewer than p different points. */
  readonly sharedFactor: number;
}

/** All frequencies k = 1 … ⌊p/2⌋ and how concentrated the power is. */
export interface Spectrum {
  readonly frequencies: readonly FrequencyShare[];
  /** 1/Σ fraction²: the number of equally strong circles with the same concentration; 0 for none. */
  readonly effectiveCircles: number;
  /** Gini coefficient of the power fractions. */
  readonly gini: number;
  readonly components: readonly FrequencyComponent[];
}

/** Spectrum of an embedding's rows. */
export function spectrum({ p, width, rows }: EmbeddingTable): Spectrum {
  const components = frequencyComponents(rows, p, width);
  const power = components.map(
    ({ cosine, sine }) => dotProduct(cosine, cosine) + dotProduct(sine, sine),
  );
  const total = power.reduce((sum, value) => sum + value, 0);
  const frequencies = components.map((component, index) => ({
    k: component.k,
    powerFraction: total > 0 ? (power[index] as number) / total : 0,
    axisRatio: axisRatio(component),
    sharedFactor: greatestCommonDivisor(component.k, p),
  }));
  const fractions = frequencies.map(({ powerFraction }) => powerFraction);
  return {
    frequencies,
    effectiveCircles: total > 0 ? 1 / dotProduct(fractions, fractions) : 0,
    gini: giniCoefficient(fractions),
    components,
  };
}

/** Frequencies from the strongest to the weakest. */
export function byPower(frequencies: readonly FrequencyShare[]): FrequencyShare[] {
  return [...frequencies].sort((left, right) => right.powerFraction - left.powerFraction);
}

/** Planes with at least this share of the power are main planes. */
const mainPlaneShare = 0.05;

/** The frequencies that carry the embedding, from the strongest to the weakest. */
export function mainFrequencies(frequencies: readonly FrequencyShare[]): FrequencyShare[] {
  return byPower(frequencies).filter(({ powerFraction }) => powerFraction >= mainPlaneShare);
}

/** Ratio of the singular values of [A; B], from the eigenvalues of its 2×2 Gram matrix. */
function axisRatio({ cosine, sine }: FrequencyComponent): number {
  const aa = dotProduct(cosine, cosine);
  const bb = dotProduct(sine, sine);
  const ab = dotProduct(cosine, sine);
  const middle = (aa + bb) / 2;
  const spread = Math.hypot((aa - bb) / 2, ab);
  return middle + spread > 0 ? Math.sqrt(Math.max(0, middle - spread) / (middle + spread)) : 0;
}
