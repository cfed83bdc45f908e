// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import { afterKey } from '../../../src/plots/inside/walk.ts';
import { CATEGORIES, neuronCategories, walkingOrder } from '../../../src/plots/neurons/groups.ts';
import { opacityOf } from '../../../src/plots/neurons/marks.ts';
import { nearestNeuron, neuronPlane, pixelOfPhases } from '../../../src/plots/neurons/plane.ts';
import {
  categoryText,
  neuronLines,
  onDiagonal,
  phaseText,
} from '../../../src/plots/neurons/wording.ts';
import type { NeuronsData, PlottedNeuron } from '../../../src/plots/neurons-figure.ts';
import { createNeuronsFigure } from '../../../src/plots/neurons-figure.ts';
import { madeUpNeurons } from '../../gallery/inside-pair.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function neuron(changes: Partial<PlottedNeuron> = {}): PlottedNeuron {
  return {
    index: 31,
    k: 17,
    phaseLeft: 0.42,
    phaseRight: 0.43,
    explained: 0.982,
    strength: 1,
    ...changes,
  };
}

describe('neurons', () => {
  it('are grouped by frequency, the largest group first', () => {
    const some = [neuron({ k: 3 }), neuron(), neuron({ k: 17 })];
    expect(neuronCategories(some)).toEqual([
      { k: 17, count: 2, style: 0 },
      { k: 3, count: 1, style: 1 },
    ]);
    const many = Array.from({ length: 12 }, (_, index) => neuron({ k: index + 1 }));
    const categories = neuronCategories(many);
    expect(categories).toHaveLength(CATEGORIES + 1);
    expect(categories.at(-1)).toEqual({ k: undefined, count: 12 - CATEGORIES, style: CATEGORIES });
  });

  it('are walked through by frequency, then by phase', () => {
    const some = [
      neuron({ k: 17, phaseLeft: 1 }),
      neuron({ k: 3, phaseLeft: 2 }),
      neuron({ k: 17, phaseLeft: -1 }),
    ];
    const order = walkingOrder(some);
    expect(order).toEqual([1, 2, 0]);
    expect(afterKey(order, undefined, 'ArrowRight', undefined)).toBe(1);
    expect(afterKey(order, undefined, 'ArrowRight', 2)).toBe(2);
    expect(afterKey(order, 2, 'ArrowRight', undefined)).toBe(0);
    expect(afterKey(order, 0, 'ArrowDown', undefined)).toBe(2);
    expect(afterKey(order, 0, 'ArrowUp', undefined)).toBe(1);
    expect(afterKey(order, 0, 'Escape', undefined)).toBe('none');
    expect(afterKey([], undefined, 'ArrowRight', undefined)).toBeUndefined();
  });

  it('are fainter the less one frequency explains them', () => {
    expect(opacityOf(1)).toBeGreaterThan(opacityOf(0.8));
    expect(opacityOf(0.8)).toBeGreaterThan(opacityOf(0.5));
    expect(opacityOf(0)).toBeGreaterThan(0.1);
  });

  it('lie on the diagonal on both sides of π too', () => {
    expect(onDiagonal([neuron({ phaseLeft: 3.1, phaseRight: -3.1 })], 0.3)).toBe(1);
    expect(onDiagonal([neuron({ phaseLeft: 1, phaseRight: -1 })], 0.3)).toBe(0);
  });

  it('are found near a pixel', () => {
    const plane = neuronPlane(400);
    const some = [neuron(), neuron({ phaseLeft: -2, phaseRight: 2 })];
    const { x, y } = pixelOfPhases(plane, -2, 2);
    expect(nearestNeuron(plane, some, x + 4, y - 3)).toBe(1);
    expect(nearestNeuron(plane, some, x + 80, y)).toBeUndefined();
    expect(pixelOfPhases(plane, -Math.PI, -Math.PI)).toEqual({
      x: plane.left,
      y: plane.top + plane.side,
    });
    for (const width of [300, 390, 1200]) {
      expect(neuronPlane(width).width).toBeLessThanOrEqual(Math.max(width, 300));
    }
  });

  it('have a readout', () => {
    expect(neuronLines(neuron())).toEqual([
      'neuron 31: frequency 17',
      'φL 0.42, φR 0.43, 98 % explained',
    ]);
    expect(phaseText(-0.001)).toBe('0.00');
    expect(phaseText(-1.5)).toBe('−1.50');
    expect(categoryText({ k: 17, count: 86, style: 0 })).toBe('k = 17 (86 neurons)');
    expect(categoryText({ k: undefined, count: 1, style: 8 })).toBe('other k (1 neuron)');
  });
});

describe('the neurons figure', () => {
  let host: HTMLElement;
  let figure: Figure<NeuronsData>;
  const onSelect = vi.fn();
  const neurons = madeUpNeurons(512, [17, 3, 15], true);
  const stage = () => host.querySelector('.neurons-stage') as HTMLElement;
  const press = (key: string) =>
    stage().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  beforeEach(() => {
    onSelect.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createNeuronsFigure(host, { onSelect });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('shows empty axes before there are neurons, and again without', async () => {
    await frame();
    expect(host.querySelector('.neurons-empty')).not.toBeNull();
    expect(host.textContent).toContain('π/2');
    figure.update({ neurons, constant: 12, selected: null });
    await frame();
    expect(host.querySelector('.neurons-empty')).toBeNull();
    figure.update({ neurons: [], constant: 0, selected: null });
    await frame();
    expect(host.querySelector('.neurons-empty')).not.toBeNull();
    expect(stage().hasAttribute('tabindex')).toBe(false);
    expect(host.querySelectorAll('li')).toHaveLength(0);
  });

  it('names the picture and the frequencies', async () => {
    figure.update({ neurons, constant: 12, selected: null });
    await frame();
    expect(stage().getAttribute('role')).toBe('application');
    expect(stage().getAttribute('aria-label')).toMatch(
      /^Phases of 512 neurons, .* 100 % lie on the diagonal .* 12 do not depend on the pair and are not drawn\.$/,
    );
    const entries = [...host.querySelectorAll('li')].map((entry) => entry.textContent);
    expect(entries[0]).toMatch(/^k = 17 \(\d+ neurons\)$/);
    expect(entries).toContain('constant: not drawn (12 neurons)');
  });

  it('is walked through and chosen from by keyboard', async () => {
    figure.update({ neurons, constant: 0, selected: 31 });
    await frame();
    press('ArrowRight');
    await frame();
    const spoken = host.querySelector('[aria-live]');
    expect(spoken?.textContent).toMatch(/^neuron 31: frequency \d+, φL .* % explained$/);
    press('ArrowRight');
    press('Enter');
    const [chosen] = onSelect.mock.calls[0] as [number];
    expect(chosen).not.toBe(31);
    press('Escape');
    press('Enter');
    expect(onSelect).toHaveBeenCalledTimes(1);
  });

  it('chooses the neuron that is clicked', async () => {
    figure.update({ neurons: [neuron()], constant: 0, selected: null });
    await frame();
    const { x, y } = pixelOfPhases(neuronPlane(340), 0.42, 0.43);
    stage().dispatchEvent(new PointerEvent('pointermove', { clientX: x + 3, clientY: y }));
    stage().click();
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(31);
  });

  it('leaves nothing behind', async () => {
    figure.update({ neurons, constant: 0, selected: null });
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
