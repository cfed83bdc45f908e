/**
 * Where a measure's value lies between Pizza and Clock: 0 is wholly Pizza, 1 wholly Clock, and one
 * half is the threshold. Symmetricity is stretched near 1, as on its axis.
 */

import { irrelevanceThreshold, symmetricityThreshold } from '../curves/plane-regions.ts';
import { createSymmetricityScale } from '../curves/plane-scale.ts';
import type { MapMeasure } from './data.ts';

const symmetricity = createSymmetricityScale(0, 1);

/** Distance from the Pizza end, and how far from it the threshold is. */
const distances: Readonly<Record<MapMeasure, (value: number) => number>> = {
  symmetricity: (value) => 1 - symmetricity.position(value),
  irrelevance: (value) => Math.min(1, Math.max(0, value)),
};
const thresholds: Readonly<Record<MapMeasure, number>> = {
  symmetricity: distances.symmetricity(symmetricityThreshold),
  irrelevance: irrelevanceThreshold,
};

/** Ticks of the legend, the most important first. */
const ticks: Readonly<Record<MapMeasure, readonly number[]>> = {
  symmetricity: [symmetricityThreshold, 0, 1, 0.9, 0.999, 0.5],
  irrelevance: [irrelevanceThreshold, 0, 1, 0.3, 0.8],
};

/** @returns 0 … 1; undefined without a value */
export function colourPosition(measure: MapMeasure, value: number): number | undefined {
  if (Number.isNaN(value)) return undefined;
  const distance = distances[measure](value);
  const threshold = thresholds[measure];
  return distance <= threshold
    ? (0.5 * distance) / threshold
    : 1 - (0.5 * (1 - distance)) / (1 - threshold);
}

/** Whether low values are Pizza's. */
export function startsWithPizza(measure: MapMeasure): boolean {
  return measure === 'irrelevance';
}

/** The legend's ticks with their places on the bar: 0 is its left end, with the lowest value. */
export function colourTicks(
  measure: MapMeasure,
): { readonly value: number; readonly at: number; readonly isThreshold: boolean }[] {
  return ticks[measure].map((value, index) => {
    const position = colourPosition(measure, value) ?? 0;
    return {
      value,
      at: startsWithPizza(measure) ? position : 1 - position,
      isThreshold: index === 0,
    };
  });
}
