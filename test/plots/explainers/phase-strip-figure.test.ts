// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  MARGIN,
  placeRuns,
  stripLayout,
} from '../../../src/plots/explainers/phase-strip/layout.ts';
import type { PhaseStripData } from '../../../src/plots/explainers/phase-strip-figure.ts';
import { createPhaseStripFigure } from '../../../src/plots/explainers/phase-strip-figure.ts';
import type { Figure } from '../../../src/plots/figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const run = (attention: number, seed: number, verdict: string, learned = true) => ({
  attention,
  width: 128,
  seed,
  symmetricity: 1 - attention / 2,
  irrelevance: attention,
  verdict,
  circular: true,
  learned,
});
const data: PhaseStripData = {
  runs: [
    run(1, 1, 'clock'),
    run(0, 2, 'pizza'),
    run(0, 1, 'pizza'),
    run(0.5, 1, 'learning', false),
  ],
  measure: 'irrelevance',
  picked: null,
};

describe('the strip of runs', () => {
  let host: HTMLElement;
  let figure: Figure<PhaseStripData>;
  const onPick = vi.fn();
  const svg = () => host.querySelector('.phase-strip-drawing') as SVGSVGElement;
  const press = async (key: string) => {
    svg().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await frame();
  };
  const spoken = () => host.querySelector('[aria-live]')?.textContent;
  const rings = (kind: string) => host.querySelectorAll(`.phase-strip-ring-${kind}`).length;
  const show = async (next: PhaseStripData) => {
    figure.update(next);
    await frame();
  };

  beforeEach(() => {
    onPick.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createPhaseStripFigure(host, { onPick });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('shows empty axes before there are runs', async () => {
    const height = svg().getAttribute('height');
    await frame();
    expect(svg().getAttribute('role')).toBe('img');
    expect(svg().getAttribute('aria-label')).toContain('No runs yet.');
    await press('ArrowRight');
    await press('Enter');
    expect(onPick).not.toHaveBeenCalled();
    await show(data);
    expect(svg().getAttribute('height')).toBe(height);
  });

  it('draws every run, the unlearned one hollow', async () => {
    await show(data);
    expect(host.querySelectorAll('.phase-strip-drawing .phase-strip-mark')).toHaveLength(4);
    expect(host.querySelectorAll('.phase-strip-drawing .phase-strip-hollow')).toHaveLength(1);
    expect(svg().getAttribute('role')).toBe('application');
    expect(svg().getAttribute('aria-label')).toContain(
      '4 runs: 2 Pizza, 1 Clock, 0 between, 1 without a value',
    );
    const counts = [...host.querySelectorAll('.phase-strip-count')].map((c) => c.textContent);
    expect(counts).toEqual(['2', '1', '0', '1']);
    expect(host.querySelector('.explainer-text')?.textContent).toBe(
      'Last Pizza at attention rate 0, first Clock at 1.',
    );
  });

  it('is walked through with arrow keys and picked with Enter', async () => {
    await show(data);
    await press('ArrowRight');
    expect(spoken()).toContain('attention rate 0 · seed 1');
    expect(rings('pointed')).toBe(1);
    await press('ArrowRight');
    expect(spoken()).toContain('attention rate 0 · seed 2');
    await press('ArrowRight');
    expect(spoken()).toContain('it never learned to add');
    await press('End');
    await press('Enter');
    expect(onPick).toHaveBeenLastCalledWith(0);
    await show({ ...data, picked: 0 });
    expect(rings('picked')).toBe(1);
    expect(rings('pointed')).toBe(0);
    expect(svg().getAttribute('aria-label')).toContain('Picked: attention rate 1');
    await press('Escape');
    await press('Enter');
    expect(onPick).toHaveBeenCalledTimes(1);
  });

  it('is hovered and picked by click', async () => {
    await show(data);
    const layout = stripLayout(340);
    const [at] = placeRuns(data, layout);
    const point = (type: string, x: number, y: number) =>
      svg().dispatchEvent(
        new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' }),
      );
    point('pointermove', MARGIN.left + (at?.x ?? 0) + 3, MARGIN.top + (at?.y ?? 0) - 3);
    await frame();
    expect(rings('pointed')).toBe(1);
    expect(host.querySelector('.value-readout')?.textContent).toContain('attention rate 1');
    expect(spoken()).toBe('');
    point('click', 0, 0);
    expect(onPick).toHaveBeenLastCalledWith(0);
    point('pointerleave', 0, 0);
    await frame();
    expect(rings('pointed')).toBe(0);
    expect(host.querySelector('.value-readout')?.hasAttribute('hidden')).toBe(true);
  });

  it('changes the measure and forgets a run that is gone', async () => {
    await show(data);
    await press('End');
    await show({ ...data, measure: 'symmetricity' });
    expect(host.querySelector('.phase-strip-name')?.textContent).toContain('gradient symmetricity');
    await press('ArrowLeft');
    await show({ runs: data.runs.slice(0, 1), measure: 'irrelevance', picked: 3 });
    expect(rings('picked')).toBe(0);
    expect(rings('pointed')).toBe(0);
  });

  it('leaves nothing behind', async () => {
    await show(data);
    figure.update({ ...data, picked: 1 });
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
