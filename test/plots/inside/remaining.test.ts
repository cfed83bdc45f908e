// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import { cellOfPair, pairsOfCell, pairToPick } from '../../../src/plots/heatmap/grid.ts';
import type { RemainingData } from '../../../src/plots/remaining-figure.ts';
import { createRemainingFigure } from '../../../src/plots/remaining-figure.ts';
import { makeLogits } from '../../gallery/fixtures.ts';

const correctLogits = makeLogits(59, { base: 40, difference: 4, sum: 0, noise: 0.2 });
const data: RemainingData = { p: 59, correctLogits, order: 'difference-sum', selectedPair: null };
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('picking', () => {
  it('knows the cell of every pair', () => {
    for (const order of ['plain', 'difference-sum'] as const) {
      const cell = cellOfPair({ a: 3, b: 40 }, 59, order);
      expect(pairsOfCell(cell.row, cell.column, 59, order)).toEqual([[3, 40]]);
    }
  });

  it('takes the other pair of a cell the second time', () => {
    const pairs = pairsOfCell(2, 4, 12, 'difference-sum');
    expect(pairToPick(pairs, null)).toEqual([3, 1]);
    expect(pairToPick(pairs, { a: 3, b: 1 })).toEqual([9, 7]);
    expect(pairToPick(pairs, { a: 9, b: 7 })).toEqual([3, 1]);
    expect(pairToPick([], null)).toBeUndefined();
  });
});

describe('the heatmap of what remains', () => {
  let host: HTMLElement;
  let figure: Figure<RemainingData>;
  const onPickPair = vi.fn();
  const picture = () => host.querySelector('.heatmap-picture') as HTMLElement;
  const press = (key: string) =>
    picture().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  beforeEach(() => {
    onPickPair.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createRemainingFigure(host, { onPickPair });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its place before there is data', () => {
    expect(host.querySelector('.heatmap-empty')).not.toBeNull();
    expect(host.textContent).toContain('The pattern of the kept circles forms here');
  });

  it('says what it shows, and no step', async () => {
    figure.update(data);
    await frame();
    expect(picture().getAttribute('role')).toBe('application');
    expect(picture().getAttribute('aria-label')).toMatch(
      /^Logit of the correct answer with the kept circles only, rows a − b, columns a \+ b modulo 59: from/,
    );
  });

  it('picks a pair by Enter, Space and click', async () => {
    figure.update(data);
    await frame();
    press('Enter');
    expect(onPickPair).not.toHaveBeenCalled();
    for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'Enter', ' ']) press(key);
    picture().click();
    expect(onPickPair.mock.calls).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it('marks the selected pair', async () => {
    const mark = () => host.querySelector('.heatmap-picked') as HTMLElement;
    figure.update(data);
    await frame();
    expect(mark().hidden).toBe(true);
    figure.update({ ...data, selectedPair: { a: 12, b: 40 } });
    await frame();
    expect(mark().hidden).toBe(false);
    expect(Number.parseFloat(mark().style.top)).toBeCloseTo((100 * 31.5) / 59, 2);
    expect(Number.parseFloat(mark().style.left)).toBeCloseTo((100 * 52.5) / 59, 2);
  });

  it('leaves nothing behind', async () => {
    figure.update(data);
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
