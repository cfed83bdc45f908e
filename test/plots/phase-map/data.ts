/** Made-up data for the tests of the phase map. */

import type { MapAxis, PhaseMapData } from '../../../src/plots/phase-map-figure.ts';

export const attention: MapAxis = {
  name: 'attention rate',
  scale: 'linear',
  low: 0,
  high: 1,
  ticks: [0, 1, 0.5],
};
export const symmetricity: MapAxis = {
  name: 'gradient symmetricity',
  scale: 'symmetricity',
  low: 0,
  high: 1,
  ticks: [0, 1, 0.9],
  threshold: { value: 0.98, text: 'a Pizza lies above', side: 'above' },
};
export const widths: MapAxis = {
  name: 'width',
  scale: 'logarithmic',
  low: 32,
  high: 512,
  ticks: [32, 64, 128, 256, 512],
};

/** Runs at places; everything else may be replaced. */
export function mapOf(
  places: readonly (readonly [x: number, y: number])[],
  others: Partial<PhaseMapData> = {},
): PhaseMapData {
  return {
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    colour: Float64Array.from(places, ([x]) => x),
    greyed: new Uint8Array(places.length),
    across: attention,
    up: symmetricity,
    colourMeasure: 'irrelevance',
    colourName: 'distance irrelevance',
    transition: null,
    bins: [],
    picked: null,
    summary: 'A made-up map.',
    ...others,
  };
}
