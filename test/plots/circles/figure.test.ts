// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../src/math/random.ts';
import { residueAfterKey } from '../../../src/plots/circles/interaction.ts';
import {
  ownShare,
  panelLabel,
  residueLines,
  roundnessText,
  sharedFactorLines,
} from '../../../src/plots/circles/wording.ts';
import type { CirclePlane, CirclesData } from '../../../src/plots/circles.ts';
import { createCirclesFigure } from '../../../src/plots/circles.ts';
import type { Figure } from '../../../src/plots/figure.ts';
import { makePlanes } from '../../gallery/fixtures.ts';

const circles = [
  { k: 17, amplitude: 1 },
  { k: 3, amplitude: 0.9 },
  { k: 26, amplitude: 0.05 },
];

function data(changes: Partial<CirclesData> = {}): CirclesData {
  return { p: 59, step: 0, planes: makePlanes(59, circles, 0.02), paused: true, ...changes };
}

/** A circle of unit radius whose power share and axis ratio are as a test says. */
function plane(changes: Partial<CirclePlane> = {}): CirclePlane {
  const { k } = { k: 17, ...changes };
  const points = Float32Array.from({ length: 118 }, (_, index) => {
    const angle = (2 * Math.PI * k * Math.floor(index / 2)) / 59;
    return index % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
  return { k, powerFraction: 0.258, axisRatio: 0.98, points, sharedFactor: 1, ...changes };
}

describe('words', () => {
  it('name power and shape', () => {
    expect(panelLabel(plane(), 59, false)).toBe('Frequency 17, 26 % of power, round');
    expect(roundnessText(plane())).toBe('round 0.98');
    expect(roundnessText(plane({ axisRatio: 0.899 }))).toBe('round 0.90');
    expect(roundnessText(plane({ axisRatio: 0.8 }))).toBe('oval 0.80');
    expect(roundnessText(plane({ axisRatio: 0.1 }))).toBe('line 0.10');
    expect(roundnessText(plane({ axisRatio: 0, degenerate: true }))).toBe('line: only a cosine');
  });

  it('call a cloud scattered, whatever its axis ratio', () => {
    const random = createRandomStream(1, 'cloud');
    const points = Float32Array.from({ length: 118 }, () => random.normal());
    expect(ownShare(plane())).toBeCloseTo(1, 5);
    expect(ownShare(plane({ points }))).toBeLessThan(0.3);
    expect(roundnessText(plane({ points }))).toBe('scattered');
    expect(panelLabel(plane({ points }), 59, false)).toContain('scattered');
  });

  it('say when a circle covers fewer points', () => {
    const shared = plane({ k: 4, sharedFactor: 4 });
    expect(sharedFactorLines(plane(), 59)).toEqual([]);
    expect(sharedFactorLines(shared, 12)).toEqual([
      'covers 12/4 = 3 points:',
      'k shares the factor 4 with p',
    ]);
    expect(panelLabel(shared, 12, false)).toBe(
      'Frequency 4, 26 % of power, round, covers 3 of 12 points',
    );
  });

  it('name a residue and its neighbours', () => {
    const points = new Float32Array(118);
    points.set([0, 2], 14);
    expect(residueLines(plane({ points }), 7, 59, 2)).toEqual([
      'residue 7 · next on the circle: 14',
      'before it: 0 · angle 90° · radius 1.00 × mean',
    ]);
  });
});

describe('keys', () => {
  it('walk along the circle and around it', () => {
    const order = [0, 7, 14];
    expect(residueAfterKey(order, undefined, 'ArrowRight')).toBe(0);
    expect(residueAfterKey(order, 7, 'ArrowRight')).toBe(14);
    expect(residueAfterKey(order, 0, 'ArrowLeft')).toBe(14);
    expect(residueAfterKey(order, 14, 'Home')).toBe(0);
    expect(residueAfterKey(order, 7, 'End')).toBe(14);
    expect(residueAfterKey(order, 14, 'Escape')).toBe('none');
    expect(residueAfterKey(order, 14, 'a')).toBeUndefined();
  });
});

describe('the circles figure', () => {
  let host: HTMLElement;
  let figure: Figure<CirclesData>;
  const panels = () => [...host.querySelectorAll<HTMLElement>('.circles-panel')];
  const labels = () => panels().map((panel) => panel.getAttribute('aria-label'));

  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    figure = createCirclesFigure(host, {});
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('invites before there is data', () => {
    expect(host.querySelector('.circles-empty')).not.toBeNull();
    expect(host.textContent).toContain('Press Train: the circles form here');
    expect(panels()).toHaveLength(6);
    expect(panels().every((panel) => panel.tabIndex < 0)).toBe(true);
  });

  it('labels every panel, and anew with new data', () => {
    figure.update(data());
    expect(host.querySelector('.circles-empty')).toBeNull();
    expect(panels()).toHaveLength(6);
    expect(labels()[0]).toMatch(/^Frequency 17, \d+ % of power, round$/);
    expect(panels()[0]?.getAttribute('role')).toBe('img');
    expect(panels()[0]?.tabIndex).toBe(0);
    const before = labels()[0];
    const planes = makePlanes(59, [{ k: 3, amplitude: 1 }], 0.02);
    figure.update(data({ step: 1, planes }));
    expect(labels()[0]).toMatch(/^Frequency 3, 100 % of power/);
    expect(labels()[0]).not.toBe(before);
  });

  it('folds planes with hardly any power to one line', () => {
    figure.update(data());
    const third = panels()[2] as HTMLElement;
    expect(third.dataset.presence).toBe('folded');
    expect(third.querySelector('.circles-folded')?.textContent).toBe('k = 26 carries under 1 %');
    expect(third.hasAttribute('tabindex')).toBe(false);
  });

  it('shows as many panels as asked for, or as there are frequencies', () => {
    figure.update(data({ count: 3 }));
    expect(panels()).toHaveLength(3);
    figure.update({ p: 5, step: 0, planes: makePlanes(5, [], 1), paused: false });
    expect(panels()).toHaveLength(2);
  });

  it('returns to the invitation when the data is gone', () => {
    figure.update(data());
    figure.update(data({ planes: [] }));
    expect(host.querySelector('.circles-empty')).not.toBeNull();
    expect(labels().every((label) => label === null)).toBe(true);
    const broken = makePlanes(59, [], 1).map((each) => ({ ...each, powerFraction: Number.NaN }));
    figure.update(data({ planes: broken }));
    expect(host.textContent).toContain('The weights are not numbers any more');
  });

  it('tells the residue reached by keyboard', async () => {
    figure.update(data());
    const first = panels()[0] as HTMLElement;
    for (const key of ['ArrowRight', 'ArrowRight']) {
      first.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(host.querySelector('.value-readout')?.textContent).toContain(
      'residue 7 · next on the circle: 14',
    );
    expect(host.querySelector('[aria-live]')?.textContent).toContain('residue 7');
  });

  it('leaves nothing behind', () => {
    figure.update(data());
    figure.destroy();
    expect(host.childElementCount).toBe(0);
  });
});
