/**
 * The votes of all circles over the possible answers, one band below the other, so that the line
 * of the right answer runs through all of them; at the bottom their sum and the whole network.
 */

import { range, tickStep } from 'd3';
import { approximateTextWidth } from '../curves/label-layout.ts';
import { logitText } from '../heatmap/wording.ts';
import { createSvg, writeText } from '../inside/elements.ts';
import type { PairLayout } from './layout.ts';
import { answerX } from './layout.ts';
import { setPixels } from './ring-frame.ts';
import type { VoteBand } from './vote-band.ts';
import { createVoteBand } from './vote-band.ts';
import type { VoteMoment } from './vote-motion.ts';
import type { VoteRow, VoteSheet } from './vote-sheet.ts';
import { plotLabel, rightText } from './wording.ts';
import { words } from './words.ts';

export interface VotePlot {
  readonly element: SVGSVGElement;
  /** Makes the plot one that can be read and walked on. */
  describe(sheet: VoteSheet): void;
  /** Takes back what describe did. */
  clear(): void;
  draw(sheet: VoteSheet, moment: VoteMoment, layout: PairLayout, pointed: number | undefined): void;
}

export function createVotePlot(): VotePlot {
  const element = createSvg('svg', { class: 'pair-votes' });
  const axis = createSvg('g', { class: 'pair-axis' });
  const right = createSvg('line', { class: 'pair-right' });
  const rightLabel = createSvg('text', { class: 'pair-right-label', y: 13 });
  const cursor = createSvg('line', { class: 'pair-cursor' });
  const cursorLabel = createSvg('text', { class: 'pair-cursor-label', y: 13 });
  const bands = createSvg('g', {});
  const total = createVoteBand('pair-band-sum');
  element.append(axis, right, cursor, bands, total.element, rightLabel, cursorLabel);
  let circles: VoteBand[] = [];
  let axisKey = '';

  function fitBands(count: number) {
    if (circles.length === count) return;
    circles = Array.from({ length: count }, () => createVoteBand('pair-band-circle'));
    bands.replaceChildren(...circles.map((band) => band.element));
  }

  function drawAxis(p: number, layout: PairLayout) {
    const key = [p, layout.plotLeft, layout.plotRight, layout.height].join();
    if (key === axisKey) return;
    axisKey = key;
    const bottom = layout.sumBand.top + layout.sumBand.height;
    const wanted = Math.max(2, (layout.plotRight - layout.plotLeft) / 45);
    const step = Math.max(1, tickStep(0, p - 1, wanted));
    axis.replaceChildren(
      ...range(0, p, step).map((c) => axisText(answerX(layout, c, p), bottom + 13, String(c))),
      axisText((layout.plotLeft + layout.plotRight) / 2, bottom + 29, words('axis')),
    );
  }

  return {
    element,
    describe(sheet) {
      const { p } = sheet;
      element.setAttribute('role', 'img');
      element.setAttribute('tabindex', '0');
      const totals = [sheet.sum, sheet.full];
      element.setAttribute('aria-label', plotLabel(p, sheet.right, sheet.circles, totals));
      element.setAttribute('aria-description', words('walking'));
      writeText(rightLabel, rightText(sheet.right));
    },
    clear() {
      for (const name of ['role', 'tabindex', 'aria-label', 'aria-description']) {
        element.removeAttribute(name);
      }
    },
    draw(sheet, moment, layout, pointed) {
      const { p } = sheet;
      fitBands(sheet.circles.length);
      element.setAttribute('width', String(layout.width));
      element.setAttribute('height', String(layout.height));
      drawAxis(p, layout);
      const bottom = layout.sumBand.top + layout.sumBand.height;
      const rightX = answerX(layout, moment.right, p);
      setPixels(right, { x1: rightX, x2: rightX, y1: 18, y2: bottom });
      placeCentred(rightLabel, rightX, layout);
      cursor.style.display = cursorLabel.style.display = pointed === undefined ? 'none' : '';
      rightLabel.style.display = '';
      if (pointed !== undefined) {
        const x = answerX(layout, pointed, p);
        setPixels(cursor, { x1: x, x2: x, y1: 18, y2: bottom });
        writeText(cursorLabel, `c = ${pointed}`);
        placeCentred(cursorLabel, x, layout);
        const isNear = Math.abs(x - rightX) < 26 + halfWidth(rightLabel);
        if (isNear) rightLabel.style.display = 'none';
      }
      sheet.circles.forEach((row, index) => {
        const band = circles[index] as VoteBand;
        band.element.setAttribute('data-verdict', row.verdict);
        band.element.classList.toggle('pair-off', !row.isKept);
        band.element.classList.toggle('pair-stale', row.isStale);
        band.draw({
          layout,
          band: layout.bands[index] ?? layout.sumBand,
          p,
          domain: moment.circleDomain,
          bars: moment.circles[index] ?? [],
          favourites: row.favourites,
          waiting: row.votes ? '' : words('computing'),
          pointed: pointedAt(row, pointed),
        });
      });
      total.element.classList.toggle('pair-stale', sheet.sum.isStale);
      total.draw({
        layout,
        band: layout.sumBand,
        p,
        domain: moment.totalDomain,
        bars: moment.sum,
        ...(sheet.full.votes && { strokes: moment.full }),
        favourites: sheet.sum.favourites,
        waiting: sheet.sum.votes ? '' : words('computing'),
        pointed: layout.isNarrow ? pointedAt(sheet.sum, pointed) : pointedTotal(sheet, pointed),
      });
    },
  };
}

function pointedAt({ votes, isStale }: VoteRow, c: number | undefined) {
  if (c === undefined || isStale || votes?.[c] === undefined) return undefined;
  return { c, text: logitText(votes[c]) };
}

/** The sum's vote and the whole network's: "7.3, network 6.9". */
function pointedTotal({ sum, full }: VoteSheet, c: number | undefined) {
  const [own, network] = [pointedAt(sum, c), pointedAt(full, c)];
  if (!own || !network) return own;
  return { ...own, text: words('pointedTotal', { sum: own.text, network: network.text }) };
}

function axisText(x: number, y: number, content: string): SVGTextElement {
  const text = createSvg('text', { class: 'pair-tick', 'text-anchor': 'middle' });
  setPixels(text, { x, y });
  text.textContent = content;
  return text;
}

function halfWidth(text: Element): number {
  return approximateTextWidth(text.textContent ?? '') / 2;
}

/** Centres a text above a line, but inside the figure. */
function placeCentred(text: SVGTextElement, x: number, layout: PairLayout): void {
  const half = halfWidth(text);
  text.setAttribute('text-anchor', 'middle');
  setPixels(text, { x: Math.min(layout.width - half, Math.max(half, x)) });
}
