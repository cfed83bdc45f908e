// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import {
  addedCircles,
  chanceAtRight,
  keepingDots,
  usedWidth,
} from '../../../src/plots/keeping-top/layout.ts';
import type { KeepingTopData } from '../../../src/plots/keeping-top-figure.ts';
import { createKeepingTopFigure } from '../../../src/plots/keeping-top-figure.ts';
import { keepingEntries, pizzaNetwork } from '../../gallery/inside-circles.ts';

const data: KeepingTopData = { p: 59, entries: keepingEntries(pizzaNetwork) };
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('the dots', () => {
  it('name what was added', () => {
    const dots = keepingDots(data, 700);
    expect(dots.map(({ added }) => added)).toEqual(['+17', '+3', '+15', '+25', '+6', '+29']);
    expect(dots[1]?.value).toBe('91.8 %');
    expect(dots[1]?.name).toBe('Keep the strongest 2: circles 17, 3, accuracy 91.8 %');
    expect(dots[0]?.name).toBe('Keep the strongest 1: circle 17, accuracy 41.6 %');
    expect(addedCircles({ kept: [1, 2, 3], accuracy: 1 }, { kept: [1], accuracy: 0 })).toEqual([
      2, 3,
    ]);
  });

  it('come in order of their number, higher when better', () => {
    const dots = keepingDots({ ...data, entries: [...data.entries].reverse() }, 250);
    expect(dots.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(dots[0]?.y).toBeGreaterThan(dots[1]?.y ?? Number.POSITIVE_INFINITY);
    expect(dots[5]?.y).toBe(0);
    // Little room: without the unit.
    expect(dots[5]?.value).toBe('100');
  });

  it.each([250, 700, 1000])('stay inside %i px', (width) => {
    for (const { x } of keepingDots(data, width)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(usedWidth(6, width));
    }
    expect(usedWidth(6, width)).toBeLessThanOrEqual(width);
  });

  it('leave the side with more room to the chance level', () => {
    expect(chanceAtRight(keepingDots(data, 700))).toBe(true);
    const falling = [
      { kept: [1], accuracy: 0.9 },
      { kept: [1, 2], accuracy: 0.1 },
    ];
    expect(chanceAtRight(keepingDots({ p: 59, entries: falling }, 700))).toBe(false);
  });
});

describe('the figure of the strongest circles', () => {
  let host: HTMLElement;
  let figure: Figure<KeepingTopData>;
  const onPick = vi.fn();
  const buttons = () => [...host.querySelectorAll('button')];

  beforeEach(() => {
    onPick.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createKeepingTopFigure(host, { onPick });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its place before there is data, and again without', async () => {
    const invitation = () => host.querySelector('.keeping-top-invitation') as HTMLElement;
    const height = host.querySelector('svg')?.getAttribute('height');
    expect(invitation().hidden).toBe(false);
    figure.update(data);
    await frame();
    expect(invitation().hidden).toBe(true);
    expect(host.querySelector('svg')?.getAttribute('height')).toBe(height);
    figure.update({ p: 59, entries: [] });
    await frame();
    expect(invitation().hidden).toBe(false);
    expect(buttons()).toHaveLength(0);
  });

  it('has a button a dot and marks the chance level', async () => {
    figure.update(data);
    await frame();
    expect(buttons()).toHaveLength(6);
    expect(host.querySelector('[role="group"]')?.getAttribute('aria-label')).toBe(
      'Accuracy with the strongest circles only: 1: 41.6 %, 2: 91.8 %, 3: 99.6 %, 4: 99.4 %, 5: 100 %, 6: 100 %',
    );
    expect(host.textContent).toContain('chance 1/59 = 1.7 %');
    buttons()[2]?.click();
    expect(onPick).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('is walked along with arrow keys', async () => {
    figure.update(data);
    await frame();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const place = () => buttons().indexOf(document.activeElement as HTMLButtonElement);
    buttons()[0]?.focus();
    press('ArrowRight');
    expect(place()).toBe(1);
    press('End');
    expect(place()).toBe(5);
    press('ArrowRight');
    expect(place()).toBe(0);
    press('x');
    expect(place()).toBe(0);
    press('Escape');
    expect(place()).toBe(-1);
  });

  it('leaves nothing behind', async () => {
    figure.update(data);
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
