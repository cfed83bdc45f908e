/** One row of the vote plot: bars over c, its zero line, its scale and its favourites. */

import { ticks } from 'd3';
import { formatNumber } from '../../messages/numbers.ts';
import type { Domain } from '../heatmap/domain.ts';
import { createSvg, writeText } from '../inside/elements.ts';
import { createFavouriteMarks, placeText } from './favourite-marks.ts';
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
  /** The answers to mark. */
  readonly favourites: readonly number[];
  /** Text instead of bars. */
  readonly waiting: string;
  /** The answer pointed at, and its vote in words. */
  readonly pointed: { readonly c: number; readonly text: string } | undefined;
}

export interface VoteBand {
  readonly element: SVGGElement;
  draw(content: BandContent): void;
}

const WIDEST_BAR = 16;
/** Room for labels above the largest bar. */
const HEADROOM = 16;
const FOOTROOM = 4;
/** Nearer to the answer pointed at than this, in pixels, no favourite is named. */
const POINTED_WIDTH = 44;

export function createVoteBand(className: string): VoteBand {
  const element = createSvg('g', { class: `pair-band ${className}` });
  const scale = createSvg('g', { class: 'pair-scale' });
  const bars = createSvg('path', { class: 'pair-bars' });
  const halo = createSvg('path', { class: 'pair-strokes-halo' });
  const strokes = createSvg('path', { class: 'pair-strokes' });
  const marks = createFavouriteMarks();
  const waiting = createSvg('text', { class: 'pair-waiting', 'text-anchor': 'middle' });
  const pointed = createSvg('text', { class: 'pair-pointed', dy: '0.33em' });
  element.append(scale, bars, halo, strokes, marks.element, waiting, pointed);
  let scaleKey = '';

  function drawScale(y: (vote: number) => number, { layout, domain, waiting: wait }: BandContent) {
    const { plotLeft, plotRight } = layout;
    const values = wait ? [0] : ticks(domain.low, domain.high, 3);
    const key = [
      wait,
      plotLeft,
      plotRight,
      ...values.map((value) => `${value} ${y(value).toFixed(1)}`),
    ];
    if (key.join() === scaleKey) return;
    scaleKey = key.join();
    scale.replaceChildren(
      ...values.flatMap((value) => {
        const line = createSvg('line', { class: value === 0 ? 'pair-zero-line' : 'pair-grid' });
        setPixels(line, { x1: plotLeft, x2: plotRight, y1: y(value), y2: y(value) });
        const text = createSvg('text', { class: 'pair-tick', dy: '0.33em', 'text-anchor': 'end' });
        setPixels(text, { x: plotLeft - 6, y: y(value) });
        text.textContent = wait ? '' : tickText(value);
        return [line, text];
      }),
    );
  }

  return {
    element,
    draw(content) {
      const { layout, band, p, domain, favourites } = content;
      const span = domain.high - domain.low || 1;
      const inner = band.height - HEADROOM - FOOTROOM;
      const y = (vote: number) =>
        band.top + HEADROOM + (inner * (domain.high - (Number.isFinite(vote) ? vote : 0))) / span;
      const x = (c: number) => answerX(layout, c, p);
      const endOf = (c: number) => y(Number(content.bars[c] ?? 0));
      const stripe = Math.min(x(1) - x(0), WIDEST_BAR / 0.64);
      drawScale(y, content);
      bars.setAttribute('d', barPath(content.bars, x, y));
      bars.setAttribute('stroke-width', Math.max(1, 0.64 * stripe).toFixed(2));
      const path = content.strokes ? strokePath(content.strokes, x, y, 0.5 * stripe) : '';
      strokes.setAttribute('d', path);
      halo.setAttribute('d', path);
      writeText(waiting, content.waiting);
      setPixels(waiting, { x: (layout.plotLeft + layout.plotRight) / 2, y: y(0) - 6 });
      const { pointed: cursor } = content;
      marks.draw(
        favourites.map((c) => ({
          c,
          x: x(c),
          y: endOf(c),
          isNamed: !cursor || Math.abs(x(c) - x(cursor.c)) > POINTED_WIDTH,
        })),
        layout,
      );
      pointed.style.display = cursor ? '' : 'none';
      if (!cursor) return;
      const isDown = Number(content.bars[cursor.c] ?? 0) < 0;
      const below = Math.min(endOf(cursor.c) + 9, band.top + band.height - 3);
      placeText(pointed, cursor.text, x(cursor.c), isDown ? below : endOf(cursor.c) - 8, layout);
    },
  };
}

/** A round number without needless decimals, with a true minus sign. */
function tickText(value: number): string {
  return formatNumber(Number(value.toPrecision(6)), {
    maximumFractionDigits: 12,
    useGrouping: false,
  });
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
