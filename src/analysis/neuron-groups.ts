/** Neurons of one frequency taken together: a disc (Pizza-like) or a torus (SCIENCE section 7). */
import { symmetricEigen } from '../math/eigen.ts';
import type { NeuronLayer, NeuronReading } from './first-layer-neurons.ts';

/** How a frequency's neurons lie together. */
export type NeuronShape = 'disc' | 'torus' | 'mixed' | 'too few';

/** The neurons of one frequency. */
export interface NeuronGroup {
  readonly k: number;
  readonly count: number;
  /** Median of |φ_L − φ_R|, 0 … π. */
  readonly medianPhaseDifference: number;
  /**
   * Each neuron's waves are a vector of four coefficients (of cos wa, sin wa, cos wb, sin wb). Share
   * of their squares in the best two-dimensional space: 1 on a disc, about ½ on a torus.
   */
  readonly discShare: number;
  /** Share of the group's variance over (a, b) that sums of waves of a and of b explain. */
  readonly explained: number;
  /** Share in cos w(a+b) and sin w(a+b): the multiplicative part. */
  readonly multiplicative: number;
  readonly shape: NeuronShape;
}

/** Summary of a layer. */
export interface NeuronSummary {
  readonly groups: readonly NeuronGroup[];
  /** Neurons whose pre-activation does not depend on (a, b). */
  readonly constant: number;
  readonly medianPhaseDifference: number;
  /** Shares of the variance of all pre-activations together. */
  readonly discShare: number;
  readonly multiplicative: number;
}

const discAtLeast = 0.9;
const torusAtMost = 0.75;
/** Fewer neurons than this always lie nearly in a plane. */
const fewest = 10;

/** Groups a layer's neurons by frequency, the largest group first. */
export function groupNeurons({ neurons, constant }: NeuronLayer): NeuronSummary {
  const byFrequency = new Map<number, NeuronReading[]>();
  for (const neuron of neurons) {
    byFrequency.set(neuron.k, [...(byFrequency.get(neuron.k) ?? []), neuron]);
  }
  const groups = [...byFrequency]
    .map(([k, members]) => describeGroup(k, members))
    .sort((left, right) => right.count - left.count || left.k - right.k);
  return {
    groups,
    constant,
    medianPhaseDifference: median(neurons.map(phaseDifference)),
    discShare: weighted(groups, neurons, ({ discShare }) => discShare),
    multiplicative: varianceShare(neurons, ({ multiplicative }) => multiplicative),
  };
}

/** |φ_L − φ_R| on the circle, 0 … π. */
export function phaseDifference({ phaseLeft, phaseRight }: NeuronReading): number {
  const difference = phaseLeft - phaseRight;
  return Math.abs(Math.atan2(Math.sin(difference), Math.cos(difference)));
}

function describeGroup(k: number, members: readonly NeuronReading[]): NeuronGroup {
  const discShare = twoDimensionalShare(members);
  return {
    k,
    count: members.length,
    medianPhaseDifference: median(members.map(phaseDifference)),
    discShare,
    explained: varianceShare(members, ({ explained }) => explained),
    multiplicative: varianceShare(members, ({ multiplicative }) => multiplicative),
    shape:
      members.length < fewest
        ? 'too few'
        : discShare >= discAtLeast
          ? 'disc'
          : discShare <= torusAtMost
            ? 'torus'
            : 'mixed',
  };
}

function twoDimensionalShare(members: readonly NeuronReading[]): number {
  const gram = new Float64Array(16);
  for (const { amplitudeLeft: l, amplitudeRight: r, phaseLeft, phaseRight } of members) {
    const vector = [
      l * Math.cos(phaseLeft),
      l * Math.sin(phaseLeft),
      r * Math.cos(phaseRight),
      r * Math.sin(phaseRight),
    ];
    vector.forEach((x, i) => {
      vector.forEach((y, j) => {
        gram[i * 4 + j] = (gram[i * 4 + j] as number) + x * y;
      });
    });
  }
  const { values } = symmetricEigen(gram, 4);
  const total = values.reduce((sum, value) => sum + value, 0);
  return ((values[0] as number) + (values[1] as number)) / total;
}

/** Mean of a share, weighted by the neurons' variances. */
function varianceShare(
  members: readonly NeuronReading[],
  share: (neuron: NeuronReading) => number,
): number {
  let [sum, total] = [0, 0];
  for (const neuron of members) {
    sum += share(neuron) * neuron.strength ** 2;
    total += neuron.strength ** 2;
  }
  return sum / total;
}

function weighted(
  groups: readonly NeuronGroup[],
  neurons: readonly NeuronReading[],
  value: (group: NeuronGroup) => number,
): number {
  const byFrequency = new Map(groups.map((group) => [group.k, value(group)]));
  return varianceShare(neurons, ({ k }) => byFrequency.get(k) ?? 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
