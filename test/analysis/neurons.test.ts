import { describe, expect, it } from 'vitest';
import { readNeurons } from '../../src/analysis/first-layer-neurons.ts';
import { groupNeurons, phaseDifference } from '../../src/analysis/neuron-groups.ts';

const p = 13;
type Cell = (a: number, b: number) => number;
const wave = (k: number, t: number, phase: number) => Math.cos((2 * Math.PI * k * t) / p + phase);

/** Pre-activations of neurons given as functions of (a, b). */
function layerOf(neurons: readonly Cell[]): Float32Array {
  return Float32Array.from({ length: p * p * neurons.length }, (_, at) => {
    const pair = Math.floor(at / neurons.length);
    const neuron = neurons[at % neurons.length] as Cell;
    return neuron(Math.floor(pair / p), pair % p);
  });
}

describe('the reading of a neuron', () => {
  it('finds frequency, phases, amplitudes and what they explain', () => {
    const { neurons, constant } = readNeurons(
      layerOf([
        (a, b) => 5 + 2 * wave(3, a, 0.4) + 1 * wave(3, b, -2.1),
        () => 7,
        (a, b) => wave(5, a, 3) + wave(5, b, 3) + 0.5 * wave(5, a + b, 1),
      ]),
      p,
    );
    expect(constant).toBe(1);
    const [first, second] = neurons;
    expect(first).toMatchObject({ index: 0, k: 3 });
    expect(first?.phaseLeft).toBeCloseTo(0.4, 5);
    expect(first?.phaseRight).toBeCloseTo(-2.1, 5);
    expect(first?.amplitudeLeft).toBeCloseTo(2, 5);
    expect(first?.amplitudeRight).toBeCloseTo(1, 5);
    expect(first?.explained).toBeCloseTo(1, 5);
    expect(first?.multiplicative).toBeCloseTo(0, 5);
    expect(first?.strength).toBeCloseTo(Math.sqrt(2.5), 5);
    expect(second).toMatchObject({ index: 2, k: 5 });
    expect(second?.explained).toBeCloseTo(8 / 9, 5);
    expect(second?.multiplicative).toBeCloseTo(1 / 9, 5);
  });

  it('measures phase differences around the circle', () => {
    const [neuron] = readNeurons(layerOf([(a, b) => wave(1, a, 3) + wave(1, b, -3)]), p).neurons;
    expect(neuron && phaseDifference(neuron)).toBeCloseTo(2 * Math.PI - 6, 5);
  });
});

describe('a group of neurons', () => {
  const phases = Array.from({ length: 24 }, (_, index) => (index * 2 * Math.PI) / 24);

  it('is a disc when both phases are equal, or differ by the same angle', () => {
    for (const offset of [0, 1.2]) {
      const cells = phases.map(
        (phase): Cell =>
          (a, b) =>
            wave(2, a, phase) + wave(2, b, phase + offset),
      );
      const { groups, discShare, medianPhaseDifference } = groupNeurons(
        readNeurons(layerOf(cells), p),
      );
      expect(groups).toHaveLength(1);
      expect(groups[0]).toMatchObject({ k: 2, count: 24, shape: 'disc' });
      expect(discShare).toBeCloseTo(1, 6);
      expect(medianPhaseDifference).toBeCloseTo(offset, 5);
    }
  });

  it('is a torus when the phases are independent', () => {
    const cells = phases.flatMap((left) =>
      phases.map(
        (right): Cell =>
          (a, b) =>
            wave(4, a, left) + wave(4, b, right),
      ),
    );
    const { groups } = groupNeurons(readNeurons(layerOf(cells), p));
    expect(groups[0]).toMatchObject({ k: 4, shape: 'torus' });
    expect(groups[0]?.discShare).toBeCloseTo(0.5, 5);
  });

  it('is listed with the others, the largest first', () => {
    const cells: Cell[] = [
      (a, b) => wave(1, a, 0) + wave(1, b, 0),
      (a, b) => wave(6, a, 0) + wave(6, b, 0),
      (a, b) => wave(6, a, 1) + wave(6, b, 1),
    ];
    const { groups, constant } = groupNeurons(readNeurons(layerOf(cells), p));
    expect(groups.map(({ k, count }) => [k, count])).toEqual([
      [6, 2],
      [1, 1],
    ]);
    expect(constant).toBe(0);
  });
});
