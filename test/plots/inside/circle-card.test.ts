// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { circleFits, isAccompanying } from '../../../src/plots/circle-card/fits.ts';
import {
  pairsOfTurnedCell,
  rowSteps,
  turnedCellOfPair,
  turnedOrder,
  turnedValues,
} from '../../../src/plots/circle-card/turned-grid.ts';
import { anchoredDomain } from '../../../src/plots/circle-card/turned-heatmap.ts';
import { ringCaption, turnedAxisNames } from '../../../src/plots/circle-card/wording.ts';
import type { CircleCardData } from '../../../src/plots/circle-card-figure.ts';
import { createCircleCardFigure } from '../../../src/plots/circle-card-figure.ts';
import type { Figure } from '../../../src/plots/figure.ts';
import { cardData, isolatedLogits, pizzaNetwork } from '../../gallery/inside-circles.ts';

const [recipe, , , helperRecipe] = pizzaNetwork.circles;
if (!recipe || !helperRecipe) throw new Error('The made-up network has six circles.');
const pizza = cardData(pizzaNetwork, recipe);
const helper = cardData(pizzaNetwork, helperRecipe);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('the order of a card', () => {
  it('counts along the circle, with distance 0 in the middle', () => {
    const order = turnedOrder(pizza);
    expect(order).toEqual({ p: 59, factor: 17, step: 7, isPlain: false });
    expect([0, 29, 58].map((row) => rowSteps(row, 59))).toEqual([-29, 0, 29]);
    expect(rowSteps(0, 12)).toBe(-6);
    expect(turnedCellOfPair({ a: 5, b: 5 }, order).row).toBe(29);
    // One step further along the circle is one row further down.
    expect(turnedCellOfPair({ a: 7, b: 0 }, order)).toEqual({ row: 30, column: 1 });
  });

  it('has every pair in exactly the cell that names it', () => {
    for (const order of [turnedOrder(pizza), turnedOrder({ ...pizza, p: 12, k: 5, step: 5 })]) {
      const seen = new Set<string>();
      for (let row = 0; row < order.p; row++) {
        for (let column = 0; column < order.p; column++) {
          for (const [a, b] of pairsOfTurnedCell({ row, column }, order)) {
            expect(turnedCellOfPair({ a, b }, order)).toEqual({ row, column });
            seen.add(`${a} ${b}`);
          }
        }
      }
      expect(seen.size).toBe(order.p ** 2);
    }
  });

  it('counts a helper along the circle that it repairs', () => {
    expect(turnedOrder(helper).factor).toBe(17);
    // Unless the accompanying formula is not what explains it.
    expect(turnedOrder({ ...helper, fvePizza: 0.99 }).factor).toBe(25);
  });

  it('is plain where the frequency shares a factor with p', () => {
    const order = turnedOrder({ ...pizza, p: 12, k: 4, step: null });
    expect(order).toEqual({ p: 12, factor: 1, step: 1, isPlain: true });
    expect(turnedAxisNames(order).rows).toBe('a−b (mod 12)');
    expect(turnedCellOfPair({ a: 3, b: 1 }, order)).toEqual({ row: 8, column: 4 });
    expect(ringCaption({ p: 12, k: 4, step: null }, null)).toBe('covers 3 of 12 points');
  });

  it('shows a Pizza bright in the middle and its helper at the edges', () => {
    const rowMean = (values: Float32Array, row: number) =>
      values.subarray(59 * row, 59 * row + 59).reduce((sum, value) => sum + value / 59, 0);
    const main = turnedValues(isolatedLogits(59, recipe), turnedOrder(pizza));
    const repair = turnedValues(isolatedLogits(59, helperRecipe), turnedOrder(helper));
    expect(rowMean(main, 29)).toBeGreaterThan(rowMean(main, 15));
    expect(rowMean(main, 15)).toBeGreaterThan(rowMean(main, 0));
    expect(rowMean(repair, 0)).toBeGreaterThan(rowMean(repair, 15));
    expect(rowMean(repair, 15)).toBeGreaterThan(rowMean(repair, 29));
  });

  it('anchors the colours at 0', () => {
    expect(anchoredDomain({ low: 9, high: 10 })).toEqual({ low: 0, high: 10 });
    expect(anchoredDomain({ low: -6, high: 6 })).toEqual({ low: -6, high: 6 });
  });
});

describe('the bars', () => {
  it('start at 0, the largest stressed, the negative faint', () => {
    const [clock, best, repairs] = circleFits(pizza);
    expect(clock).toMatchObject({ name: 'Clock', text: '75.4 %', start: 0.5, isLargest: false });
    expect(best).toMatchObject({ text: '99.2 %', isLargest: true, isNegative: false });
    expect(repairs).toMatchObject({ text: '−31.1 %', isLargest: false, isNegative: true });
    expect((repairs?.start ?? 0) + (repairs?.length ?? 0)).toBeCloseTo(0.5, 10);
    expect(circleFits(helper)[2]).toMatchObject({ name: 'Accompanying 17', isLargest: true });
  });

  it('stress none when all are negative, and survive missing numbers', () => {
    const fits = circleFits({
      fveClock: -0.2,
      fvePizza: Number.NaN,
      fveAccompanying: -1.5,
      accompanies: null,
    });
    expect(fits.some(({ isLargest }) => isLargest)).toBe(false);
    expect(fits[1]?.text).toBe('–');
    expect(fits[2]?.start).toBe(0);
    expect(isAccompanying({ ...helper, accompanies: null })).toBe(false);
  });
});

describe('the card figure', () => {
  let host: HTMLElement;
  let figure: Figure<CircleCardData>;
  const onPickPair = vi.fn();
  const picture = () => host.querySelector('.heatmap-picture') as HTMLElement;
  const press = (key: string) =>
    picture().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  beforeEach(() => {
    onPickPair.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createCircleCardFigure(host, { onPickPair });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its place before there is data, and again without', async () => {
    const empty = { ...pizza, points: new Float32Array(0), correctLogits: new Float32Array(0) };
    expect(host.querySelector('.circle-card-empty')).not.toBeNull();
    expect(picture().hasAttribute('role')).toBe(false);
    figure.update(pizza);
    await frame();
    expect(host.querySelector('.circle-card-empty')).toBeNull();
    figure.update(empty);
    await frame();
    expect(host.querySelector('.circle-card-empty')).not.toBeNull();
    expect(picture().hasAttribute('tabindex')).toBe(false);
  });

  it('names ring, heatmap and bars', async () => {
    figure.update(pizza);
    await frame();
    expect(host.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe(
      'The residues on circle 17, joined in steps of 7.',
    );
    expect(picture().getAttribute('role')).toBe('application');
    expect(picture().getAttribute('aria-label')).toMatch(
      /^Logit of the correct answer with circle 17 alone, rows a − b, columns a \+ b in steps along circle 17/,
    );
    const rows = [...host.querySelectorAll('li')].map((row) => row.textContent);
    expect(rows).toEqual(['Clock75.4 %', 'Pizza99.2 %', 'Accompanying−31.1 %']);
    expect(host.querySelector('.circle-card-fit-largest')?.textContent).toContain('Pizza');
    expect(host.textContent).toContain('a−b in turns of k 17');
  });

  it('says what is known of the circle', async () => {
    const facts = { powerFraction: 0.26, axisRatio: 0.98, verdict: 'pizza' as const };
    const label = () => host.querySelector('[role="img"]')?.getAttribute('aria-label');
    figure.update({ ...pizza, facts });
    await frame();
    expect(label()).toBe(
      'Frequency 17, 26 % of power, round; a Pizza circle. The residues on circle 17, joined in steps of 7.',
    );
    figure.update({ ...pizza, facts: { ...facts, powerFraction: 0.3, verdict: 'clock' } });
    await frame();
    expect(label()).toMatch(/^Frequency 17, 30 % of power, round; a Clock circle\./);
  });

  it('walks along the ring by keyboard', async () => {
    figure.update(pizza);
    await frame();
    const ring = host.querySelector('[role="img"]') as HTMLElement;
    expect(ring.tabIndex).toBe(0);
    const walk = async (key: string) => {
      ring.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await frame();
      await frame();
      return host.querySelector('[aria-live]')?.textContent;
    };
    expect(await walk('ArrowRight')).toContain('residue 0 · next on the circle: 7');
    expect(await walk('ArrowRight')).toContain('residue 7 · next on the circle: 14');
    expect(await walk('End')).toContain('residue 52 · next on the circle: 0');
    expect((host.querySelector('.value-readout') as HTMLElement).hidden).toBe(false);
    await walk('Escape');
    expect((host.querySelector('.value-readout') as HTMLElement).hidden).toBe(true);
  });

  it('picks a pair by keyboard and by click', async () => {
    figure.update(pizza);
    await frame();
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    // From the middle one row down: one step of 7, at a + b = 0.
    const [a, b] = onPickPair.mock.calls[0] as [number, number];
    expect((a - b + 59) % 59).toBe(7);
    expect((a + b) % 59).toBe(0);
    await frame();
    expect(host.querySelector('.value-readout')?.textContent).toContain(`a = ${a}, b = ${b}`);
    expect(host.querySelector('[aria-live]')?.textContent).toContain('a−b: 1 step, a+b: 0');
    picture().click();
    expect(onPickPair).toHaveBeenCalledTimes(2);
    press('Escape');
    press('Enter');
    expect(onPickPair).toHaveBeenCalledTimes(2);
  });

  it('marks the selected pair on ring and heatmap', async () => {
    figure.update({ ...pizza, selectedPair: { a: 12, b: 40 } });
    await frame();
    expect((host.querySelector('.heatmap-picked') as HTMLElement).hidden).toBe(false);
    expect(host.querySelector('.circle-card-caption')?.textContent).toBe('a = 12, b = 40');
    expect(host.querySelector('[role="img"]')?.getAttribute('aria-label')).toContain(
      'Marked: a = 12, b = 40',
    );
    figure.update(pizza);
    await frame();
    expect((host.querySelector('.heatmap-picked') as HTMLElement).hidden).toBe(true);
    expect(host.querySelector('.circle-card-caption')?.textContent).toBe('joined in steps of 7');
  });

  it('leaves nothing behind', async () => {
    figure.update(pizza);
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
