/** The dashed lines of both axes' thresholds and their words, over the dots. */

import { select } from 'd3';
import { approximateTextWidth } from '../curves/label-layout.ts';
import type { MapAxis, MapThreshold, PhaseMapData } from './data.ts';
import type { MapLayout } from './layout.ts';
import { BRACKET, mapScales, ROW } from './layout.ts';
import type { MapPlaces } from './places.ts';
import { isOnAxis } from './scale.ts';

export interface MapThresholds {
  draw(data: PhaseMapData, layout: MapLayout, places: MapPlaces): void;
}

/** Where the words of a level line stand. */
export interface WordsPlace {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

const HEIGHT = 14;
/** From the line to the baseline of words over and under it. */
const OVER = -6;
const UNDER = 14;
const MARGIN = 4;

/** @param plot the group whose top left corner is the plot's */
export function createMapThresholds(plot: SVGGElement): MapThresholds {
  const root = select(plot);
  const line = () => root.append('line').attr('class', 'phase-map-threshold');
  const words = () => root.append('text').attr('class', 'phase-map-words');
  const across = { line: line(), words: words() };
  const up = { line: line(), words: words() };

  return {
    draw(data, layout, places) {
      const scales = mapScales(data, layout);
      const { plotWidth, plotHeight } = layout;
      const isAcross = isShown(data.across);
      for (const each of [across.line, across.words])
        each.attr('display', isAcross ? null : 'none');
      if (isAcross) {
        const { value, text } = data.across.threshold;
        const x = scales.across(value);
        across.line.attr('x1', x).attr('x2', x).attr('y1', -3).attr('y2', plotHeight);
        const centre = wordsCentre(x, text, layout);
        across.words.attr('text-anchor', 'middle').attr('x', centre);
        across.words.attr('y', -BRACKET - ROW - 1).text(text);
      }
      const isUp = isShown(data.up);
      for (const each of [up.line, up.words]) each.attr('display', isUp ? null : 'none');
      if (!isUp) return;
      const { threshold } = data.up;
      const y = scales.up(threshold.value);
      up.line.attr('x2', plotWidth).attr('y1', y).attr('y2', y);
      const avoided = data.transition ? scales.across(data.transition.midpoint) : undefined;
      const place = placeWords(threshold, y, layout, places, avoided);
      up.words.attr('x', place.x).attr('y', place.y).attr('text-anchor', place.anchor);
      up.words.text(threshold.text);
    },
  };
}

type AxisWithThreshold = MapAxis & Required<Pick<MapAxis, 'threshold'>>;

function isShown(axis: MapAxis): axis is AxisWithThreshold {
  return axis.threshold !== undefined && isOnAxis(axis, axis.threshold.value);
}

/** The middle of words that want to stand over a place, so that they stay inside the figure. */
export function wordsCentre(x: number, text: string, { left, width }: MapLayout): number {
  const half = approximateTextWidth(text) / 2 + 2;
  return Math.max(half - left, Math.min(width - left - half, x));
}

/** Parts of the way along a line at which words are tried: the ends first. */
const trials = [1, 0, 0.75, 0.25, 0.5];
/** Crossing an upright line is as bad as covering so many dots. */
const crossingCost = 5;
/** How far a dot reaches around its middle. */
const REACH = 4;

/**
 * Where along a level line, and on which side of it, words cover fewest dots. Words that speak of
 * below or above stand there.
 * @param y of the line @param avoided where an upright line stands, if one does
 */
export function placeWords(
  { text, side: own }: Pick<MapThreshold, 'text' | 'side'>,
  y: number,
  { plotWidth, axisHeight }: Pick<MapLayout, 'plotWidth' | 'axisHeight'>,
  places: Pick<MapPlaces, 'x' | 'y'>,
  avoided?: number,
): WordsPlace {
  const width = approximateTextWidth(text);
  const sides = [OVER, UNDER].filter(
    (side) =>
      (side === OVER ? y + OVER > HEIGHT : y + UNDER < axisHeight) &&
      own !== (side === OVER ? 'below' : 'above'),
  );
  let best: WordsPlace = { x: MARGIN, y: y + (sides[0] ?? OVER), anchor: 'start' };
  let lowest = Number.POSITIVE_INFINITY;
  for (const side of sides) {
    for (const part of trials) {
      const left = MARGIN + part * (plotWidth - 2 * MARGIN - width);
      const isCrossed = avoided !== undefined && avoided > left && avoided < left + width;
      const box = {
        left: left - REACH,
        right: left + width + REACH,
        bottom: y + side + 3,
        top: y + side + 3 - HEIGHT,
      };
      const cost = countInside(places, box) + (isCrossed ? crossingCost : 0);
      if (cost >= lowest) continue;
      const isEnd = part === 1;
      best = { x: isEnd ? left + width : left, y: y + side, anchor: isEnd ? 'end' : 'start' };
      lowest = cost;
    }
  }
  return best;
}

function countInside(
  places: Pick<MapPlaces, 'x' | 'y'>,
  box: { left: number; right: number; top: number; bottom: number },
): number {
  let count = 0;
  for (let index = 0; index < places.x.length; index++) {
    const [x, y] = [places.x[index] as number, places.y[index] as number];
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) count++;
  }
  return count;
}
