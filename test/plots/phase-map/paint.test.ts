import { describe, expect, it } from 'vitest';
import { mapLayout } from '../../../src/plots/phase-map/layout.ts';
import { paintRuns } from '../../../src/plots/phase-map/paint.ts';
import { placeRuns } from '../../../src/plots/phase-map/places.ts';
import { colourRamp } from '../../../src/plots/phase-map/ramp.ts';
import type { PhaseMapData } from '../../../src/plots/phase-map-figure.ts';
import { mapOf } from './data.ts';

const theme = {
  pizza: 'tomato',
  clock: 'blue',
  between: 'grey',
  surface: 'white',
  faint: 'silver',
  grey: 'gray',
};

/** What was filled, in order: colour and radius. */
function painted(data: PhaseMapData) {
  const dots: { fill: string; stroke: string; radius: number }[] = [];
  let radius = 0;
  const context = {
    fillStyle: '',
    strokeStyle: '',
    globalAlpha: 1,
    lineWidth: 1,
    beginPath() {},
    arc(_x: number, _y: number, size: number) {
      radius = size;
    },
    fill() {
      dots.push({ fill: context.fillStyle, stroke: '', radius });
    },
    stroke() {
      Object.assign(dots.at(-1) ?? {}, { stroke: context.strokeStyle });
    },
  };
  const places = placeRuns(data, mapLayout(1000, data));
  const canvas = context as unknown as CanvasRenderingContext2D;
  paintRuns(canvas, data, places, theme, colourRamp(theme));
  return dots;
}

describe('painting the dots', () => {
  it('gives every run its colour, those left out beneath', () => {
    const data = mapOf(
      [...Array(4)].map((_, run): [number, number] => [run / 4, 0.5]),
      {
        colour: Float64Array.of(0, 1, Number.NaN, 0),
        greyed: Uint8Array.of(0, 0, 0, 1),
      },
    );
    expect(painted(data).map(({ fill }) => fill)).toEqual([
      'silver',
      'rgb(255, 99, 71)',
      'rgb(0, 0, 255)',
      'gray',
    ]);
  });

  it('leaves runs without a value hollow', () => {
    const [dot] = painted(mapOf([[0, Number.NaN]]));
    expect(dot).toMatchObject({ fill: 'white', stroke: 'rgb(255, 99, 71)' });
  });

  it('skips runs without a place', () => {
    expect(painted(mapOf([[Number.NaN, 1]]))).toEqual([]);
  });
});
