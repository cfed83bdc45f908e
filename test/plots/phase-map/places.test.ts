import { describe, expect, it } from 'vitest';
import type { MapLayout } from '../../../src/plots/phase-map/layout.ts';
import { mapLayout, mapScales } from '../../../src/plots/phase-map/layout.ts';
import { placeRuns, radiusOf } from '../../../src/plots/phase-map/places.ts';
import type { PhaseMapData } from '../../../src/plots/phase-map-figure.ts';
import { mapOf, widths } from './data.ts';

const place = (data: PhaseMapData, width = 1000) => {
  const layout = mapLayout(width, data);
  return { layout, places: placeRuns(data, layout) };
};
const inside = ({ plotWidth, plotHeight }: MapLayout, x: number, y: number, radius: number) =>
  x >= radius && x <= plotWidth - radius && y >= radius && y <= plotHeight - radius;
/** Attention rates with seeds at widths. */
const grid = (rates: number, seeds: number, rows: readonly number[]) =>
  rows.flatMap((row) =>
    Array.from({ length: rates * seeds }, (_, run): [number, number] => [
      Math.floor(run / seeds) / (rates - 1),
      row,
    ]),
  );

describe('where runs stand', () => {
  it.each([
    [11, 3, [128], 320],
    [11, 3, [64, 128], 1000],
    [50, 40, [32, 64, 128, 256, 512], 1000],
  ])(
    'lays %i rates with %i seeds at widths %j side by side, %i px wide',
    (rates, seeds, rows, width) => {
      const data = mapOf(grid(rates, seeds, rows), { up: widths });
      const { layout, places } = place(data, width);
      const seen = new Set<string>();
      let areInside = true;
      for (let index = 0; index < data.x.length; index++) {
        const [x, y] = [places.x[index] as number, places.y[index] as number];
        seen.add(`${x.toFixed(1)} ${y.toFixed(1)}`);
        areInside &&= inside(layout, x, y, places.radius);
      }
      expect(areInside).toBe(true);
      expect(seen.size).toBe(data.x.length);
    },
  );

  it('lays a stack in the order of its colours, those left out last', () => {
    const data = mapOf(
      [...Array(4)].map((): [number, number] => [0.5, 128]),
      {
        up: widths,
        colour: Float64Array.of(0.9, 0.1, Number.NaN, 0.2),
        greyed: Uint8Array.of(0, 0, 0, 1),
      },
    );
    const { places } = place(data);
    const order = [0, 1, 2, 3].sort(
      (one, other) => (places.x[one] as number) - (places.x[other] as number),
    );
    expect(order).toEqual([1, 0, 2, 3]);
  });

  it('lets runs of one attention rate that overlap step aside, and keeps their heights', () => {
    const data = mapOf([
      [0.2, 0.9931],
      [0.2, 0.9932],
      [0.2, 0.9933],
      [0.4, 0.5],
    ]);
    const { layout, places } = place(data);
    const { across, up } = mapScales(data, layout);
    expect([...places.y]).toEqual([...data.y].map(up));
    expect(places.x[3]).toBe(across(0.4));
    const [first, second, third] = [...places.x].sort((one, other) => one - other);
    expect((second as number) - (first as number)).toBeGreaterThan(2 * places.radius);
    expect((third as number) - (second as number)).toBeGreaterThan(2 * places.radius);
  });

  it('moves nothing where x is not on a grid', () => {
    const data = mapOf(
      Array.from({ length: 50 }, (_, index): [number, number] => [index / 50, 0.5]),
    );
    const { layout, places } = place(data, 390);
    expect([...places.x]).toEqual([...data.x].map(mapScales(data, layout).across));
  });

  it('puts runs without a value below the axis, side by side', () => {
    const data = mapOf([
      [0.5, Number.NaN],
      [0.5, Number.NaN],
      [0.5, 0.5],
    ]);
    const { layout, places } = place(data);
    expect(places.y[0]).toBeGreaterThan(layout.axisHeight);
    expect(places.x[0]).not.toBe(places.x[1]);
    expect(places.y[2]).toBeLessThan(layout.axisHeight);
  });

  it('draws those left out smaller', () => {
    const data = mapOf(
      [
        [0, 0],
        [1, 1],
      ],
      { greyed: Uint8Array.of(1, 0) },
    );
    const { places } = place(data);
    expect(radiusOf(data, places, 0)).toBeLessThan(radiusOf(data, places, 1));
  });
});
