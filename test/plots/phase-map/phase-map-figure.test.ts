// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import { mapLayout } from '../../../src/plots/phase-map/layout.ts';
import { placeRuns } from '../../../src/plots/phase-map/places.ts';
import type { PhaseMapData } from '../../../src/plots/phase-map-figure.ts';
import { createPhaseMapFigure } from '../../../src/plots/phase-map-figure.ts';
import { mapOf } from './data.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const data = mapOf([
  [1, 0.4],
  [0, 0.99],
  [0.5, Number.NaN],
  [0.5, 0.9],
]);
/** The figure's width without a browser. */
const WIDTH = 340;

describe('the phase map', () => {
  let host: HTMLElement;
  let figure: Figure<PhaseMapData>;
  const onPick = vi.fn();
  const describeRun = vi.fn((index: number) => [`run ${index}`, 'a second line']);
  const svg = () => host.querySelector('.phase-map-drawing') as SVGSVGElement;
  const stage = () => host.querySelector('.phase-map-stage') as HTMLElement;
  const press = async (key: string) => {
    svg().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await frame();
  };
  const spoken = () => host.querySelector('[aria-live]')?.textContent;
  const rings = (kind: string) => host.querySelectorAll(`.phase-map-ring-${kind}`).length;
  const entry = (text: string) =>
    [...host.querySelectorAll('.phase-map-entry')].find((each) => each.textContent === text);
  const isNamed = (text: string) => !entry(text)?.classList.contains('phase-map-absent');
  const show = async (next: PhaseMapData) => {
    figure.update(next);
    await frame();
  };
  const paint = vi.spyOn(HTMLCanvasElement.prototype, 'getContext');

  beforeEach(() => {
    vi.clearAllMocks();
    host = document.createElement('div');
    document.body.append(host);
    figure = createPhaseMapFigure(host, { onPick, describe: describeRun });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its room from the beginning', async () => {
    const { height } = stage().style;
    expect(Number.parseFloat(height)).toBeGreaterThan(200);
    await show(data);
    expect(stage().style.height).toBe(height);
  });

  it('says that there are no runs yet, on axes', async () => {
    await show(mapOf([]));
    expect(svg().getAttribute('role')).toBe('img');
    const empty = host.querySelector('.curves-empty');
    expect(empty?.textContent).toBe('No runs yet.');
    expect(empty?.hasAttribute('display')).toBe(false);
    expect(host.querySelectorAll('.curves-tick').length).toBeGreaterThan(3);
    await press('ArrowRight');
    await press('Enter');
    expect(onPick).not.toHaveBeenCalled();
    await show(data);
    expect(empty?.getAttribute('display')).toBe('none');
  });

  it('can be focused and says what it shows', async () => {
    await show(data);
    expect(svg().getAttribute('role')).toBe('application');
    expect(svg().getAttribute('tabindex')).toBe('0');
    expect(svg().getAttribute('aria-label')).toBe('A made-up map.');
    expect(svg().getAttribute('aria-description')).toContain('Enter picks');
    expect(host.querySelector('.phase-map-name')?.textContent).toContain('gradient symmetricity');
  });

  it('names only marks that are there', async () => {
    await show(data);
    expect(isNamed('no value')).toBe(true);
    expect(isNamed('left out')).toBe(false);
    expect(host.querySelector('.phase-map-scale-name')?.textContent).toContain(
      'distance irrelevance',
    );
    await show({ ...data, greyed: Uint8Array.of(1, 0, 0, 0) });
    expect(isNamed('left out')).toBe(true);
    const words = () => host.querySelector('.phase-map-scale-row')?.textContent;
    expect(words()).toMatch(/^Pizza-like.*Clock-like$/);
    await show({ ...data, colourMeasure: 'symmetricity' });
    expect(words()).toMatch(/^Clock-like.*Pizza-like$/);
  });

  it('shows a transition only on the axis', async () => {
    const transition = { midpoint: 0.52, span: 0.1, interval: [0.5, 0.54] } as const;
    const words = host.querySelector('.phase-map-midpoint-words');
    await show({ ...data, transition });
    expect(words?.textContent).toContain('half have crossed at 0.52 (0.50 – 0.54)');
    expect(words?.hasAttribute('display')).toBe(false);
    await show({ ...data, transition: { ...transition, midpoint: 1.4 } });
    expect(words?.getAttribute('display')).toBe('none');
  });

  it('is walked through with arrow keys and picked with Enter', async () => {
    await show(data);
    expect(describeRun).not.toHaveBeenCalled();
    await press('ArrowRight');
    expect(spoken()).toBe('run 1, a second line');
    await press('ArrowRight');
    expect(spoken()).toContain('run 2');
    await press('ArrowRight');
    expect(spoken()).toContain('run 3');
    await press('End');
    await press('Enter');
    expect(onPick).toHaveBeenLastCalledWith(0);
    await press('Home');
    expect(spoken()).toContain('run 1');
    expect(describeRun).toHaveBeenCalledTimes(5);
    await press('Escape');
    await press('Enter');
    expect(onPick).toHaveBeenCalledTimes(1);
  });

  it('draws only rings and readout when a run is pointed at or picked', async () => {
    await show(data);
    const drawings = paint.mock.calls.length;
    const layout = mapLayout(WIDTH, data);
    const places = placeRuns(data, layout);
    const point = (type: string, x: number, y: number) =>
      svg().dispatchEvent(
        new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' }),
      );
    // The hollow one: it can be pointed at as the others can.
    point(
      'pointermove',
      layout.left + (places.x[2] as number) + 3,
      layout.top + (places.y[2] as number) - 3,
    );
    await frame();
    expect(rings('pointed')).toBe(1);
    expect(host.querySelector('.value-readout')?.textContent).toBe('run 2a second line');
    point('click', 0, 0);
    expect(onPick).toHaveBeenLastCalledWith(2);
    await show({ ...data, picked: 2 });
    expect([rings('pointed'), rings('picked')]).toEqual([0, 1]);
    point('pointerleave', 0, 0);
    await frame();
    expect(rings('picked')).toBe(1);
    expect(host.querySelector('.value-readout')?.hasAttribute('hidden')).toBe(true);
    expect(paint).toHaveBeenCalledTimes(drawings);
    expect(drawings).toBeGreaterThan(0);
  });

  it('draws again in another theme', async () => {
    await show(data);
    const drawings = paint.mock.calls.length;
    document.documentElement.dataset.theme = 'dark';
    await Promise.resolve();
    await frame();
    await frame();
    delete document.documentElement.dataset.theme;
    expect(paint.mock.calls.length).toBeGreaterThan(drawings);
  });

  it('forgets a run that is gone', async () => {
    await show(data);
    await press('End');
    await press('ArrowLeft');
    expect(rings('pointed')).toBe(1);
    await show(mapOf([[0, 1]], { picked: 3 }));
    expect([rings('pointed'), rings('picked')]).toEqual([0, 0]);
  });

  it('leaves nothing behind', async () => {
    await show(data);
    figure.update({ ...data, picked: 1 });
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
