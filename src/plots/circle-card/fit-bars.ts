/** The bars of a circle's card: how much of its logits each formula explains. */

import { createHtml, writeText } from '../inside/elements.ts';
import { percentOf } from '../percent.ts';
import type { Fit } from './fits.ts';
import { words } from './words.ts';

export interface FitBars {
  readonly element: HTMLElement;
  /** No fits: empty tracks. */
  write(fits: readonly Fit[]): void;
}

const KINDS = ['clock', 'pizza', 'accompanying'] as const;

export function createFitBars(): FitBars {
  const element = createHtml('div', 'circle-card-fits');
  const title = createHtml('div', 'circle-card-fits-title', words('fitsTitle'));
  const list = createHtml('ul', 'circle-card-fit-list');
  list.setAttribute('aria-label', words('fits'));
  const scale = createHtml('div', 'circle-card-fit-scale');
  for (const text of ['−100', '0', percentOf('100')]) scale.append(createHtml('span', '', text));
  scale.setAttribute('aria-hidden', 'true');
  const head = createHtml('div', 'circle-card-fits-head');
  head.append(title, scale, createHtml('span', ''));
  const rows = KINDS.map((kind) => createRow(words(kind)));
  list.append(...rows.map(({ row }) => row));
  element.append(head, list);

  return {
    element,
    write(fits) {
      rows.forEach(({ row, bar, name, value }, index) => {
        const fit = fits[index];
        writeText(name, fit?.name ?? words(KINDS[index] ?? 'clock'));
        writeText(value, fit?.text ?? '–');
        row.classList.toggle('circle-card-fit-largest', fit?.isLargest ?? false);
        row.classList.toggle('circle-card-fit-negative', fit?.isNegative ?? false);
        row.dataset.kind = fit?.kind ?? '';
        bar.style.left = `${(100 * (fit?.start ?? 0.5)).toFixed(2)}%`;
        bar.style.width = `${(100 * (fit?.length ?? 0)).toFixed(2)}%`;
      });
    },
  };
}

function createRow(text: string) {
  const row = createHtml('li', 'circle-card-fit');
  const name = createHtml('span', 'circle-card-fit-name', text);
  const track = createHtml('span', 'circle-card-fit-track');
  const bar = createHtml('span', 'circle-card-fit-bar');
  track.append(bar);
  const value = createHtml('span', 'circle-card-fit-value', '–');
  row.append(name, track, value);
  return { row, name, bar, value };
}
