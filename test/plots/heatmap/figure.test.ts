// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import { axisTicks } from '../../../src/plots/heatmap/elements.ts';
import { cellAfterKey } from '../../../src/plots/heatmap/interaction.ts';
import { cellLines, heatmapLabel, logitText } from '../../../src/plots/heatmap/wording.ts';
import type { HeatmapData } from '../../../src/plots/heatmap.ts';
import { createHeatmapFigure } from '../../../src/plots/heatmap.ts';
import { makeLogits } from '../../gallery/fixtures.ts';

const horizontal = makeLogits(59, { base: 40, difference: 4, sum: 0, noise: 0.2 });
const vertical = makeLogits(59, { base: 40, difference: 0, sum: 4, noise: 0.2 });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('words', () => {
  it('name the pair, its place and its logit', () => {
    expect(cellLines(31, 52, [[12, 40]], 43.21, 59, 'difference-sum').join(' · ')).toBe(
      'a = 12, b = 40 · a−b = 31, a+b = 52 · logit 43.2',
    );
    expect(cellLines(12, 40, [[12, 40]], 43.21, 59, 'plain').join(' · ')).toBe(
      'a = 12, b = 40 · a−b = 31, a+b = 52 · logit 43.2',
    );
  });

  it('name both pairs of a cell, or that there is none', () => {
    const pairs = [
      [3, 1],
      [9, 7],
    ] as const;
    expect(cellLines(2, 4, pairs, -3, 12, 'difference-sum').join(' · ')).toBe(
      'a = 3, b = 1 and a = 9, b = 7 · a−b = 2, a+b = 4 · mean logit −3.0',
    );
    expect(cellLines(3, 4, [], Number.NaN, 12, 'difference-sum')[1]).toContain('no pair');
  });

  it('describe the bands', () => {
    const range = { low: 41, high: 49.8 };
    const shares = { rows: 0.97, columns: 0.01 };
    expect(heatmapLabel(59, 4000, 'difference-sum', range, shares)).toBe(
      'Logit of the correct answer, rows a − b, columns a + b modulo 59, at step 4000: ' +
        'from 41.0 to 49.8. Horizontal bands: a − b explains 97 %, a + b 1 % of the variation.',
    );
    expect(heatmapLabel(59, 1, 'plain', range, shares)).toContain('Diagonal bands of equal a − b');
    expect(heatmapLabel(59, 1, 'difference-sum', range, { rows: 0.02, columns: 0.02 })).toContain(
      'No clear bands',
    );
  });

  it('write logits with a true minus sign', () => {
    expect([-12.34, 0.123, -0.001, 12345].map(logitText)).toEqual(['−12.3', '0.12', '0', '12345']);
  });
});

describe('keys and ticks', () => {
  it('move the cursor around the torus', () => {
    expect(cellAfterKey(59, undefined, 'ArrowDown')).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey(59, { row: 0, column: 0 }, 'ArrowUp')).toEqual({ row: 58, column: 0 });
    expect(cellAfterKey(59, { row: 0, column: 58 }, 'ArrowRight')).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey(59, { row: 3, column: 4 }, 'Escape')).toBe('none');
    expect(cellAfterKey(0, undefined, 'ArrowDown')).toBeUndefined();
  });

  it('are round numbers from 0', () => {
    expect(axisTicks(59)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(axisTicks(5)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('the heatmap figure', () => {
  let host: HTMLElement;
  let figure: Figure<HeatmapData>;
  const picture = () => host.querySelector('.heatmap-picture') as HTMLElement;
  const data = (step: number, correctLogits: Float32Array): HeatmapData => ({
    p: 59,
    step,
    correctLogits,
    order: 'difference-sum',
  });

  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    figure = createHeatmapFigure(host);
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('invites before there is data', () => {
    expect(host.querySelector('.heatmap-empty')).not.toBeNull();
    expect(host.textContent).toContain('Press Train: the pattern forms here');
  });

  it('describes its bands, and anew with new data', async () => {
    figure.update(data(0, horizontal));
    await frame();
    expect(host.querySelector('.heatmap-empty')).toBeNull();
    expect(picture().getAttribute('role')).toBe('img');
    expect(picture().getAttribute('aria-label')).toContain('Horizontal bands');
    figure.update(data(1, vertical));
    await frame();
    expect(picture().getAttribute('aria-label')).toContain('Vertical bands');
  });

  it('names axes and the real ends of the range', async () => {
    figure.update(data(0, horizontal));
    await frame();
    expect(host.textContent).toContain('rows: a − b (mod 59)');
    expect(host.textContent).toContain('columns: a + b (mod 59)');
    const low = host.querySelector('.heatmap-legend-low')?.textContent;
    expect(low).toBe(logitText(Math.min(...horizontal)));
  });

  it('tells the cell reached by keyboard', async () => {
    figure.update(data(0, horizontal));
    await frame();
    for (const key of ['Home', 'ArrowRight', 'ArrowDown']) {
      picture().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    await frame();
    expect(host.querySelector('.value-readout')?.textContent).toMatch(
      /^a = 1, b = 0a−b = 1, a\+b = 1 · logit [\d.]+$/,
    );
  });

  it('says so when no logit is a number, and invites again when there is none', async () => {
    figure.update(data(0, horizontal));
    await frame();
    figure.update(data(1, new Float32Array(59 * 59).fill(Number.NaN)));
    await frame();
    expect(host.querySelector('.heatmap-empty')).not.toBeNull();
    expect(picture().hasAttribute('aria-label')).toBe(false);
    expect(host.textContent).toContain('No logit is a number any more');
    figure.update(data(0, new Float32Array(0)));
    await frame();
    expect(host.textContent).toContain('Press Train');
  });

  it('leaves nothing behind', async () => {
    figure.update(data(0, horizontal));
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
