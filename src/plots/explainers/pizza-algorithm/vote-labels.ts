/** The numbers at the bars: which answers have the largest vote, and which is right. */

import { mean } from 'd3';
import { approximateTextWidth } from '../../curves/label-layout.ts';
import { createSvg, writeText } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';

/** A text and the place where its middle wants to be, in pixels. */
export interface VoteLabel {
  readonly text: string;
  readonly x: number;
}

export interface VoteLabels {
  readonly element: SVGGElement;
  /** @param baseline in pixels from the top */
  draw(labels: readonly VoteLabel[], baseline: number, width: number): void;
}

const FONT_SIZE = 12;
const GAP = 6;

/** One label for every winner; those without room for a label of their own share one. */
export function winnerLabels(
  winners: readonly number[],
  x: (c: number) => number,
): readonly VoteLabel[] {
  const groups: number[][] = [];
  for (const c of [...winners].sort((one, other) => one - other)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const room = approximateTextWidth(String(c), FONT_SIZE) + GAP;
    if (group && last !== undefined && x(c) - x(last) < room) group.push(c);
    else groups.push([c]);
  }
  return groups.map((group) => ({ text: group.join(', '), x: mean(group, x) ?? 0 }));
}

export function createVoteLabels(className: string): VoteLabels {
  const element = createSvg('g', { class: className });
  return {
    element,
    draw(labels, baseline, width) {
      while (element.childElementCount > labels.length) element.lastElementChild?.remove();
      labels.forEach(({ text, x }, index) => {
        const label = element.children[index] ?? createSvg('text', { 'text-anchor': 'middle' });
        if (!label.parentNode) element.append(label);
        writeText(label, text);
        const half = approximateTextWidth(text, FONT_SIZE) / 2;
        setPixels(label, { x: Math.min(width - half, Math.max(half, x)), y: baseline });
      });
    },
  };
}
