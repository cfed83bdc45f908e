/** How long the phase map takes, measured where it is shown: run by hand, `?map&bench`. */

import { prepareCanvas } from '../../src/plots/crisp-canvas.ts';
import { mapLayout } from '../../src/plots/phase-map/layout.ts';
import { paintRuns } from '../../src/plots/phase-map/paint.ts';
import { createPicture } from '../../src/plots/phase-map/picture.ts';
import { colourRamp } from '../../src/plots/phase-map/ramp.ts';
import { readMapTheme } from '../../src/plots/phase-map/theme.ts';
import type { PhaseMapData } from '../../src/plots/phase-map-figure.ts';

const TRIES = 15;
const WIDTH = 1000;

/** Writes the median times in milliseconds, and the first ones, as JSON. */
export function measurePhaseMap(host: HTMLElement, data: PhaseMapData): void {
  const canvas = document.createElement('canvas');
  const theme = readMapTheme(getComputedStyle(host));
  const ramp = colourRamp(theme);
  const layout = mapLayout(WIDTH, data);
  const times: Record<string, number[]> = {
    layout: [],
    paint: [],
    pixels: [],
    tree: [],
    hover: [],
    order: [],
  };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const timed = <Result>(name: string, work: () => Result): Result => {
      const start = performance.now();
      const result = work();
      times[name]?.push(performance.now() - start);
      return result;
    };
    const picture = timed('layout', () => createPicture(data, layout));
    const context = prepareCanvas(canvas, layout.width, layout.height);
    if (!context) return;
    timed('paint', () => paintRuns(context, data, picture.places, theme, ramp));
    // Painting is only recorded until somebody wants to see pixels.
    timed('pixels', () => context.getImageData(0, 0, 1, 1));
    timed('tree', () => picture.at(400, 200));
    timed('hover', () => picture.at(500, 220));
    timed('order', () => picture.order());
  }
  const summary = Object.entries(times).map(([name, all]) => {
    const sorted = [...all].sort((one, other) => one - other);
    return [name, { first: round(all[0]), median: round(sorted[TRIES >> 1]) }];
  });
  const text = document.createElement('pre');
  text.id = 'phase-map-times';
  text.textContent = JSON.stringify(Object.fromEntries(summary), null, 1);
  host.append(text);
}

function round(time = Number.NaN): number {
  return Number(time.toFixed(2));
}
