// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import {
  frequencyLines,
  longerShare,
  PLOT_HEIGHT,
  spectrumBars,
  spectrumLabels,
  spectrumSummary,
} from '../../../src/plots/spectrum/layout.ts';
import type { SpectrumData } from '../../../src/plots/spectrum-figure.ts';
import { createSpectrumFigure } from '../../../src/plots/spectrum-figure.ts';

function spectrum(p: number, powers: Readonly<Record<number, number>>): SpectrumData {
  const frequencies = Array.from({ length: Math.floor(p / 2) }, (_, index) => ({
    k: index + 1,
    powerFraction: powers[index + 1] ?? 0.004,
    axisRatio: 0.98,
    sharedFactor: 1,
  }));
  return { p, frequencies, highlighted: Object.keys(powers).map(Number) };
}

const data = spectrum(59, { 13: 0.4, 16: 0.35, 17: 0.03, 21: 0.2 });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('the bars', () => {
  it.each([260, 700])('stand in order of frequency inside %i px', (width) => {
    const bars = spectrumBars(data, width);
    expect(bars.map(({ frequency }) => frequency.k)).toEqual(
      Array.from({ length: 29 }, (_, index) => index + 1),
    );
    expect(Math.max(...bars.map(({ height }) => height))).toBeCloseTo(PLOT_HEIGHT, 6);
    for (const bar of bars) {
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(width);
    }
  });

  it('have two equal tones for a round circle and one for a line', () => {
    expect(longerShare(1)).toBe(0.5);
    expect(longerShare(0)).toBe(1);
  });

  it('have labels that touch neither one another nor a taller bar', () => {
    const close = spectrum(127, { 15: 0.2, 16: 0.2, 17: 0.21, 18: 0.05 });
    const bars = spectrumBars(close, 260);
    const labels = spectrumLabels(bars, 260);
    expect(labels.map(({ k }) => k).sort()).toEqual([15, 16, 17, 18]);
    for (const one of labels) {
      for (const other of labels) {
        if (one.k === other.k) continue;
        const apart = Math.abs(one.x - other.x) >= 13 || Math.abs(one.y - other.y) >= 9;
        expect(apart, `${one.k} and ${other.k}`).toBe(true);
      }
    }
  });
});

describe('words', () => {
  it('tell power, shape and shared factors', () => {
    const frequency = { k: 4, powerFraction: 0.258, axisRatio: 0.98, sharedFactor: 4 };
    expect(frequencyLines(frequency, 12)).toEqual([
      'k 4 · 26 % of the power',
      'round (0.98) · shares the factor 4 with p',
    ]);
    expect(frequencyLines({ ...frequency, k: 6, sharedFactor: 1 }, 12)[1]).toBe('only a cosine');
    expect(frequencyLines({ ...frequency, powerFraction: 0.01, sharedFactor: 1 }, 59)[1]).toBe(
      'axis ratio 0.98',
    );
    expect(spectrumSummary(data)).toBe(
      'Power of the frequencies 1 to 29. Main ones: 13 (40 %), 16 (35 %), 21 (20 %), 17 (3 %).',
    );
  });
});

describe('the spectrum figure', () => {
  let host: HTMLElement;
  let figure: Figure<SpectrumData>;
  const drawing = () => host.querySelector('svg') as SVGSVGElement;

  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    figure = createSpectrumFigure(host);
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its place before there is data', async () => {
    const height = drawing().getAttribute('height');
    expect(drawing().getAttribute('aria-label')).toContain('nothing analysed yet');
    expect((host.querySelector('.spectrum-invitation') as HTMLElement).hidden).toBe(false);
    figure.update(data);
    await frame();
    expect(drawing().getAttribute('height')).toBe(height);
    expect((host.querySelector('.spectrum-invitation') as HTMLElement).hidden).toBe(true);
    expect(host.querySelectorAll('.spectrum-main')).toHaveLength(4);
    expect(host.querySelectorAll('.spectrum-label')).toHaveLength(4);
  });

  it('explains its two tones', () => {
    expect(host.textContent).toContain('along the longer axis');
    expect(host.textContent).toContain('equal parts: a round circle');
  });

  it('reads out frequencies by keyboard', async () => {
    figure.update(data);
    await frame();
    drawing().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await frame();
    expect(host.querySelector('.value-readout')?.textContent).toContain('k 14');
    expect(host.querySelector('[aria-live]')?.textContent).toContain('k 14');
    drawing().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await frame();
    expect((host.querySelector('.value-readout') as HTMLElement).hidden).toBe(true);
  });

  it('leaves nothing behind', async () => {
    figure.update(data);
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
