// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GradientsData } from '../../../src/plots/explainers/gradients-figure.ts';
import { createGradientsFigure } from '../../../src/plots/explainers/gradients-figure.ts';
import type { Figure } from '../../../src/plots/figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const clock: GradientsData = { p: 59, k: 7, a: 4, b: 11, c: 12, algorithm: 'clock' };

describe('the picture of the gradients', () => {
  let host: HTMLElement;
  let figure: Figure<GradientsData>;
  const onChange = vi.fn();
  const find = (selector: string) => host.querySelector(selector) as HTMLElement;
  const sliders = () => [...host.querySelectorAll<HTMLElement>('[role="slider"]')];
  const press = (index: number, key: string) =>
    sliders()[index]?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const numbers = () =>
    [...host.querySelectorAll('.gradients-number')].map(({ textContent }) => textContent);
  const show = async (data: GradientsData) => {
    figure.update(data);
    await frame();
  };

  beforeEach(() => {
    onChange.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createGradientsFigure(host, { onChange });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('shows the angle between both arrows and says what it means', async () => {
    await show(clock);
    expect(numbers()).toEqual(['61°', '0.48']);
    expect(find('.explainer-text').textContent).toContain('help in different directions');
    const label = find('[role="group"]').getAttribute('aria-label');
    expect(label).toContain('Clock: Which way would the logit of c = 12 grow?');
    expect(label).toContain('cosine 0.48');
    await show({ ...clock, algorithm: 'pizza' });
    expect(numbers()).toEqual(['0°', '1.00']);
    expect(find('[role="group"]').dataset.algorithm).toBe('pizza');
    expect(find('.explainer-text').textContent).toContain('only their sum is used');
  });

  it('draws an arrow from each input, and both from one origin', async () => {
    await show(clock);
    const arrows = [...host.querySelectorAll('.gradients-arrow')];
    expect(arrows).toHaveLength(4);
    for (const arrow of arrows) expect(arrow.getAttribute('d')).toMatch(/^M/);
    // p = 4: 0 and 2 are opposite, so that the Pizza knows nothing.
    await show({ p: 4, k: 1, a: 0, b: 2, c: 2, algorithm: 'pizza' });
    for (const arrow of arrows) expect(arrow.getAttribute('d')).toBe('');
    expect(numbers()).toEqual(['–', '–']);
  });

  it('moves a, b and c with the keys', async () => {
    await show(clock);
    expect(sliders().map((slider) => slider.getAttribute('aria-label'))).toEqual([
      'a',
      'b',
      'c, the answer asked about',
    ]);
    expect(sliders()[2]?.getAttribute('aria-valuetext')).toBe('c = 12');
    press(0, 'ArrowLeft');
    expect(onChange).toHaveBeenLastCalledWith(3, 11, 12);
    press(1, 'PageUp');
    expect(onChange).toHaveBeenLastCalledWith(4, 16, 12);
    press(2, 'End');
    expect(onChange).toHaveBeenLastCalledWith(4, 11, 58);
  });

  it('is empty until it gets data and leaves nothing behind', async () => {
    await frame();
    expect(find('.explainer-empty')).not.toBeNull();
    press(0, 'ArrowLeft');
    expect(onChange).not.toHaveBeenCalled();
    await show(clock);
    expect(host.querySelector('.explainer-empty')).toBeNull();
    figure.update({ ...clock, a: 9 });
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
