/** The scale below the picture: lowest value, 0, highest value. */

import type { Domain } from '../heatmap/domain.ts';
import { logitText } from '../heatmap/wording.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import { divergingGradient } from './ramp.ts';
import { words } from './words.ts';

export interface GridLegend {
  readonly element: HTMLElement;
  write(range: Domain, extreme: number, ramp: Uint8ClampedArray): void;
}

/** Nearer to an end than this part of the bar, the 0 would touch the end's number. */
const CLOSE = 0.2;

export function createGridLegend(): GridLegend {
  const element = createHtml('div', 'heatmap-legend neuron-grid-legend');
  element.setAttribute('aria-hidden', 'true');
  const bar = createHtml('div', 'heatmap-legend-bar');
  const stroke = createHtml('div', 'neuron-grid-zero-stroke');
  const numbers = createHtml('div', 'neuron-grid-numbers');
  const low = createHtml('span', 'neuron-grid-low');
  const zero = createHtml('span', 'neuron-grid-zero', '0');
  const high = createHtml('span', 'neuron-grid-high');
  const unit = createHtml('div', 'neuron-grid-unit', words('unit'));
  bar.append(stroke);
  numbers.append(low, zero, high);
  element.append(bar, numbers, unit);

  return {
    element,
    write(range, extreme, ramp) {
      bar.style.background = divergingGradient(range.low, range.high, extreme, ramp);
      const place = -range.low / (range.high - range.low || 1);
      const isInside = place > 0 && place < 1;
      stroke.hidden = !isInside;
      zero.hidden = !isInside || place < CLOSE || place > 1 - CLOSE;
      stroke.style.left = zero.style.left = `${(100 * place).toFixed(1)}%`;
      writeText(low, logitText(range.low));
      writeText(high, logitText(range.high));
    },
  };
}
