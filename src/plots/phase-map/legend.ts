/** The bar of colours with its ticks, and what the other marks mean. */

import { createHtml, writeText } from '../inside/elements.ts';
import { startsWithPizza } from './colour-scale.ts';
import { drawColourTicks } from './colour-ticks.ts';
import type { PhaseMapData } from './data.ts';
import { hasHollow } from './layout.ts';
import { rampGradient } from './ramp.ts';
import { words } from './wording.ts';

export interface MapLegend {
  readonly element: HTMLElement;
  /** @param ramp CSS colours from Pizza to Clock @param width of the figure in pixels */
  draw(data: PhaseMapData, ramp: readonly string[], width: number): void;
}

/** Width of the bar in CSS pixels, and what the words at its ends need. */
const BAR = { smallest: 100, largest: 168 };
const ENDS = 150;

/** Marks that are named only where they occur. */
const entries = [
  { mark: 'median', isThere: ({ bins }) => bins.length > 0 },
  { mark: 'greyed', isThere: ({ greyed }) => greyed.includes(1) },
  { mark: 'hollow', isThere: hasHollow },
  { mark: 'grey', isThere: hasGrey },
] as const satisfies readonly {
  mark: string;
  isThere: (data: PhaseMapData) => boolean;
}[];

export function createMapLegend(): MapLegend {
  const element = createHtml('div', 'phase-map-legend');
  const scale = createHtml('div', 'phase-map-scale');
  const name = createHtml('div', 'phase-map-scale-name', '\u00a0');
  const [left, right] = [createHtml('span', ''), createHtml('span', '')];
  const bar = createHtml('div', 'phase-map-bar');
  const ramp = createHtml('div', 'phase-map-ramp');
  const ticks = createHtml('div', 'phase-map-bar-ticks');
  bar.append(ramp, ticks);
  const row = createHtml('div', 'phase-map-scale-row');
  row.append(left, bar, right);
  scale.append(name, row);
  const marks = createHtml('div', 'phase-map-entries');
  const named = entries.map((entry) => {
    const text = createHtml('span', 'phase-map-entry phase-map-absent');
    text.append(
      createHtml('span', `phase-map-mark phase-map-mark-${entry.mark}`),
      words(entry.mark),
    );
    marks.append(text);
    return { text, entry };
  });
  element.append(scale, marks);

  return {
    element,
    draw(data, colours, width) {
      const isPizzaFirst = startsWithPizza(data.colourMeasure);
      writeText(name, words('colour', { name: data.colourName }));
      const ends = [words('pizzaLike'), words('clockLike')];
      const [first, last] = isPizzaFirst ? ends : ends.reverse();
      writeText(left, first ?? '');
      writeText(right, last ?? '');
      ramp.style.background = rampGradient(colours, !isPizzaFirst);
      const length = Math.max(BAR.smallest, Math.min(BAR.largest, width - ENDS));
      bar.style.width = `${length}px`;
      drawColourTicks(ticks, data.colourMeasure, length);
      for (const { text, entry } of named) {
        text.classList.toggle('phase-map-absent', !entry.isThere(data));
      }
    },
  };
}

/** Whether the colour of a run that counts is unknown. */
function hasGrey({ colour, greyed }: PhaseMapData): boolean {
  return colour.some((value, index) => Number.isNaN(value) && !greyed[index]);
}
