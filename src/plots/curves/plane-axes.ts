/** The axes of the verdict plane. */

import { drawHorizontalAxis, drawVerticalAxis, type Layer } from '../axes.ts';
import { formatTick } from './number-text.ts';
import { irrelevanceThreshold } from './plane-regions.ts';
import { symmetricityTicks } from './plane-scale.ts';

const irrelevanceTicks = [0, 0.2, 0.4, irrelevanceThreshold, 0.8, 1];

/**
 * Draws both axes.
 * @param position pixels from the left of a gradient symmetricity
 */
export function drawPlaneAxes(
  layers: { readonly vertical: Layer; readonly horizontal: Layer },
  position: (symmetricity: number) => number,
  size: { readonly width: number; readonly height: number },
): void {
  drawVerticalAxis(
    layers.vertical,
    irrelevanceTicks.map((tick) => ({
      position: size.height * (1 - tick),
      text: formatTick(tick),
      kind: tick === irrelevanceThreshold ? 'threshold' : 'regular',
    })),
    size,
  );
  drawHorizontalAxis(
    layers.horizontal,
    symmetricityTicks
      .map((tick) => ({ position: position(tick), text: formatTick(tick) }))
      .filter((tick) => tick.position > 0),
    { ...size, overhang: 12 },
  );
}
