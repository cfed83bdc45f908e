/** Where the runs stand. Pixels from the top left corner of the plot. */

import { min, pairs } from 'd3';
import type { AxisTick } from '../../axes.ts';
import { formatTick } from '../../curves/number-text.ts';
import { irrelevanceThreshold, symmetricityThreshold } from '../../curves/plane-regions.ts';
import { createSymmetricityScale, symmetricityTicks } from '../../curves/plane-scale.ts';
import type { PhaseMeasure, PhaseRun, RunKind } from './data.ts';
import { kindOf, measuredValue } from './data.ts';

export interface StripLayout {
  readonly width: number;
  readonly height: number;
  readonly plotWidth: number;
  /** Height of the measure's axis; below it is the row of runs without a value. */
  readonly axisHeight: number;
  readonly plotHeight: number;
}

/** Where one run stands. */
export interface PlacedRun {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly kind: RunKind;
  /** It has no value and stands at the foot. */
  readonly isHollow: boolean;
}

export const MARGIN = { top: 10, right: 12, bottom: 40, left: 58 };
/** Height of the row of runs without a value. */
const FOOT = 30;
const NARROW_BELOW = 420;
const AXIS_HEIGHT = { narrow: 190, wide: 230 };
/** Room at both ends for runs beside the first and the last attention rate. */
const INSET = 16;
/** From one seed to the next, at most. */
const LARGEST_STEP = 8;
/** All seeds together, so that those at the ends stay inside. */
const LARGEST_SPREAD = 2 * INSET - 6;
/** Part of the way to the next attention rate that seeds may fill. */
const FILLED = 0.72;
const attentionTicks = [0, 1, 0.2, 0.4, 0.6, 0.8];
const irrelevanceTicks = [0, 0.2, 0.4, irrelevanceThreshold, 0.8, 1];

export function stripLayout(width: number): StripLayout {
  const axisHeight = width < NARROW_BELOW ? AXIS_HEIGHT.narrow : AXIS_HEIGHT.wide;
  const plotHeight = axisHeight + FOOT;
  return {
    width,
    height: plotHeight + MARGIN.top + MARGIN.bottom,
    plotWidth: Math.max(60, width - MARGIN.left - MARGIN.right),
    axisHeight,
    plotHeight,
  };
}

export function attentionX({ plotWidth }: StripLayout, attention: number): number {
  return INSET + attention * (plotWidth - 2 * INSET);
}

/** A function from a value to its height on the measure's axis. */
export function measureScale(
  { runs, measure }: { readonly runs: readonly PhaseRun[]; readonly measure: PhaseMeasure },
  { axisHeight }: StripLayout,
): (value: number) => number {
  if (measure === 'irrelevance') {
    return (value) => axisHeight * (1 - Math.min(1, Math.max(0, value)));
  }
  const scale = createSymmetricityScale(lowestSymmetricity(runs), axisHeight);
  return (value) => axisHeight - scale.position(value);
}

/** Lower end of the axis of symmetricity: 0, or further down in tenths where runs need it. */
function lowestSymmetricity(runs: readonly PhaseRun[]): number {
  const lowest = min(runs, (run) => measuredValue(run, 'symmetricity')) ?? 0;
  return Math.max(-1, Math.min(0, Math.floor(lowest * 10) / 10));
}

export function thresholdOf(measure: PhaseMeasure): number {
  return measure === 'irrelevance' ? irrelevanceThreshold : symmetricityThreshold;
}

/** Ticks of the measure's axis. */
export function measureTicks(
  data: { readonly runs: readonly PhaseRun[]; readonly measure: PhaseMeasure },
  layout: StripLayout,
): AxisTick[] {
  const y = measureScale(data, layout);
  const isOnAxis = (value: number) =>
    data.measure === 'irrelevance' || value >= lowestSymmetricity(data.runs);
  const values = data.measure === 'irrelevance' ? irrelevanceTicks : symmetricityTicks;
  return values.filter(isOnAxis).map((value) => ({
    position: y(value),
    text: formatTick(value),
    kind: value === thresholdOf(data.measure) ? 'threshold' : 'regular',
  }));
}

export function attentionAxisTicks(layout: StripLayout): AxisTick[] {
  return attentionTicks.map((tick) => ({
    position: attentionX(layout, tick),
    text: formatTick(tick),
  }));
}

/**
 * How far aside each run stands, so that equal attention rates do not overlap: every seed has its
 * own distance, the same at all rates.
 * @param unit pixels of attention 0 … 1
 */
export function seedOffsets(runs: readonly PhaseRun[], unit: number): number[] {
  const lanes = [...new Set(runs.map(laneOf))].sort((one, other) => one - other);
  const rates = [...new Set(runs.map(({ attention }) => attention))].sort((a, b) => a - b);
  const gap = min(pairs(rates), ([from, to]) => (to - from) * unit) ?? Number.POSITIVE_INFINITY;
  const spread = Math.min(FILLED * gap, LARGEST_SPREAD);
  const step = Math.min(LARGEST_STEP, spread / Math.max(1, lanes.length - 1));
  return runs.map((run) => (lanes.indexOf(laneOf(run)) - (lanes.length - 1) / 2) * step);
}

/** Runs of the same seed but another width stand aside too. */
function laneOf({ seed, width }: PhaseRun): number {
  return seed * 1e5 + width;
}

export function placeRuns(
  data: { readonly runs: readonly PhaseRun[]; readonly measure: PhaseMeasure },
  layout: StripLayout,
): PlacedRun[] {
  const y = measureScale(data, layout);
  const offsets = seedOffsets(data.runs, layout.plotWidth - 2 * INSET);
  return data.runs.map((run, index) => {
    const value = measuredValue(run, data.measure);
    return {
      index,
      x: attentionX(layout, run.attention) + (offsets[index] ?? 0),
      y: value === null ? layout.axisHeight + FOOT / 2 + 3 : y(value),
      kind: kindOf(run),
      isHollow: value === null,
    };
  });
}

/** Indices in the order of the keyboard: by attention rate, then seed, then width. */
export function walkingOrder(runs: readonly PhaseRun[]): number[] {
  const run = (index: number) => runs[index] as PhaseRun;
  return runs
    .map((_, index) => index)
    .sort(
      (one, other) =>
        run(one).attention - run(other).attention ||
        run(one).seed - run(other).seed ||
        run(one).width - run(other).width,
    );
}
