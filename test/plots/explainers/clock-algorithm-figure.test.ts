// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { residueTurn } from '../../../src/plots/explainers/clock-algorithm/geometry.ts';
import { clockLayout } from '../../../src/plots/explainers/clock-algorithm/layout.ts';
import type { ClockAlgorithmData } from '../../../src/plots/explainers/clock-algorithm-figure.ts';
import { createClockAlgorithmFigure } from '../../../src/plots/explainers/clock-algorithm-figure.ts';
import { placeOn } from '../../../src/plots/explainers/shared/dial.ts';
import type { Figure } from '../../../src/plots/figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** Longer than hands glide. */
const glide = async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  await frame();
};
const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('the Clock on one circle', () => {
  let host: HTMLElement;
  let figure: Figure<ClockAlgorithmData>;
  const onChange = vi.fn();
  const slider = (name: string) =>
    host.querySelector(`[role="slider"][aria-label^="${name}"]`) as HTMLElement;
  const text = (selector: string) => host.querySelector(selector)?.textContent;
  const hand = () => {
    const line = host.querySelector('.clock-algorithm-clock-hand');
    return [line?.getAttribute('x2'), line?.getAttribute('y2')].map(Number);
  };
  const show = async (data: ClockAlgorithmData) => {
    figure.update(data);
    await frame();
  };
  /** The width assumed where there is no layout. */
  const { ring } = clockLayout(340);
  /** Pointer on residue t of the circle of frequency 17, so many radii out. */
  const point = (target: Element, type: string, t: number, out = 1) => {
    const { x, y } = placeOn(ring.dial, residueTurn(17, t, 59), out * ring.radius);
    target.dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, button: 0, bubbles: true }),
    );
  };

  beforeEach(async () => {
    onChange.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createClockAlgorithmFigure(host, { onChange });
    await show({ p: 59, k: 17, a: 40, b: 30 });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
    vi.unstubAllGlobals();
  });

  it('says what it shows', () => {
    expect(text('p')).toContain('The hand points at 11');
    const labels = [...host.querySelectorAll('[role="img"]')].map((drawing) =>
      drawing.getAttribute('aria-label'),
    );
    expect(labels[0]).toContain("the Clock's hand points at 11");
    expect(labels[1]).toContain('Highest for 11');
    expect(slider('a').getAttribute('aria-valuetext')).toBe('a = 40, a + b is 11');
    expect(text('.clock-algorithm-answer')).toBe('11');
    expect(text('.clock-algorithm-best-name')).toBe('c = a + b = 11');
    expect([...host.querySelectorAll('.clock-algorithm-beside')].map((t) => t.textContent)).toEqual(
      ['4', '18'],
    );
  });

  it('points at the answer, where its bar is the highest', () => {
    const { x, y } = placeOn(ring.dial, residueTurn(17, 11, 59), ring.radius);
    expect(hand()).toEqual([expect.closeTo(x, 0), expect.closeTo(y, 0)]);
    const bars = [...host.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('y')));
    expect(bars).toHaveLength(59);
    expect(bars.indexOf(Math.min(...bars))).toBe(11);
    expect(host.querySelectorAll('rect')[11]?.getAttribute('opacity')).toBe('1.00');
  });

  it('reads out the votes by keyboard, from the answer on', async () => {
    const votes = host.querySelectorAll('[role="img"]')[1] as SVGElement;
    expect(votes.getAttribute('tabindex')).toBe('0');
    const spoken = async (key: string) => {
      press(votes, key);
      await frame();
      await frame();
      return host.querySelector('[aria-live]')?.textContent;
    };
    expect(await spoken('ArrowRight')).toBe('c = 11: vote 1.00');
    expect(await spoken('Home')).toBe('c = 0: vote 0.48');
    expect(await spoken('ArrowLeft')).toMatch(/^c = 58: vote/);
    expect((host.querySelector('.value-readout') as HTMLElement).hidden).toBe(false);
    await spoken('Escape');
    expect((host.querySelector('.value-readout') as HTMLElement).hidden).toBe(true);
  });

  it('moves by keyboard, one residue a step', () => {
    press(slider('a'), 'ArrowRight');
    expect(onChange).toHaveBeenLastCalledWith(41, 30);
    press(slider('b'), 'End');
    expect(onChange).toHaveBeenLastCalledWith(40, 58);
    press(slider('b'), 'PageDown');
    expect(onChange).toHaveBeenLastCalledWith(40, 25);
  });

  it('snaps to the nearest residue of the circle', () => {
    point(slider('b'), 'pointerdown', 30);
    point(slider('b'), 'pointermove', 37, 1.6);
    expect(onChange).toHaveBeenLastCalledWith(40, 37);
    point(slider('b'), 'pointerup', 37);
    onChange.mockClear();
    point(slider('b'), 'pointermove', 5);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('glides to another pair, but follows a held hand at once', async () => {
    const [x] = hand();
    await show({ p: 59, k: 17, a: 40, b: 33 });
    expect(hand()[0]).toBeCloseTo(x ?? 0, 0);
    await glide();
    const wanted = placeOn(ring.dial, residueTurn(17, 14, 59), ring.radius);
    expect(hand()[0]).toBeCloseTo(wanted.x, 0);
    point(slider('b'), 'pointerdown', 33);
    await show({ p: 59, k: 17, a: 40, b: 30 });
    expect(hand()[0]).toBeCloseTo(x ?? 0, 0);
  });

  it('steps with reduced motion', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    await show({ p: 59, k: 17, a: 40, b: 33 });
    const wanted = placeOn(ring.dial, residueTurn(17, 14, 59), ring.radius);
    expect(hand()[0]).toBeCloseTo(wanted.x, 0);
  });

  it('draws the circle anew for another modulus', async () => {
    await show({ p: 31, k: 3, a: 4, b: 5 });
    expect(host.querySelectorAll('rect')).toHaveLength(31);
    expect(slider('a').getAttribute('aria-valuemax')).toBe('30');
    expect(text('.clock-algorithm-answer')).toBe('9');
  });

  it('leaves nothing behind', async () => {
    const cancel = vi.spyOn(window, 'cancelAnimationFrame');
    figure.update({ p: 59, k: 1, a: 1, b: 1 });
    const handle = slider('a');
    figure.destroy();
    expect(host.childElementCount).toBe(0);
    expect(cancel).toHaveBeenCalled();
    press(handle, 'ArrowRight');
    expect(onChange).not.toHaveBeenCalled();
    cancel.mockRestore();
  });
});
