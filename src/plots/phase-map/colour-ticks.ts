/** Labels under the legend's bar, as many as find room. */

import { approximateTextWidth, packLabels } from '../curves/label-layout.ts';
import { formatTick } from '../curves/number-text.ts';
import { createHtml } from '../inside/elements.ts';
import { colourTicks } from './colour-scale.ts';
import type { MapMeasure } from './data.ts';

/** Labels may reach this far beyond the bar's ends. */
const OVERHANG = 12;

/** @param bar width of the bar in pixels */
export function drawColourTicks(host: HTMLElement, measure: MapMeasure, bar: number): void {
  const ticks = colourTicks(measure).map((tick) => ({ ...tick, text: formatTick(tick.value) }));
  const places = packLabels(
    ticks.map(({ at, text }) => ({ centre: bar * at, width: approximateTextWidth(text) })),
    { rows: 1, gap: 5, low: -OVERHANG, high: bar + OVERHANG },
  );
  const labels = ticks.flatMap(({ at, text, isThreshold }, index) => {
    if (!places[index]) return [];
    const label = createHtml('span', 'phase-map-bar-tick', text);
    label.classList.toggle('phase-map-bar-threshold', isThreshold);
    label.style.left = `${(100 * at).toFixed(2)}%`;
    return [label];
  });
  host.replaceChildren(...labels);
}
