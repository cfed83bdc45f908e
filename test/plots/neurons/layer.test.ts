import { describe, expect, it } from 'vitest';
import type { PlottedNeuron } from '../../../src/plots/neurons/data.ts';
import { CATEGORIES, neuronCategories, neuronStyles } from '../../../src/plots/neurons/groups.ts';
import { neuronLayer, selectedPosition, shownPositions } from '../../../src/plots/neurons/layer.ts';
import { nearestNeuron, neuronPlane, pixelOfPhases } from '../../../src/plots/neurons/plane.ts';
import { countedText, neuronsLabel } from '../../../src/plots/neurons/wording.ts';
import {
  crowdedLayer,
  discLayer,
  layerNeurons,
  silentLayer,
  torusLayer,
} from '../../gallery/inside-neurons.ts';

function ofFrequency(k: number, count: number): PlottedNeuron[] {
  return Array.from({ length: count }, (_, index) => ({
    index: 1000 * k + index,
    k,
    phaseLeft: -1 + 0.1 * index,
    phaseRight: 1,
    explained: 0.9,
    strength: 1,
  }));
}

describe('the colours of the frequencies', () => {
  it('stay when the counts change places', () => {
    const before = neuronCategories([...ofFrequency(17, 5), ...ofFrequency(3, 2)]);
    const after = neuronCategories([...ofFrequency(17, 2), ...ofFrequency(3, 5)], before);
    expect(after).toEqual([
      { k: 3, count: 5, style: 1 },
      { k: 17, count: 2, style: 0 },
    ]);
  });

  it('are free again when their frequency is gone, and never given twice', () => {
    const before = neuronCategories([...ofFrequency(17, 5), ...ofFrequency(3, 2)]);
    const other = [...ofFrequency(3, 4), ...ofFrequency(8, 2)];
    const after = neuronCategories(other, before);
    expect(after.map(({ style }) => style)).toEqual([1, 0]);
    expect(neuronStyles(other, after)).toEqual([1, 1, 1, 1, 0, 0]);
    const many = neuronCategories(layerNeurons(crowdedLayer), after);
    expect(many.map(({ style }) => style).sort()).toEqual(
      Array.from({ length: CATEGORIES + 1 }, (_, style) => style),
    );
  });
});

describe('a layer', () => {
  const neurons = [...ofFrequency(17, 3), ...ofFrequency(3, 2)];

  it('shows all neurons or those of one style, in the order of the keyboard', () => {
    const layer = neuronLayer({ neurons, constant: 0, selected: 17001 }, undefined);
    expect(shownPositions(layer)).toEqual([3, 4, 0, 1, 2]);
    expect(shownPositions(layer, 0)).toEqual([0, 1, 2]);
    expect(selectedPosition(layer)).toBe(1);
    const other = neuronLayer({ neurons, constant: 0, selected: null }, layer);
    expect(other.order).toBe(layer.order);
    expect(selectedPosition(other)).toBeUndefined();
  });

  it('finds only the neurons that are shown near a pixel', () => {
    const plane = neuronPlane(400);
    const { x, y } = pixelOfPhases(plane, -1, 1);
    expect(nearestNeuron(plane, neurons, x, y)).toBe(0);
    expect(nearestNeuron(plane, neurons, x, y, [3, 4])).toBe(3);
    expect(nearestNeuron(plane, neurons, x, y, [])).toBeUndefined();
  });

  it.each([280, 281, 390, 2000])('fits a figure of %i px', (width) => {
    const plane = neuronPlane(width);
    expect(plane.width).toBe(Math.min(520, width));
    expect(plane.left + plane.side).toBeLessThan(plane.width);
  });

  it('counts the constant neurons', () => {
    expect(countedText({ neurons, constant: 90, selected: null })).toBe(
      'constant: not drawn (90 neurons)',
    );
    expect(countedText({ neurons, constant: 0, selected: null })).toBeUndefined();
    expect(neuronsLabel({ neurons, constant: 90, selected: null }, [], 0.3)).toMatch(
      / 90 do not depend on the pair and are not drawn\.$/,
    );
  });
});

describe('the made-up layers', () => {
  it('are a disc, a torus and one with constant neurons', () => {
    const near = (neurons: readonly PlottedNeuron[]) =>
      neurons.filter(({ phaseLeft, phaseRight }) => Math.cos(phaseLeft - phaseRight) > 0.9).length /
      neurons.length;
    expect(near(layerNeurons(discLayer))).toBe(1);
    expect(near(layerNeurons(torusLayer))).toBeLessThan(0.3);
    expect(layerNeurons(silentLayer)).toHaveLength(38);
    expect(layerNeurons(crowdedLayer)).toHaveLength(2047);
  });
});
