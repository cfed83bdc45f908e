// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tableLayout } from '../../../src/plots/explainers/task-table/layout.ts';
import { symbolOrdering } from '../../../src/plots/explainers/task-table/symbols.ts';
import type { TaskTableData } from '../../../src/plots/explainers/task-table-figure.ts';
import { createTaskTableFigure } from '../../../src/plots/explainers/task-table-figure.ts';
import type { Figure } from '../../../src/plots/figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

const trainMask = new Uint8Array(59 * 59).fill(1);
trainMask[12 * 59 + 35] = 0;
const table: TaskTableData = { p: 59, a: 12, b: 34, trainMask, colour: 'answers' };

describe('the table of answers', () => {
  let host: HTMLElement;
  let figure: Figure<TaskTableData>;
  const onPick = vi.fn();
  const paint = vi.spyOn(HTMLCanvasElement.prototype, 'getContext');
  const picture = () => host.querySelector('[role="application"]') as HTMLElement;
  const opacities = () => [...host.querySelectorAll('canvas')].map(({ style }) => style.opacity);
  const picked = () => [...host.querySelectorAll('.task-table-picked')].map((t) => t.textContent);
  const show = async (data: TaskTableData) => {
    figure.update(data);
    await frame();
  };
  const { size } = tableLayout(340);
  /** Pointer on the middle of a cell; the picture's box is set by hand, for there is no layout. */
  const point = (type: string, row: number, column: number, pointerType = 'mouse') => {
    const at = (index: number) => ((index + 0.5) * size) / 59;
    const place = { clientX: at(column), clientY: at(row), button: 0, bubbles: true };
    picture().dispatchEvent(new PointerEvent(type, { ...place, pointerType, pointerId: 1 }));
  };

  beforeEach(async () => {
    onPick.mockReset();
    paint.mockClear();
    host = document.createElement('div');
    document.body.append(host);
    figure = createTaskTableFigure(host, { onPick });
    await show(table);
    picture().getBoundingClientRect = () => new DOMRect(0, 0, size, size);
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
    vi.unstubAllGlobals();
  });

  it('is one thing to focus, whose name changes with the cell', async () => {
    expect(host.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(picture().getAttribute('aria-label')).toBe(
      '12 plus 34 is 46; the network is shown this answer',
    );
    expect(picked()).toEqual(['12', '34']);
    await show({ ...table, b: 35 });
    expect(picture().getAttribute('aria-label')).toBe(
      '12 plus 35 is 47; the network never sees this answer',
    );
    expect(host.querySelector('p')?.textContent).toContain('never sees');
    expect(host.textContent).toContain('3,480 shown');
  });

  it('walks by keyboard and speaks', async () => {
    onPick.mockImplementation((a: number, b: number) => figure.update({ ...table, a, b }));
    press(picture(), 'ArrowRight');
    expect(onPick).toHaveBeenLastCalledWith(12, 35);
    press(picture(), 'ArrowDown');
    expect(onPick).toHaveBeenLastCalledWith(13, 35);
    await frame();
    expect(host.querySelector('[aria-live]')?.textContent).toContain('13 plus 35 is 48');
    press(picture(), 'Tab');
    expect(onPick).toHaveBeenCalledTimes(2);
  });

  it('picks by mouse, also while it is dragged', () => {
    const held = vi.spyOn(picture(), 'hasPointerCapture').mockReturnValue(false);
    point('pointermove', 3, 4);
    expect(onPick).not.toHaveBeenCalled();
    point('pointerdown', 3, 4);
    expect(onPick).toHaveBeenLastCalledWith(3, 4);
    held.mockReturnValue(true);
    point('pointermove', 5, 58);
    expect(onPick).toHaveBeenLastCalledWith(5, 58);
  });

  it('lets a finger scroll, and picks when it taps', () => {
    point('pointerdown', 3, 4, 'touch');
    point('pointermove', 3, 5, 'touch');
    expect(onPick).not.toHaveBeenCalled();
    point('click', 3, 4, 'touch');
    expect(onPick).toHaveBeenLastCalledWith(3, 4);
  });

  it('fades to names, in whose order picture and keys then go', async () => {
    expect(opacities()).toEqual(['1.000', '0.000']);
    await show({ ...table, colour: 'symbols' });
    await new Promise((resolve) => setTimeout(resolve, 120));
    await frame();
    const [numbers, names] = opacities().map(Number);
    expect(Number(numbers) + Number(names)).toBeCloseTo(1);
    expect(numbers).toBeLessThan(1);
    expect(numbers).toBeGreaterThan(0);
    const { tokens, places } = symbolOrdering(59);
    press(picture(), 'ArrowRight');
    const next = tokens[((places[34] as number) + 1) % 59];
    expect(onPick).toHaveBeenLastCalledWith(12, next);
    point('pointerdown', 0, 0);
    expect(onPick).toHaveBeenLastCalledWith(tokens[0], tokens[0]);
  });

  it('changes at once with reduced motion', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    await show({ ...table, colour: 'symbols' });
    expect(opacities()).toEqual(['0.000', '1.000']);
    expect(picture().getAttribute('aria-label')).toContain(' give ');
  });

  it('paints the cells anew only when they change', async () => {
    const before = paint.mock.calls.length;
    await show({ ...table, a: 20 });
    expect(paint.mock.calls.length).toBe(before);
    await show({ ...table, trainMask: new Uint8Array(59 * 59) });
    expect(paint.mock.calls.length).toBe(before + 1);
    document.documentElement.dataset.theme = 'dark';
    await frame();
    await frame();
    expect(paint.mock.calls.length).toBe(before + 2);
    delete document.documentElement.dataset.theme;
  });

  it('leaves nothing behind', async () => {
    const cancel = vi.spyOn(window, 'cancelAnimationFrame');
    figure.update({ ...table, a: 1 });
    const element = picture();
    figure.destroy();
    expect(host.childElementCount).toBe(0);
    expect(cancel).toHaveBeenCalled();
    const before = paint.mock.calls.length;
    document.documentElement.dataset.theme = 'dark';
    press(element, 'ArrowRight');
    await frame();
    await frame();
    expect(onPick).not.toHaveBeenCalled();
    expect(paint.mock.calls.length).toBe(before);
    delete document.documentElement.dataset.theme;
    cancel.mockRestore();
  });
});
