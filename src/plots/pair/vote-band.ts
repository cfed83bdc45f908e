/** One row of the vote plot: bars over c, its zero line, its scale and its favourite. */

import { ticks } from 'd3';
import type { Domain } from '../heatmap/domain.ts';
import { createSvg, writeText } from '../inside/elements.ts';
import type { Place } from './geometry.ts';
import type { Band, PairLayout } from './layout.ts';
import { answerX } from './layout.ts';
import { setPixels } from './ring-frame.ts';

/** What a band shows at one moment. */
export interface BandContent {
  readonly layout: PairLayout;
  readonly band: Band;
  readonly p: number;
  readonly domain: Domain;
  readonly bars: ArrayLike<number>;
  /** Drawn as short strokes over the bars. */
  readonly strokes?: ArrayLike<number>;
  /** The answer to mark, and what to write beside it. */
  readonly mark: { readonly c: number; readonly text: string } | undefined;
  /** Width of one letter of the mark's text, in pixels. */
  readonly letter: number;
  /** Text instead of bars. */
  readonly waiting: string;
  /** The answer pointed at, and its vote in words. */
  readonly pointed: { readonly c: number; readonly text: string } | undefined;
}

export interface VoteBand {
  readonly element: SVGGElement;
  draw(content: BandContent): void;
}

/** Room for labels above the largest bar. */
const HEADROOM = 18;
const FOOTROOM = 4;
const WIDEST_BAR = 16;

export function createVoteBand(className: string): VoteBand {
  const element = createSvg('g', { class: `pair-band ${className}` });
  const scale = createSvg('g', { class: 'pair-scale' });
  const bars = createSvg('path', { class: 'pair-bars' });
  const strokes = createSvg('path', { class: 'pair-strokes' });
  const halo = createSvg('path', { class: 'pair-strokes-halo' });
  const dot = createSvg('circle', { class: 'pair-favourite', r: 3 });
  const label = createSvg('text', { class: 'pair-favourite-label', dy: '0.33em' });
  const waiting = createSvg('text', { class: 'pair-waiting', 'text-anchor': 'middle' });
  const pointed = createSvg('text', { class: 'pair-pointed' });
  element.append(scale, bars, halo, strokes, dot, label, waiting, pointed);
  let scaleKey = '';

  function drawScale(y: (vote: number) => number, { layout, band, domain }: BandContent) {
    const { plotLeft, plotRight } = layout;
    const values = ticks(domain.low, domain.high, band.height > 110 ? 3 : 2);
    const key = [plotLeft, plotRight, ...values.map((value) => `${value} ${y(value).toFixed(1)}`)];
    if (key.join() === scaleKey) return;
    scaleKey = key.join();
    scale.replaceChildren(
      ...values.flatMap((value) => {
        const line = createSvg('line', { class: value === 0 ? 'pair-zero-line' : 'pair-grid' });
        setPixels(line, { x1: plotLeft, x2: plotRight, y1: y(value), y2: y(value) });
        const text = createSvg('text', { class: 'pair-tick', dy: '0.33em', 'text-anchor': 'end' });
        setPixels(text, { x: plotLeft - 6, y: y(value) });
        text.textContent = tickText(value);
        return [line, text];
      }),
    );
  }

  return {
    element,
    draw(content) {
      const { layout, band, p, domain, mark } = content;
      const span = domain.high - domain.low || 1;
      const inner = band.height - HEADROOM - FOOTROOM;
      const y = (vote: number) =>
        band.top + HEADROOM + (inner * (domain.high - (Number.isFinite(vote) ? vote : 0))) / span;
      const x = (c: number) => answerX(layout, c, p);
      const stripe = x(1) - x(0);
      drawScale(y, content);
      bars.setAttribute('d', barPath(content.bars, x, y));
      bars.setAttribute(
        'stroke-width',
        Math.max(1, Math.min(WIDEST_BAR, 0.64 * stripe)).toFixed(2),
      );
      const path = content.strokes
        ? strokePath(content.strokes, x, y, Math.min(WIDEST_BAR, 0.5 * stripe))
        : '';
      strokes.setAttribute('d', path);
      halo.setAttribute('d', path);
      writeText(waiting, content.waiting);
      setPixels(waiting, {
        x: (layout.plotLeft + layout.plotRight) / 2,
        y: y(0) - 6,
      });
      dot.style.display = label.style.display = mark ? '' : 'none';
      if (mark) {
        const top = y(Number(content.bars[mark.c] ?? 0));
        setPixels(dot, { cx: x(mark.c), cy: top });
        placeText(label, mark.text, { x: x(mark.c), y: top - 8 }, content.letter, layout);
      }
      pointed.style.display = content.pointed ? '' : 'none';
      if (content.pointed) {
        const { c, text } = content.pointed;
        placeText(pointed, text, { x: x(c), y: band.top + band.height - 6 }, 6.6, layout);
      }
    },
  };
}

/** Writes right of a place, or left of it where there is no room. */
function placeText(
  text: SVGTextElement,
  words: string,
  { x, y }: Place,
  letter: number,
  layout: PairLayout,
) {
  writeText(text, words);
  const isLeft = x + 6 + letter * words.length > layout.width;
  text.setAttribute('text-anchor', isLeft ? 'end' : 'start');
  setPixels(text, { x: x + (isLeft ? -6 : 6), y });
}

/** A round number without needless decimals, and with a true minus sign. */
function tickText(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

function barPath(
  votes: ArrayLike<number>,
  x: (c: number) => number,
  y: (vote: number) => number,
): string {
  const zero = y(0).toFixed(1);
  return Array.from(votes, (vote, c) => `M${x(c).toFixed(1)},${zero}V${y(vote).toFixed(1)}`).join(
    '',
  );
}

function strokePath(
  votes: ArrayLike<number>,
  x: (c: number) => number,
  y: (vote: number) => number,
  half: number,
): string {
  return Array.from(
    votes,
    (vote, c) => `M${(x(c) - half).toFixed(1)},${y(vote).toFixed(1)}h${(2 * half).toFixed(1)}`,
  ).join('');
}
