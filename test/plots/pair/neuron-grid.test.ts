// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import {
  divergingBytes,
  divergingGradient,
  divergingIndex,
  writeDivergingPixels,
} from '../../../src/plots/neuron-grid/ramp.ts';
import { gridAxisNames, gridCellLines } from '../../../src/plots/neuron-grid/wording.ts';
import type { NeuronGridData } from '../../../src/plots/neuron-grid-figure.ts';
import { createNeuronGridFigure } from '../../../src/plots/neuron-grid-figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const ramp = divergingBytes({ low: '#0b6e69', zero: '#f7f4ec', high: '#7a2467' });

/** Values a − 2b, so that every cell of p = 5 can be told apart. */
const values = Float32Array.from(
  { length: 25 },
  (_, cell) => Math.floor(cell / 5) - 2 * (cell % 5),
);
const data: NeuronGridData = { p: 5, index: 31, k: 2, values };

describe('the diverging ramp', () => {
  it('has the paper exactly at 0 and its ends at the extremes', () => {
    const at = (value: number) => [...ramp.subarray(3 * divergingIndex(value, 4)).subarray(0, 3)];
    expect(at(0)).toEqual([0xf7, 0xf4, 0xec]);
    expect(at(-4)).toEqual([0x0b, 0x6e, 0x69]);
    expect(at(4)).toEqual([0x7a, 0x24, 0x67]);
    expect(at(9)).toEqual(at(4));
    expect(divergingIndex(1, 0)).toBe(127);
    expect(divergingGradient(-1, 4, 4, ramp)).toMatch(
      /^linear-gradient\(to right, rgb\(.*100\.0%\)$/,
    );
  });

  it('leaves cells without a number transparent', () => {
    const image = new Uint8ClampedArray(8);
    writeDivergingPixels(image, [Number.NaN, 4], 4, ramp);
    expect([...image]).toEqual([0, 0, 0, 0, 0x7a, 0x24, 0x67, 255]);
  });
});

describe('words', () => {
  it('name axes and cells', () => {
    expect(gridAxisNames(data)).toEqual({ rows: 'rows: a', columns: 'columns: b' });
    expect(gridAxisNames({ ...data, order: 'circle' }).rows).toBe(
      'rows: a along circle 2, in steps of 3',
    );
    expect(gridAxisNames({ ...data, p: 12, k: 4, order: 'circle' }).rows).toBe(
      'rows: a along circle 4',
    );
    expect(gridCellLines(3, 4, -0.5)).toEqual(['a = 3, b = 4', '−0.50 · the ReLU makes it 0']);
    expect(gridCellLines(3, 4, 2)[1]).toBe('2.0 · passes the ReLU');
  });
});

describe('the neuron figure', () => {
  let host: HTMLElement;
  let figure: Figure<NeuronGridData>;
  const picture = () => host.querySelector('.heatmap-picture') as HTMLElement;
  const press = (key: string) =>
    picture().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const spoken = () => host.querySelector('[aria-live]')?.textContent;

  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    figure = createNeuronGridFigure(host);
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('waits before there are values, and again without', async () => {
    expect(host.querySelector('.heatmap-empty')).not.toBeNull();
    expect(host.textContent).toContain('Choose a neuron');
    figure.update({ ...data, values: null });
    await frame();
    expect(host.textContent).toContain('computing …');
    figure.update(data);
    await frame();
    expect(host.querySelector('.heatmap-empty')).toBeNull();
    figure.update({ ...data, k: 0, values: null });
    await frame();
    expect(host.querySelector('.heatmap-empty')).not.toBeNull();
    expect(host.textContent).toContain('Choose a neuron');
    expect(picture().hasAttribute('role')).toBe(false);
  });

  it('names picture, title and scale', async () => {
    figure.update({ ...data, title: 'A neuron' });
    await frame();
    expect(picture().getAttribute('role')).toBe('img');
    expect(picture().getAttribute('aria-label')).toBe(
      'A neuron: input of the ReLU for every pair, rows a, columns b, from −8.0 to 4.0.',
    );
    expect(host.querySelector('.neuron-grid-title')?.textContent).toBe('A neuron');
    expect(host.querySelector('.neuron-grid-low')?.textContent).toBe('−8.0');
    expect(host.querySelector('.neuron-grid-high')?.textContent).toBe('4.0');
    expect((host.querySelector('.neuron-grid-zero') as HTMLElement).hidden).toBe(false);
    figure.update(data);
    await frame();
    expect(picture().getAttribute('aria-label')).toContain('Neuron 31, frequency 2: input');
    expect((host.querySelector('.neuron-grid-title') as HTMLElement).hidden).toBe(true);
  });

  it('reads out cells by keyboard, in either order', async () => {
    figure.update(data);
    await frame();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) press(key);
    await frame();
    expect(spoken()).toBe('a = 1, b = 1 · −1.0 · the ReLU makes it 0');
    figure.update({ ...data, order: 'circle' });
    press('ArrowDown');
    await frame();
    // Along circle 2 of p = 5 the residues are 0, 3, 1, 4, 2.
    expect(spoken()).toBe('a = 1, b = 3 · −5.0 · the ReLU makes it 0');
    const ticks = [...host.querySelectorAll('.heatmap-row-ticks .heatmap-tick')];
    expect(ticks.map((tick) => tick.textContent)).toEqual(['0', '3', '1', '4', '2']);
  });

  it('leaves nothing behind', async () => {
    figure.update(data);
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
