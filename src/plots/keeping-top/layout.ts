/** Where dots and labels of the figure stand, and their words. Pure, in pixels. */

import { listed } from '../../messages/lists.ts';
import { formatPercent, formatPercentNumber } from '../curves/number-text.ts';
import type { KeepingEntry, KeepingTopData } from './data.ts';
import { words } from './words.ts';

export const HEIGHT = 216;
export const MARGIN = { top: 24, right: 8, bottom: 38, left: 42 };

/** Centre of a text's baseline, in pixels from a dot. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** A dot with its labels. */
export interface KeepingDot {
  readonly count: number;
  readonly x: number;
  readonly y: number;
  /** "+3": the circle that was added. */
  readonly added: string;
  /** "91.9 %"; without its unit where there is little room. */
  readonly value: string;
  /** Where the two texts stand, from the dot. */
  readonly valuePlace: Offset;
  readonly addedPlace: Offset;
  /** Name of the dot's button. */
  readonly name: string;
  readonly accuracy: number;
}

/** Below this width of a dot's column numbers go without their unit. */
const ROOMY_COLUMN = 44;
const WIDEST_COLUMN = 110;
/** Free space before the first and after the last column. */
const PADDING = 8;
/** A line that rises more than this from dot to dot runs through texts above or below a dot. */
const STEEP = 14;
/** Width of the widest value, "99.9 %" in bold. */
const VALUE_WIDTH = 44;
/** Columns assumed before there is data. */
const USUAL_COLUMNS = 6;

/** @param width of the plot inside its margins */
function columnWidth(count: number, width: number): number {
  return Math.min(WIDEST_COLUMN, (width - 2 * PADDING) / (count || USUAL_COLUMNS));
}

/** Width that the columns take: a wide page does not pull a few dots apart. */
export function usedWidth(count: number, width: number): number {
  return columnWidth(count, width) * (count || USUAL_COLUMNS) + 2 * PADDING;
}

/** Height of an accuracy inside the plot. */
export function accuracyHeight(accuracy: number): number {
  const height = HEIGHT - MARGIN.top - MARGIN.bottom;
  return height * (1 - Math.min(1, Math.max(0, accuracy)));
}

/** Dots from the fewest circles to the most. @param width of the plot inside its margins */
export function keepingDots({ entries }: KeepingTopData, width: number): KeepingDot[] {
  const sorted = [...entries].sort((left, right) => left.kept.length - right.kept.length);
  const column = columnWidth(sorted.length, width);
  const heights = sorted.map(({ accuracy }) => accuracyHeight(accuracy));
  return sorted.map((entry, index) => {
    const { accuracy, kept } = entry;
    return {
      count: kept.length,
      x: PADDING + column * (index + 0.5),
      y: heights[index] as number,
      ...placeTexts(heights, index, column),
      added: addedCircles(entry, sorted[index - 1])
        .map((k) => `+${k}`)
        .join(' '),
      value: column < ROOMY_COLUMN ? formatPercentNumber(accuracy) : formatPercent(accuracy),
      name: dotName(entry),
      accuracy,
    };
  });
}

/**
 * The value stands above its dot and the added circle below it, both a little aside where the line
 * would run through them; at the very bottom the added circle stands beside its dot.
 */
function placeTexts(heights: readonly number[], index: number, column: number) {
  const y = heights[index] as number;
  const [before = y, after = y] = [heights[index - 1], heights[index + 1]];
  // Not so far that the first value would cover the axis.
  const aside = Math.max(0, Math.min(13, PADDING + column / 2 - VALUE_WIDTH / 2));
  const shift = (isLeft: boolean, isRight: boolean) => aside * (Number(isRight) - Number(isLeft));
  const valuePlace = { x: shift(after < y - STEEP, before < y - STEEP), y: -10 };
  const isLow = y > accuracyHeight(0) - 24;
  const addedPlace = isLow
    ? { x: 20, y: Math.min(8, accuracyHeight(0) - 4 - y) }
    : { x: shift(after > y + STEEP, before > y + STEEP), y: 18 };
  return { valuePlace, addedPlace };
}

/** Frequencies that an entry keeps and the one before it does not. */
export function addedCircles(entry: KeepingEntry, before: KeepingEntry | undefined): number[] {
  return entry.kept.filter((k) => !before?.kept.includes(k));
}

/** Whether the label of the chance level has more room at the right than at the left. */
export function chanceAtRight(dots: readonly KeepingDot[]): boolean {
  const first = dots[0]?.accuracy ?? 0;
  return (dots.at(-1)?.accuracy ?? 1) >= first;
}

function dotName({ kept, accuracy }: KeepingEntry): string {
  return words('dot', {
    count: kept.length,
    circles: listed(kept),
    accuracy: formatPercent(accuracy),
  });
}

/** The figure, for those who cannot see it. */
export function keepingLabel({ entries }: KeepingTopData): string {
  if (entries.length === 0) return words('group');
  const parts = entries.map(({ accuracy }, index) =>
    words('accuracyOf', { count: index + 1, accuracy: formatPercent(accuracy) }),
  );
  return words('groupNow', { parts: listed(parts) });
}
