/** The three shapes and the hollow ones, with their names and how many there are. */

import { createHtml, createSvg, writeText } from '../../inside/elements.ts';
import type { RunKind } from './data.ts';
import { markClass, shapePath } from './marks.ts';
import type { RunCounts } from './wording.ts';
import { words } from './wording.ts';

export interface StripLegend {
  readonly element: HTMLElement;
  write(counts: RunCounts): void;
}

const entries = [
  { key: 'pizza', kind: 'pizza', isHollow: false },
  { key: 'clock', kind: 'clock', isHollow: false },
  { key: 'neither', kind: 'neither', isHollow: false },
  { key: 'hollow', kind: 'neither', isHollow: true },
] as const satisfies readonly {
  key: keyof RunCounts;
  kind: RunKind;
  isHollow: boolean;
}[];

const names = {
  pizza: 'pizza',
  clock: 'clock',
  neither: 'between',
  hollow: 'noValue',
} as const;

export function createStripLegend(): StripLegend {
  const element = createHtml('div', 'phase-strip-legend');
  const counters = entries.map(({ key, kind, isHollow }) => {
    const entry = createHtml('span', 'phase-strip-entry');
    const swatch = createSvg('svg', { width: 14, height: 14, viewBox: '-7 -7 14 14' });
    swatch.setAttribute('aria-hidden', 'true');
    swatch.append(createSvg('path', { class: markClass(kind, isHollow), d: shapePath(kind) }));
    const count = createHtml('span', 'phase-strip-count');
    entry.append(swatch, words(names[key]), count);
    element.append(entry);
    return count;
  });
  return {
    element,
    write(counts) {
      entries.forEach(({ key }, index) => {
        const counter = counters[index];
        if (counter) writeText(counter, String(counts[key]));
      });
    },
  };
}
