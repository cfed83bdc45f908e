/** Bars and labels of the spectrum, and their words. Pure, in pixels. */

import { ticks as niceTicks } from 'd3';
import { listed } from '../../messages/lists.ts';
import { formatDecimals, formatNumber } from '../../messages/numbers.ts';
import type { AxisTick } from '../axes.ts';
import { shareText } from '../circles/wording.ts';
import { approximateTextWidth } from '../curves/label-layout.ts';
import { axisRatioText } from '../inside/words.ts';
import { percentOf } from '../percent.ts';
import type { SpectrumData, SpectrumFrequency } from './data.ts';
import { words } from './words.ts';

export const HEIGHT = 190;
export const MARGIN = { top: 34, right: 4, bottom: 36, left: 38 };
export const PLOT_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;

/** One frequency's bar: two pieces on top of each other. */
export interface SpectrumBar {
  readonly frequency: SpectrumFrequency;
  readonly isMain: boolean;
  readonly x: number;
  readonly width: number;
  /** Height of the whole bar, and of its lower piece: the power along the longer axis. */
  readonly height: number;
  readonly longer: number;
}

/** The number above a main bar. */
export interface SpectrumLabel {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const LEAST_TOP = 0.05;
const LABEL_GAP = 5;
const DIGIT_HEIGHT = 9;
const ROW_HEIGHT = 12;
/** Lower bars hide nothing. */
const NOTICEABLE = 2;

/** End of the power axis: the strongest frequency with some air. */
export function powerEnd(frequencies: readonly SpectrumFrequency[]): number {
  return Math.max(LEAST_TOP, ...frequencies.map(({ powerFraction }) => powerFraction));
}

/** Bars in order of frequency. @param width of the plot inside its margins */
export function spectrumBars(
  { p, frequencies, highlighted }: SpectrumData,
  width: number,
): SpectrumBar[] {
  const slot = width / Math.max(1, Math.floor(p / 2));
  const barWidth = Math.min(22, Math.max(1.5, slot - Math.min(3, slot * 0.28)));
  const end = powerEnd(frequencies);
  return [...frequencies]
    .sort((left, right) => left.k - right.k)
    .map((frequency) => {
      const height = (PLOT_HEIGHT * frequency.powerFraction) / end;
      return {
        frequency,
        isMain: highlighted.includes(frequency.k),
        x: slot * (frequency.k - 0.5) - barWidth / 2,
        width: barWidth,
        height,
        longer: height * longerShare(frequency.axisRatio),
      };
    });
}

/**
 * Part of a plane's power along its longer axis: ½ for a round circle, 1 for a line. Power goes with
 * the square of the singular values.
 */
export function longerShare(axisRatio: number): number {
  return 1 / (1 + axisRatio * axisRatio);
}

/**
 * Numbers above the main bars, the strongest first. A number that would cover another one or a
 * taller bar moves aside, and without room there, up.
 *
 * @param width of the plot inside its margins
 */
export function spectrumLabels(bars: readonly SpectrumBar[], width: number): SpectrumLabel[] {
  const taken: Box[] = bars
    .filter(({ height }) => height > NOTICEABLE)
    .map(({ x, width: barWidth, height }) => ({
      left: x,
      right: x + barWidth,
      top: PLOT_HEIGHT - height,
      bottom: PLOT_HEIGHT,
    }));
  const main = bars
    .filter(({ isMain }) => isMain)
    .sort((left, right) => right.height - left.height);
  return main.map((bar) => {
    const half = approximateTextWidth(String(bar.frequency.k)) / 2 + 1;
    const centre = bar.x + bar.width / 2;
    const baseline = PLOT_HEIGHT - bar.height - LABEL_GAP;
    const places = [0, 1, 2].flatMap((row) =>
      [0, 0.5, -0.5, 1, -1].map((part) => ({
        x: Math.max(half - 8, Math.min(width + 8 - half, centre + part * 2 * half)),
        y: baseline - row * ROW_HEIGHT,
      })),
    );
    const boxAt = ({ x, y }: { x: number; y: number }): Box => ({
      left: x - half,
      right: x + half,
      top: y - DIGIT_HEIGHT,
      bottom: y,
    });
    const place =
      places.find((candidate) => taken.every((other) => !touches(boxAt(candidate), other))) ??
      (places[0] as { x: number; y: number });
    taken.push(boxAt(place));
    return { k: bar.frequency.k, ...place };
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function touches(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** Ticks of the power axis. */
export function powerTicks(frequencies: readonly SpectrumFrequency[]): AxisTick[] {
  const end = powerEnd(frequencies);
  return niceTicks(0, end, 4).map((share) => ({
    position: PLOT_HEIGHT * (1 - share / end),
    text: percentOf(formatNumber(100 * share, { maximumFractionDigits: 1 })),
  }));
}

const FAINT = 0.02;

/** What the bar of a frequency says, in two lines. */
export function frequencyLines(
  { k, powerFraction, axisRatio, sharedFactor }: SpectrumFrequency,
  p: number,
): [string, string] {
  // The shape of noise has no name.
  const ratio =
    powerFraction < FAINT
      ? words('axisRatio', { ratio: formatDecimals(axisRatio, 2) })
      : axisRatioText(axisRatio);
  const shape = 2 * k === p ? words('onlyCosine') : ratio;
  return [
    words('frequency', { k, share: shareText(powerFraction) }),
    sharedFactor > 1 ? words('shapeSharing', { shape, factor: sharedFactor }) : shape,
  ];
}

/** The figure, for those who cannot see it. */
export function spectrumSummary({ frequencies, highlighted, p }: SpectrumData): string {
  if (frequencies.length === 0) return words('summaryNothing');
  const parts = frequencies
    .filter(({ k }) => highlighted.includes(k))
    .sort((left, right) => right.powerFraction - left.powerFraction)
    .map(({ k, powerFraction }) => words('mainFrequency', { k, share: shareText(powerFraction) }));
  const last = Math.floor(p / 2);
  return parts.length > 0
    ? words('summary', { last, main: listed(parts) })
    : words('summaryNoMain', { last });
}
