// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faceLayout } from '../../../src/plots/explainers/clock-face/layout.ts';
import type { ClockFaceData } from '../../../src/plots/explainers/clock-face-figure.ts';
import { createClockFaceFigure } from '../../../src/plots/explainers/clock-face-figure.ts';
import type { Place } from '../../../src/plots/explainers/shared/dial.ts';
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
/** Without a layout the drawing's corner is the window's. */
const pointerAt = (target: Element, type: string, { x, y }: Place) =>
  target.dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: y, button: 0, bubbles: true }),
  );

describe('adding on a clock face', () => {
  let host: HTMLElement;
  let figure: Figure<ClockFaceData>;
  const onChange = vi.fn();
  const slider = (name: string) =>
    host.querySelector(`[role="slider"][aria-label^="${name}"]`) as HTMLElement;
  const past = () => host.querySelector('.clock-face-arc-past')?.getAttribute('d');
  const written = () => [...host.querySelectorAll('.clock-face-numerals text')];
  const show = async (data: ClockFaceData) => {
    figure.update(data);
    await frame();
  };
  const layout = faceLayout(340);
  const on = (hour: number, radius: number) => placeOn(layout.dial, hour / 12, radius);

  beforeEach(async () => {
    onChange.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createClockFaceFigure(host, { onChange });
    await show({ hours: 12, a: 9, b: 5 });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its room before there is anything to show', () => {
    const other = document.createElement('div');
    const empty = createClockFaceFigure(other, { onChange });
    expect(other.firstElementChild?.classList).toContain('explainer-empty');
    expect(other.querySelector('svg')?.getAttribute('height')).toBe(String(layout.height));
    press(other.querySelector('[role="slider"]') as Element, 'ArrowRight');
    expect(onChange).not.toHaveBeenCalled();
    empty.destroy();
  });

  it('says what it shows', () => {
    expect(host.querySelector('p')?.textContent?.replace('\u2060', '')).toBe(
      '9 + 5 = 14, and 14 is 2 on a 12-hour face.',
    );
    const drawing = host.querySelector('[role="img"]');
    expect(drawing?.getAttribute('aria-label')).toContain('past the top to 2');
    expect(slider('a').getAttribute('aria-valuenow')).toBe('9');
    expect(slider('b').getAttribute('aria-valuetext')).toBe('b = 5, a + b is 2');
    expect(slider('b').getAttribute('aria-valuemax')).toBe('11');
    expect(host.querySelector('.clock-face-numeral-answer')?.textContent).toBe('2');
    expect(written()).toHaveLength(12);
  });

  it('shows the arc beyond the top only when b leads there', async () => {
    expect(past()).toContain('A');
    await show({ hours: 12, a: 3, b: 5 });
    await glide();
    expect(past()).toBe('');
    expect(host.querySelector<SVGElement>('.clock-face-gate')?.style.display).toBe('none');
  });

  it('moves by keyboard', () => {
    press(slider('a'), 'ArrowRight');
    expect(onChange).toHaveBeenLastCalledWith(10, 5);
    press(slider('b'), 'PageUp');
    expect(onChange).toHaveBeenLastCalledWith(9, 10);
    press(slider('b'), 'Home');
    expect(onChange).toHaveBeenLastCalledWith(9, 0);
    press(slider('b'), 'Tab');
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('counts two keys before a frame as two steps', () => {
    onChange.mockImplementation((a: number, b: number) => figure.update({ hours: 12, a, b }));
    press(slider('a'), 'ArrowRight');
    press(slider('a'), 'ArrowRight');
    expect(onChange).toHaveBeenLastCalledWith(11, 5);
  });

  it('moves by pointer, b relative to a', () => {
    pointerAt(slider('a'), 'pointermove', on(3, layout.knob));
    expect(onChange).not.toHaveBeenCalled();
    pointerAt(slider('a'), 'pointerdown', on(9, layout.knob));
    expect(document.activeElement).toBe(slider('a'));
    pointerAt(slider('a'), 'pointermove', on(3.2, layout.rim));
    expect(onChange).toHaveBeenLastCalledWith(3, 5);
    pointerAt(slider('a'), 'pointerup', on(3, layout.knob));
    pointerAt(slider('b'), 'pointerdown', on(2, layout.reach));
    pointerAt(slider('b'), 'pointermove', on(8, layout.reach));
    expect(onChange).toHaveBeenLastCalledWith(9, 11);
    pointerAt(slider('b'), 'pointerup', on(8, layout.reach));
    onChange.mockClear();
    pointerAt(slider('b'), 'pointermove', on(1, layout.reach));
    expect(onChange).not.toHaveBeenCalled();
  });

  it('does not jump when a hand is grasped beside its middle', () => {
    pointerAt(slider('a'), 'pointerdown', on(9.6, layout.knob));
    pointerAt(slider('a'), 'pointermove', on(9.9, layout.knob));
    expect(onChange).not.toHaveBeenCalled();
    pointerAt(slider('a'), 'pointermove', on(10.4, layout.knob));
    expect(onChange).toHaveBeenLastCalledWith(10, 5);
  });

  it('takes the nearer of two grips that overlap', async () => {
    await show({ hours: 12, a: 9, b: 0 });
    await glide();
    pointerAt(slider('b'), 'pointerdown', on(9, layout.knob + 4));
    pointerAt(slider('a'), 'pointermove', on(8, layout.knob));
    expect(onChange).toHaveBeenLastCalledWith(8, 0);
  });

  it('follows another number of hours', async () => {
    await show({ hours: 59, a: 40, b: 30 });
    expect(host.querySelectorAll('.clock-face-marks line')).toHaveLength(59);
    expect(host.querySelector('.clock-face-numeral-answer')?.textContent).toBe('11');
    expect(slider('a').getAttribute('aria-valuemax')).toBe('58');
  });

  it('leaves nothing behind', async () => {
    const cancel = vi.spyOn(window, 'cancelAnimationFrame');
    figure.update({ hours: 12, a: 1, b: 1 });
    const handle = slider('a');
    figure.destroy();
    expect(host.childElementCount).toBe(0);
    expect(cancel).toHaveBeenCalled();
    press(handle, 'ArrowRight');
    await frame();
    expect(onChange).not.toHaveBeenCalled();
    cancel.mockRestore();
  });
});
