/** Where every run stands. Pixels from the top left corner of the plot. */

import { colourPosition } from './colour-scale.ts';
import type { PhaseMapData } from './data.ts';
import { crowding, dotOpacity, dotRadius, dotStep, radiusOfStep } from './dot-size.ts';
import type { MapLayout } from './layout.ts';
import { FOOT, mapScales } from './layout.ts';
import type { SpreadBox } from './spreading.ts';
import { spreadDots } from './spreading.ts';

export interface MapPlaces {
  /** NaN for a run that has no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: number;
  /** Radius of the runs at the foot. */
  readonly footRadius: number;
  readonly opacity: number;
  readonly crowd: number;
}

/** Opacity of dots on a grid, where hardly any lies on another. */
const GRID_OPACITY = 0.92;

export function placeRuns(data: PhaseMapData, layout: MapLayout): MapPlaces {
  const { plotWidth, plotHeight, axisHeight } = layout;
  const scales = mapScales(data, layout);
  const x = data.x.map(scales.across);
  const y = new Float64Array(x.length);
  const standing: number[] = [];
  const hollow: number[] = [];
  for (let index = 0; index < x.length; index++) {
    const value = data.y[index] as number;
    y[index] = Number.isNaN(value) ? axisHeight + FOOT / 2 : scales.up(value);
    if (Number.isFinite(x[index])) (Number.isNaN(value) ? hollow : standing).push(index);
  }
  const crowd = crowding(x.length, plotWidth * axisHeight);
  const radius = dotRadius(crowd);
  const wanted = dotStep(radius);
  const rank = colourRank(data);
  const inside = (top: number, bottom: number): SpreadBox => ({
    left: 0,
    right: plotWidth,
    top,
    bottom,
  });
  const stand = { x, y, members: standing, wanted, box: inside(0, axisHeight), rank };
  const step = spreadDots(stand, 2 * radius);
  const small = Math.min(step ?? wanted, wanted);
  const foot = inside(axisHeight + 3, plotHeight);
  const footStep = spreadDots({ ...stand, members: hollow, wanted: small, box: foot }, 0) ?? small;
  return {
    x,
    y,
    radius: small < wanted ? radiusOfStep(small) : radius,
    footRadius: footStep < wanted ? radiusOfStep(footStep) : radius,
    opacity: step === undefined ? dotOpacity(crowd) : GRID_OPACITY,
    crowd,
  };
}

/** The order of runs on one place: from Pizza to Clock, those left out last. */
function colourRank({ colourMeasure, colour, greyed }: PhaseMapData): (index: number) => number {
  return (index) =>
    greyed[index] ? 3 : (colourPosition(colourMeasure, colour[index] as number) ?? 2);
}

/** Radius of one run's dot. */
export function radiusOf(data: PhaseMapData, places: MapPlaces, index: number): number {
  const radius = Number.isNaN(data.y[index]) ? places.footRadius : places.radius;
  return data.greyed[index] ? Math.min(Math.max(1.2, 0.62 * radius), 0.75 * radius) : radius;
}
