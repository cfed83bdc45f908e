// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { residueAngle } from '../../../src/math/fourier.ts';
import { pizzaLayout } from '../../../src/plots/explainers/pizza-algorithm/layout.ts';
import type { PizzaAlgorithmData } from '../../../src/plots/explainers/pizza-algorithm-figure.ts';
import { createPizzaAlgorithmFigure } from '../../../src/plots/explainers/pizza-algorithm-figure.ts';
import type { Figure } from '../../../src/plots/figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const sum = { p: 59, k: 1, a: 12, b: 34, absolute: true, accompanied: false };

describe('the Pizza algorithm', () => {
  let host: HTMLElement;
  let figure: Figure<PizzaAlgorithmData>;
  const onChange = vi.fn();
  const find = (selector: string) => host.querySelector(selector) as HTMLElement;
  const slider = (name: string) => find(`[role="slider"][aria-label="${name}"]`);
  const press = (name: string, key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    slider(name).dispatchEvent(event);
    return event.defaultPrevented;
  };
  const show = async (data: PizzaAlgorithmData) => {
    figure.update(data);
    await frame();
  };
  const point = (type: string, target: HTMLElement, angle: number, radius = 1) => {
    const { centreX, centreY, unit } = pizzaLayout(340).ring.frame;
    target.dispatchEvent(
      new PointerEvent(type, {
        button: 0,
        pointerId: 1,
        bubbles: true,
        cancelable: true,
        clientX: centreX + radius * unit * Math.cos(angle),
        clientY: centreY - radius * unit * Math.sin(angle),
      }),
    );
  };

  beforeEach(() => {
    onChange.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createPizzaAlgorithmFigure(host, { onChange });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its room before there is a sum', async () => {
    await frame();
    expect(find('.explainer-empty')).not.toBeNull();
    expect(find('.pizza-algorithm-ring').style.height).toMatch(/^\d+px$/);
    press('a', 'ArrowRight');
    expect(onChange).not.toHaveBeenCalled();
    await show(sum);
    expect(host.querySelector('.explainer-empty')).toBeNull();
  });

  it('says in words what it shows, and says it anew', async () => {
    await show(sum);
    const label = () => find('[role="group"]').getAttribute('aria-label');
    const text = () => find('.explainer-text').textContent;
    expect(label()).toContain('12 + 34 = 46');
    expect(text()).toContain('12 + 34 = 46');
    expect(text()).toContain('two slices of 46');
    expect(find('[role="img"]').getAttribute('aria-label')).toContain('is for 46; right is 46');
    await show({ ...sum, a: 5 });
    expect(label()).toContain('nearly opposite');
    expect(text()).toContain('the midpoint is at the centre and says nothing');
    expect(find('.pizza-algorithm-legend').textContent).toContain('39');
  });

  it('draws points, slices and bars', async () => {
    await show(sum);
    expect(host.querySelectorAll('.residue-ring-dots')[0]?.childElementCount).toBe(59);
    expect(host.querySelectorAll('.pizza-algorithm-all-slices path')).toHaveLength(118);
    expect(host.querySelectorAll('.pizza-algorithm-kept')).toHaveLength(59);
    expect(find('.pizza-algorithm-winners').textContent).toBe('46');
    expect(find('.pizza-algorithm-right-name').textContent).toBe('');
    await show({ ...sum, a: 6, b: 45, absolute: false });
    expect(find('.pizza-algorithm-winners').textContent).toBe('21, 22');
    expect(find('.pizza-algorithm-right-name').textContent).toBe('right: 51');
  });

  it('shows the accompanying circle only when asked', async () => {
    await show(sum);
    const companion = find('.pizza-algorithm-companion');
    expect(companion.style.display).toBe('none');
    await show({ ...sum, k: 31 % 29, accompanied: true });
    expect(companion.style.display).toBe('');
    expect(find('.pizza-algorithm-legend').textContent).toContain('circle 4');
    expect(find('.pizza-algorithm-formula').textContent).toContain('½');
  });

  it('moves a and b with the keys', async () => {
    await show({ ...sum, a: 58 });
    expect(press('a', 'ArrowRight')).toBe(true);
    expect(onChange).toHaveBeenLastCalledWith(0, 34);
    press('a', 'PageDown');
    expect(onChange).toHaveBeenLastCalledWith(53, 34);
    press('b', 'ArrowDown');
    expect(onChange).toHaveBeenLastCalledWith(58, 33);
    press('b', 'Home');
    expect(onChange).toHaveBeenLastCalledWith(58, 0);
    press('b', 'End');
    expect(onChange).toHaveBeenLastCalledWith(58, 58);
    onChange.mockReset();
    expect(press('a', 'End')).toBe(true);
    expect(press('a', 'x')).toBe(false);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('gives the sliders names and values', async () => {
    await show(sum);
    expect(slider('a').tabIndex).toBe(0);
    expect(slider('a').getAttribute('aria-valuenow')).toBe('12');
    expect(slider('a').getAttribute('aria-valuemin')).toBe('0');
    expect(slider('a').getAttribute('aria-valuemax')).toBe('58');
    expect(slider('b').getAttribute('aria-valuetext')).toBe('b = 34; 12 + 34 = 46');
  });

  it('follows a pointer around the circle, but not through its centre', async () => {
    await show(sum);
    const a = slider('a');
    point('pointermove', a, residueAngle(1, 20, 59));
    expect(onChange).not.toHaveBeenCalled();
    point('pointerdown', a, residueAngle(1, 12, 59));
    point('pointermove', a, residueAngle(1, 20, 59), 1.3);
    expect(onChange).toHaveBeenLastCalledWith(20, 34);
    onChange.mockReset();
    point('pointermove', a, residueAngle(1, 40, 59), 0.05);
    expect(onChange).not.toHaveBeenCalled();
    point('pointerup', a, 0);
    point('pointermove', a, residueAngle(1, 30, 59));
    expect(onChange).not.toHaveBeenCalled();
  });

  it('takes the nearer of two points that overlap', async () => {
    await show({ ...sum, a: 12, b: 13 });
    // Both sliders are hit here; b's lies on top.
    point('pointerdown', slider('b'), residueAngle(1, 12, 59));
    expect(document.activeElement).toBe(slider('a'));
  });

  it('jumps while dragged and glides otherwise', async () => {
    await show(sum);
    const end = () => host.querySelector('.pizza-algorithm-end')?.getAttribute('cx');
    const before = end();
    point('pointerdown', slider('a'), residueAngle(1, 12, 59));
    await show({ ...sum, a: 20 });
    const { centreX, unit } = pizzaLayout(340).ring.frame;
    expect(Number(end())).toBeCloseTo(centreX + unit * Math.cos(residueAngle(1, 20, 59)), 0);
    point('pointerup', slider('a'), 0);
    await show({ ...sum, a: 12 });
    expect(end()).not.toBe(before);
  });

  it('leaves nothing behind', async () => {
    await show(sum);
    figure.update({ ...sum, a: 3 });
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
