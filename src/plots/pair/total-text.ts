/** The words left of the sum: what bars and strokes are, and for which answer they stand. */

import { createHtml, writeText } from '../inside/elements.ts';
import type { PairLayout } from './layout.ts';
import type { VoteSheet } from './vote-sheet.ts';
import { winnerText } from './wording.ts';

export interface TotalText {
  readonly element: HTMLElement;
  write(sheet: VoteSheet): void;
  lay(layout: PairLayout): void;
}

export function createTotalText(): TotalText {
  const element = createHtml('div', 'pair-total');
  const sum = createHtml('div', 'pair-total-answer');
  const full = createHtml('div', 'pair-total-answer');
  element.append(
    createHtml('div', 'pair-total-name pair-total-sum', 'Sum of the votes'),
    sum,
    createHtml('div', 'pair-total-name pair-total-full', 'Whole network'),
    full,
  );

  return {
    element,
    write({ sum: votes, full: logits, right }) {
      const words = (winner: number | undefined) =>
        winner === undefined ? 'computing …' : winnerText(winner, right);
      writeText(sum, words(votes.favourite));
      writeText(full, words(logits.favourite));
    },
    lay({ sumBand, ring }) {
      element.style.top = `${sumBand.top}px`;
      element.style.left = `${ring.left}px`;
      element.style.width = `${ring.width}px`;
    },
  };
}
