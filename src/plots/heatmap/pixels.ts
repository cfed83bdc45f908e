/** From values to the pixels of the picture, one pixel a cell. */

import type { Domain } from './domain.ts';
import { positionIn } from './domain.ts';
import { rampBytes, rampIndex } from './ramp.ts';

/**
 * Writes the cells' colours into an image's bytes (red, green, blue, alpha). Cells without a finite
 * value become transparent.
 *
 * @param bytes length 4·values.length
 */
export function writePixels(
  bytes: Uint8ClampedArray,
  values: ArrayLike<number>,
  domain: Domain,
): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const target = 4 * index;
    if (!Number.isFinite(value)) {
      bytes.fill(0, target, target + 4);
      continue;
    }
    const colour = 3 * rampIndex(positionIn(domain, value));
    bytes[target] = rampBytes[colour] as number;
    bytes[target + 1] = rampBytes[colour + 1] as number;
    bytes[target + 2] = rampBytes[colour + 2] as number;
    bytes[target + 3] = 255;
  }
}
