import { describe, expect, it } from 'vitest';
import { bandPath, medianPath } from '../../../src/plots/phase-map/bins.ts';
import { mapLayout } from '../../../src/plots/phase-map/layout.ts';
import { placeWords, wordsCentre } from '../../../src/plots/phase-map/thresholds.ts';
import { bracketPath, fittingText } from '../../../src/plots/phase-map/transition.ts';
import { attention, mapOf } from './data.ts';

const percent = (value: number) => 100 * value;
const transition = { midpoint: 0.52, span: 0.1, interval: [0.5, 0.54] } as const;

describe('the transition', () => {
  it('says where half have crossed, more where there is room', () => {
    expect(fittingText(transition, attention, { width: 288 })).toBe(
      'half have crossed at 0.52 (0.50 – 0.54)',
    );
    expect(fittingText(transition, attention, { width: 800 })).toBe(
      'half have crossed at 0.52 (0.50 – 0.54), 10 to 90 % within 0.10',
    );
    const long = { ...attention, high: 512 };
    expect(fittingText({ midpoint: 90.4, span: 1, interval: [80, 99] }, long, { width: 1 })).toBe(
      'half have crossed at 90 (80 – 99)',
    );
  });

  it('has a bracket with hooks only at ends that are on the axis', () => {
    expect(bracketPath(transition, attention, percent)).toBe('M47.0,0V-4H57.0v4');
    expect(bracketPath({ midpoint: 0.9, span: 0.4 }, attention, percent)).toBe(
      'M70.0,0V-4H110.0v0',
    );
  });

  it('keeps its words inside the figure', () => {
    const layout = mapLayout(320, mapOf([]));
    const text = 'half have crossed at 0.52 (0.50 – 0.54)';
    expect(wordsCentre(0, text, layout)).toBeGreaterThan(0);
    expect(wordsCentre(140, text, layout)).toBe(wordsCentre(139, text, layout) + 1);
    expect(wordsCentre(999, text, layout)).toBeLessThan(320 - layout.left - 100);
  });
});

describe('the words of a threshold', () => {
  const layout = { plotWidth: 400, axisHeight: 200 };
  const dots = (x: number, y: number) => ({ x: Float64Array.of(x), y: Float64Array.of(y) });

  it('stand where they say, at the end with fewer dots', () => {
    const above = placeWords(
      { text: 'a Pizza lies above', side: 'above' },
      100,
      layout,
      dots(380, 92),
    );
    expect(above).toEqual({ x: 4, y: 94, anchor: 'start' });
    const below = placeWords(
      { text: 'a Pizza lies below', side: 'below' },
      100,
      layout,
      dots(20, 110),
    );
    expect(below).toEqual({ x: 396, y: 114, anchor: 'end' });
  });

  it('keep off an upright line and stay on the axis', () => {
    expect(placeWords({ text: 'a limit' }, 100, layout, dots(0, 0), 390).anchor).toBe('start');
    expect(placeWords({ text: 'a limit' }, 4, layout, dots(0, 0)).y).toBe(18);
    expect(placeWords({ text: 'a limit' }, 198, layout, dots(0, 0)).y).toBe(192);
  });
});

describe('quartiles in bins', () => {
  const bins = [
    { from: 0, to: 0.1, low: 0.1, median: 0.2, high: 0.3 },
    { from: 0.1, to: 0.2, low: 0.2, median: 0.4, high: 0.5 },
    { from: 0.5, to: 0.6, low: 0.5, median: 0.6, high: 0.7 },
  ];
  const scales = { across: percent, up: percent };

  it('has a stepped median that joins only neighbours', () => {
    expect(medianPath(bins, scales)).toBe('M0.0,20.0H10.0V40.0H20.0M50.0,60.0H60.0');
  });

  it('has a band from quartile to quartile', () => {
    expect(bandPath(bins.slice(0, 1), scales)).toBe('M0.0,30.0H10.0V10.0H0.0Z');
  });
});
