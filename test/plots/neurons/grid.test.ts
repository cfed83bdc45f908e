// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import type { NeuronGridData } from '../../../src/plots/neuron-grid-figure.ts';
import { createNeuronGridFigure } from '../../../src/plots/neuron-grid-figure.ts';
import { discLayer, layerNeurons, preactivations } from '../../gallery/inside-neurons.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('the picture of a neuron', () => {
  let host: HTMLElement;
  let figure: Figure<NeuronGridData>;

  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    figure = createNeuronGridFigure(host);
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('reads out the value at a·p + b', async () => {
    const [neuron] = layerNeurons(discLayer);
    if (!neuron) throw new Error('The made-up layer has no neuron.');
    const { p } = discLayer;
    const values = preactivations(p, neuron);
    figure.update({ p, index: neuron.index, k: neuron.k, values });
    await frame();
    const picture = host.querySelector('.heatmap-picture') as HTMLElement;
    const keys = [...Array<string>(4).fill('ArrowDown'), ...Array<string>(14).fill('ArrowRight')];
    for (const key of keys) picture.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await frame();
    const value = values[3 * p + 14] as number;
    const decimals = Math.abs(value) < 1 ? 2 : 1;
    expect(host.querySelector('[aria-live]')?.textContent).toContain(
      `a = 3, b = 14 · ${value.toFixed(decimals).replace('-', '−')} ·`,
    );
  });

  it('says that a network has diverged instead of waiting for ever', async () => {
    figure.update({ p: 2, index: 0, k: 1, values: new Float32Array(4).fill(Number.NaN) });
    await frame();
    expect(host.textContent).toContain('the network has diverged');
  });
});

/** Linear parts of sRGB as the red-green blind see them: Machado, Oliveira, Fernandes 2009. */
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
] as const;

describe('the two ends of its ramp', () => {
  it.each([0, 1])('differ for the red-green blind too, theme %i', async (theme) => {
    const css = await readFile('src/plots/neuron-grid-figure.css', 'utf8');
    const read = (name: string) => [...css.matchAll(new RegExp(`${name}: (#\\w{6})`, 'g'))];
    const seen = ['--neuron-grid-low', '--neuron-grid-high'].map((name) => {
      const hex = read(name)[theme]?.[1] ?? '';
      const linear = [1, 3, 5].map(
        (at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2,
      );
      return DEUTERANOPIA.map((row) =>
        row.reduce((sum, part, index) => sum + part * (linear[index] as number), 0),
      );
    });
    // They see yellow against blue: its sign tells green from violet.
    const [low, high] = seen.map((colour) => (colour[2] as number) - (colour[0] as number));
    expect((high as number) - (low as number)).toBeGreaterThan(0.15);
  });
});
