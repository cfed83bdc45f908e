// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import { neuronPlane, pixelOfPhases } from '../../../src/plots/neurons/plane.ts';
import type { NeuronsData, PlottedNeuron } from '../../../src/plots/neurons-figure.ts';
import { createNeuronsFigure } from '../../../src/plots/neurons-figure.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function neuron(index: number, k: number, phase: number): PlottedNeuron {
  return { index, k, phaseLeft: phase, phaseRight: phase, explained: 0.9, strength: 1 };
}

const neurons = [
  neuron(4, 17, -2),
  neuron(5, 3, -1),
  neuron(6, 17, 0),
  neuron(7, 17, 1),
  neuron(8, 3, 2),
];
const data: NeuronsData = { neurons, constant: 12, selected: null };

describe('the neurons figure', () => {
  let host: HTMLElement;
  let figure: Figure<NeuronsData>;
  const onSelect = vi.fn();
  const stage = () => host.querySelector('.neurons-stage') as HTMLElement;
  const buttons = () => [...host.querySelectorAll('button')];
  const button = (name: string) =>
    buttons().find(({ textContent }) => textContent?.startsWith(name)) as HTMLButtonElement;
  const press = (key: string) =>
    stage().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const show = async (next: NeuronsData) => {
    figure.update(next);
    await frame();
  };
  /** Walks once around by keyboard and returns the neurons that were chosen. */
  const walk = (length: number) => {
    onSelect.mockReset();
    for (let step = 0; step < length; step++) {
      press('ArrowRight');
      press('Enter');
    }
    press('Escape');
    return onSelect.mock.calls.map(([index]) => index as number);
  };
  const click = (phase: number) => {
    onSelect.mockReset();
    const { x, y } = pixelOfPhases(neuronPlane(340), phase, phase);
    stage().dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y }));
    stage().click();
    press('Escape');
    return onSelect.mock.calls.map(([index]) => index as number);
  };

  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    figure = createNeuronsFigure(host, { onSelect });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('names axes, diagonal, frequencies and constant neurons', async () => {
    await show(data);
    const words = [...host.querySelectorAll('svg text')].map((text) =>
      text.textContent?.replaceAll('\u200b', ''),
    );
    expect(words).toEqual(
      expect.arrayContaining(['phase for a, φL', 'phase for b, φR', 'a and b alike: a disc']),
    );
    expect(words.filter((word) => word === '−π/2')).toHaveLength(2);
    expect(host.querySelectorAll('.neurons-band')).toHaveLength(3);
    expect(buttons().map(({ textContent }) => textContent)).toEqual([
      'k = 17 (3 neurons)',
      'k = 3 (2 neurons)',
    ]);
    expect(host.textContent).toContain('constant: not drawn (12 neurons)');
    expect(stage().getAttribute('aria-label')).toMatch(/^Phases of 5 neurons, .* 12 do not depend/);
  });

  it('walks by frequency, then by phase', async () => {
    await show(data);
    expect(walk(6)).toEqual([5, 8, 4, 6, 7, 5]);
  });

  it('shows only the frequency that is pressed, and all of them again', async () => {
    await show(data);
    button('k = 3').click();
    expect(button('k = 3').getAttribute('aria-pressed')).toBe('true');
    expect(button('k = 17').getAttribute('aria-pressed')).toBe('false');
    expect(walk(3)).toEqual([5, 8, 5]);
    expect(click(0)).toEqual([]);
    expect(click(2)).toEqual([8]);
    button('k = 17').click();
    expect(button('k = 3').getAttribute('aria-pressed')).toBe('false');
    expect(walk(2)).toEqual([4, 6]);
    button('k = 17').click();
    expect(buttons().every((each) => each.getAttribute('aria-pressed') === 'false')).toBe(true);
    expect(click(0)).toEqual([6]);
    expect(walk(5)).toEqual([5, 8, 4, 6, 7]);
  });

  it('keeps what is pressed, and the focus, when new neurons come', async () => {
    await show(data);
    button('k = 3').click();
    button('k = 3').focus();
    await show({ ...data, neurons: [...neurons, neuron(9, 3, 2.5), neuron(10, 3, 3)] });
    expect(buttons()[0]?.textContent).toBe('k = 3 (4 neurons)');
    expect(document.activeElement).toBe(buttons()[0]);
    expect(walk(2)).toEqual([5, 8]);
    await show({ ...data, neurons: neurons.filter(({ k }) => k === 17) });
    expect(button('k = 17').getAttribute('aria-pressed')).toBe('false');
    expect(walk(1)).toEqual([4]);
  });

  it('starts the keyboard at the selected neuron while it is shown', async () => {
    await show({ ...data, selected: 6 });
    expect(walk(1)).toEqual([6]);
    button('k = 3').click();
    expect(walk(1)).toEqual([5]);
  });

  it('forgets what is pressed without neurons', async () => {
    await show(data);
    button('k = 3').click();
    await show({ neurons: [], constant: 0, selected: null });
    expect(buttons()).toEqual([]);
    expect(stage().hasAttribute('role')).toBe(false);
    await show(data);
    expect(button('k = 3').getAttribute('aria-pressed')).toBe('false');
  });
});
