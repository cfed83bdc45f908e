/**
 * The neurons of the first hidden layer, each a function of (a, b): which frequency it carries, with
 * which phases, and whether a frequency's neurons together form a disc or a torus (SCIENCE section 7).
 */
import { highestFrequency, residueAngle } from '../math/fourier.ts';

/** One neuron's pre-activation, described by the frequency k that explains most of it. */
export interface NeuronReading {
  readonly index: number;
  readonly k: number;
  /** φ_L of A_L·cos(w_k a + φ_L), in (−π, π]. */
  readonly phaseLeft: number;
  /** φ_R of A_R·cos(w_k b + φ_R). */
  readonly phaseRight: number;
  readonly amplitudeLeft: number;
  readonly amplitudeRight: number;
  /** Share of its variance over (a, b) that these two waves explain, 0 … 1. */
  readonly explained: number;
  /** Share of its variance in cos w_k(a+b) and sin w_k(a+b), which no sum of waves can make. */
  readonly multiplicative: number;
  /** Standard deviation over all pairs. */
  readonly strength: number;
}

/** All neurons of a layer. */
export interface NeuronLayer {
  readonly neurons: readonly NeuronReading[];
  /** Neurons whose pre-activation does not depend on (a, b). */
  readonly constant: number;
}

/**
 * Describes every neuron. Its mean over b is a function of a, its mean over a one of b; their Fourier
 * components at k give phases and amplitudes.
 *
 * @param preActivations p² × neurons, row a·p + b
 */
export function readNeurons(preActivations: Float32Array, p: number): NeuronLayer {
  const count = preActivations.length / (p * p);
  const { left, right, squares } = marginalMeans(preActivations, p, count);
  const waves = waveTable(p);
  const largest = squares.reduce((most, value) => Math.max(most, value), 0);
  const neurons: NeuronReading[] = [];
  const multiplicative = new MultiplicativePart(preActivations, p, count);
  for (let index = 0; index < count; index++) {
    const variance = squares[index] as number;
    if (!(variance > 1e-10 * largest)) continue;
    let best: Omit<NeuronReading, 'index' | 'multiplicative' | 'strength'> | undefined;
    for (let k = 1; k <= highestFrequency(p); k++) {
      const l = waveOf(left, index, count, k, waves, p);
      const r = waveOf(right, index, count, k, waves, p);
      const share = (l.variance + r.variance) / variance;
      if (best !== undefined && share <= best.explained) continue;
      best = {
        k,
        phaseLeft: l.phase,
        phaseRight: r.phase,
        amplitudeLeft: l.amplitude,
        amplitudeRight: r.amplitude,
        explained: share,
      };
    }
    if (best === undefined) continue;
    neurons.push({
      index,
      ...best,
      multiplicative: multiplicative.of(index, best.k) / variance,
      strength: Math.sqrt(variance),
    });
  }
  return { neurons, constant: count - neurons.length };
}

/** Means over b (by a) and over a (by b), p × neurons each, centred; and the variance over all pairs. */
function marginalMeans(values: Float32Array, p: number, count: number) {
  const left = new Float64Array(p * count);
  const right = new Float64Array(p * count);
  const mean = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let pair = 0; pair < p * p; pair++) {
    const [a, b] = [Math.floor(pair / p) * count, (pair % p) * count];
    for (let i = 0; i < count; i++) {
      const value = values[pair * count + i] as number;
      left[a + i] = (left[a + i] as number) + value / p;
      right[b + i] = (right[b + i] as number) + value / p;
      mean[i] = (mean[i] as number) + value / (p * p);
    }
  }
  for (let pair = 0; pair < p * p; pair++) {
    for (let i = 0; i < count; i++) {
      const difference = (values[pair * count + i] as number) - (mean[i] as number);
      squares[i] = (squares[i] as number) + difference ** 2 / (p * p);
    }
  }
  for (let at = 0; at < p * count; at++) {
    left[at] = (left[at] as number) - (mean[at % count] as number);
    right[at] = (right[at] as number) - (mean[at % count] as number);
  }
  return { left, right, squares };
}

/** cos and sin of w_k t for all k and t, index (k·p + t). */
function waveTable(p: number): { readonly cosine: Float64Array; readonly sine: Float64Array } {
  const size = (highestFrequency(p) + 1) * p;
  const angle = (at: number) => residueAngle(Math.floor(at / p), at % p, p);
  return {
    cosine: Float64Array.from({ length: size }, (_, at) => Math.cos(angle(at))),
    sine: Float64Array.from({ length: size }, (_, at) => Math.sin(angle(at))),
  };
}

function waveOf(
  table: Float64Array,
  index: number,
  count: number,
  k: number,
  { cosine, sine }: ReturnType<typeof waveTable>,
  p: number,
) {
  let [real, imaginary] = [0, 0];
  for (let t = 0; t < p; t++) {
    const value = table[t * count + index] as number;
    real += value * (cosine[k * p + t] as number);
    imaginary += value * (sine[k * p + t] as number);
  }
  // A·cos(wt + φ) = A·cos φ·cos wt − A·sin φ·sin wt. For k = p/2 there is no sine.
  const factor = (2 * k === p ? 1 : 2) / p;
  const amplitude = factor * Math.hypot(real, imaginary);
  return {
    amplitude,
    phase: Math.atan2(-imaginary, real),
    variance: 2 * k === p ? amplitude ** 2 : amplitude ** 2 / 2,
  };
}

/** Variance of the component at cos, sin w_k(a+b). */
class MultiplicativePart {
  private readonly bySum = new Map<number, Float64Array>();

  constructor(
    private readonly values: Float32Array,
    private readonly p: number,
    private readonly count: number,
  ) {}

  of(index: number, k: number): number {
    const means = this.meansBySum(index);
    let [real, imaginary] = [0, 0];
    means.forEach((value, sum) => {
      const angle = residueAngle(k, sum, this.p);
      real += value * Math.cos(angle);
      imaginary += value * Math.sin(angle);
    });
    const factor = (2 * k === this.p ? 1 : 2) / this.p;
    const amplitude = factor * Math.hypot(real, imaginary);
    return 2 * k === this.p ? amplitude ** 2 : amplitude ** 2 / 2;
  }

  /** Mean over the pairs of each sum a + b mod p. */
  private meansBySum(index: number): Float64Array {
    const known = this.bySum.get(index);
    if (known !== undefined) return known;
    const means = new Float64Array(this.p);
    for (let pair = 0; pair < this.p ** 2; pair++) {
      const sum = (Math.floor(pair / this.p) + (pair % this.p)) % this.p;
      means[sum] =
        (means[sum] as number) + (this.values[pair * this.count + index] as number) / this.p;
    }
    this.bySum.set(index, means);
    return means;
  }
}
