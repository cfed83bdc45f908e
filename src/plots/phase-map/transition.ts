/** Where half of the runs have crossed: a line, its interval as a band, and 10–90 % as a bracket. */

import { select } from 'd3';
import { formatDecimals } from '../../messages/numbers.ts';
import { approximateTextWidth } from '../curves/label-layout.ts';
import type { MapAxis, MapTransition, PhaseMapData } from './data.ts';
import type { MapLayout } from './layout.ts';
import { BRACKET, mapScales } from './layout.ts';
import { isOnAxis } from './scale.ts';
import { wordsCentre } from './thresholds.ts';
import { words } from './wording.ts';

export interface MapTransitionMarks {
  draw(data: PhaseMapData, layout: MapLayout): void;
}

/** The bracket's height over the plot, and the length of its ends. */
const LIFT = 4;
const HOOK = 4;

/**
 * @param ground group beneath the dots @param top group over them; their top left corner is the
 * plot's
 */
export function createTransitionMarks(ground: SVGGElement, top: SVGGElement): MapTransitionMarks {
  const band = select(ground).append('rect').attr('class', 'phase-map-interval');
  const bracket = select(top).append('path').attr('class', 'phase-map-bracket');
  const line = select(top).append('line').attr('class', 'phase-map-midpoint');
  const label = select(top)
    .append('text')
    .attr('class', 'phase-map-words phase-map-midpoint-words');
  const all = [band, bracket, line, label];

  return {
    draw(data, layout) {
      const { transition, across } = data;
      const isShown = transition !== null && isOnAxis(across, transition.midpoint);
      for (const each of all) each.attr('display', isShown ? null : 'none');
      if (!isShown) return;
      const scale = mapScales(data, layout).across;
      const x = scale(transition.midpoint);
      const { plotHeight } = layout;
      line.attr('x1', x).attr('x2', x).attr('y1', -LIFT).attr('y2', plotHeight);
      const [from, to] = transition.interval.map(scale);
      const bandFrom = Math.min(from ?? x, x - 1);
      band.attr('x', bandFrom).attr('width', Math.max(to ?? x, x + 1) - bandFrom);
      band.attr('height', plotHeight);
      bracket.attr('d', bracketPath(transition, across, scale));
      const text = fittingText(transition, across, layout);
      label.attr('text-anchor', 'middle').attr('x', wordsCentre(x, text, layout));
      label.attr('y', -BRACKET - 3).text(text);
    },
  };
}

/** A bracket from 10 to 90 %. An end beyond the axis has no hook: it goes on there. */
export function bracketPath(
  { midpoint, span }: Pick<MapTransition, 'midpoint' | 'span'>,
  axis: MapAxis,
  scale: (value: number) => number,
): string {
  const [from, to] = [midpoint - Math.abs(span) / 2, midpoint + Math.abs(span) / 2];
  const hook = (value: number) => (isOnAxis(axis, value) ? HOOK : 0);
  const [left, right] = [scale(from).toFixed(1), scale(to).toFixed(1)];
  return `M${left},${hook(from) - LIFT}V${-LIFT}H${right}v${hook(to)}`;
}

/** The words, with the span where there is room for it. */
export function fittingText(
  transition: MapTransition,
  axis: MapAxis,
  { width }: Pick<MapLayout, 'width'>,
): string {
  const decimals = axis.high - axis.low <= 2 ? 2 : 0;
  const number = (value: number) => formatDecimals(value, decimals);
  const [low, high] = transition.interval;
  const values = { midpoint: number(transition.midpoint), low: number(low), high: number(high) };
  const text = words('halfCrossed', values);
  const span = Math.abs(transition.span);
  const long = words('halfCrossedWithin', { ...values, span: number(span) });
  // A span of nothing is a grid that is coarser than the transition.
  const isSpan = Number(span.toFixed(decimals)) > 0;
  return isSpan && approximateTextWidth(long) < width - 8 ? long : text;
}
