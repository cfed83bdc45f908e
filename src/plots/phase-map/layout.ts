/** Sizes of the phase map in CSS pixels. The whole keeps its height whatever it shows. */

import { approximateTextWidth } from '../curves/label-layout.ts';
import { formatTick } from '../curves/number-text.ts';
import type { PhaseMapData } from './data.ts';
import type { PixelScale } from './scale.ts';
import { pixelScale } from './scale.ts';

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** Top left corner of the plot. */
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  /** Height of the axis; below it is the row of runs without a value, if there are any. */
  readonly axisHeight: number;
}

/** Rows of words above the plot: one for the transition, one for a threshold across. */
export const ROW = 16;
export const BRACKET = 8;
const BOTTOM = 40;
const RIGHT = 12;
const SMALLEST_LEFT = 44;
/** Height of the row of runs without a value. */
export const FOOT = 32;
/** Room at both ends for dots on the axis' ends. */
const INSET = { across: 16, up: 9 };

const heights = [
  { below: 480, height: 290 },
  { below: 760, height: 340 },
  { below: Number.POSITIVE_INFINITY, height: 400 },
];

/** Height of the plot where none is asked for. */
export function usualHeight(width: number): number {
  return heights.find(({ below }) => width < below)?.height ?? 0;
}

/** @param data undefined while there is nothing: the room is the same */
export function mapLayout(
  width: number,
  data?: PhaseMapData,
  asked: number = usualHeight(width),
): MapLayout {
  const rows = data?.across.threshold === undefined ? 1 : 2;
  const height = ROW + BRACKET + asked + BOTTOM;
  const top = rows * ROW + BRACKET;
  const left = Math.max(SMALLEST_LEFT, 12 + widestTick(data));
  const plotHeight = height - top - BOTTOM;
  return {
    width,
    height,
    left,
    top,
    plotWidth: Math.max(60, width - left - RIGHT),
    plotHeight,
    axisHeight: plotHeight - (data && hasHollow(data) ? FOOT : 0),
  };
}

function widestTick(data: PhaseMapData | undefined): number {
  const values = data ? [...data.up.ticks, data.up.threshold?.value ?? 0] : [];
  return Math.max(0, ...values.map((value) => approximateTextWidth(formatTick(value))));
}

/** Whether runs stand at the foot. */
export function hasHollow({ y }: PhaseMapData): boolean {
  return y.some(Number.isNaN);
}

/** Scales of both axes, from the plot's top left corner. */
export function mapScales(
  data: Pick<PhaseMapData, 'across' | 'up'>,
  { plotWidth, axisHeight }: Pick<MapLayout, 'plotWidth' | 'axisHeight'>,
): { readonly across: PixelScale; readonly up: PixelScale } {
  return {
    across: pixelScale(data.across, INSET.across, plotWidth - INSET.across),
    up: pixelScale(data.up, axisHeight - INSET.up, INSET.up),
  };
}
