/** The words left of the sum: what bars and strokes are, and for which answer they stand. */

import { createHtml, writeText } from '../inside/elements.ts';
import type { PairLayout } from './layout.ts';
import type { VoteRow, VoteSheet } from './vote-sheet.ts';
import { winnerText } from './wording.ts';
import { words } from './words.ts';

export interface TotalText {
  readonly element: HTMLElement;
  write(sheet: VoteSheet): void;
  lay(layout: PairLayout): void;
}

export function createTotalText(): TotalText {
  const element = createHtml('div', 'pair-total');
  const sum = createHtml('div', 'pair-total-sum');
  const full = createHtml('div', 'pair-total-full');
  element.append(sum, full);

  return {
    element,
    write(sheet) {
      const verdict = ({ name, favourites: [winner] }: VoteRow) =>
        winner === undefined
          ? words('computingRow', { name })
          : winnerText(name, winner, sheet.right);
      writeText(sum, verdict(sheet.sum));
      writeText(full, verdict(sheet.full));
    },
    lay({ isNarrow, sumBand, ring, textWidth }) {
      element.style.top = `${sumBand.top}px`;
      element.style.height = `${sumBand.height}px`;
      element.style.width = `${isNarrow ? ring.width - 12 : textWidth + ring.width - 12}px`;
    },
  };
}
