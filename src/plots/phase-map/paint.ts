/** Draws the dots onto a canvas whose unit is the CSS pixel. */

import { colourPosition } from './colour-scale.ts';
import type { PhaseMapData } from './data.ts';
import type { MapPlaces } from './places.ts';
import { radiusOf } from './places.ts';
import { rampColour } from './ramp.ts';
import type { MapTheme } from './theme.ts';

/** Up to this crowding, a thin rim parts dots that touch. */
const RIM_UP_TO = 5;
const TURN = 2 * Math.PI;

/** The colour of one run. */
export function runColour(
  { colourMeasure, colour, greyed }: PhaseMapData,
  index: number,
  theme: MapTheme,
  ramp: readonly string[],
): string {
  if (greyed[index]) return theme.faint;
  const position = colourPosition(colourMeasure, colour[index] as number);
  return position === undefined ? theme.grey : rampColour(ramp, position);
}

/** Draws all runs: those left out first, the others in their order. */
export function paintRuns(
  context: CanvasRenderingContext2D,
  data: PhaseMapData,
  places: MapPlaces,
  theme: MapTheme,
  ramp: readonly string[],
): void {
  for (const layer of [1, 0]) {
    for (let index = 0; index < places.x.length; index++) {
      if ((data.greyed[index] ? 1 : 0) !== layer || Number.isNaN(places.x[index])) continue;
      paintRun(context, data, places, theme, ramp, index);
    }
  }
  context.globalAlpha = 1;
}

function paintRun(
  context: CanvasRenderingContext2D,
  data: PhaseMapData,
  places: MapPlaces,
  theme: MapTheme,
  ramp: readonly string[],
  index: number,
) {
  const colour = runColour(data, index, theme, ramp);
  const radius = radiusOf(data, places, index);
  const isHollow = Number.isNaN(data.y[index]);
  context.beginPath();
  context.arc(places.x[index] as number, places.y[index] as number, radius, 0, TURN);
  context.globalAlpha = isHollow || data.greyed[index] ? 1 : places.opacity;
  context.fillStyle = isHollow ? theme.surface : colour;
  context.fill();
  if (isHollow || places.crowd <= RIM_UP_TO) {
    context.strokeStyle = isHollow ? colour : theme.surface;
    context.lineWidth = isHollow && radius > 2 ? 1.5 : 1;
    context.stroke();
  }
}
