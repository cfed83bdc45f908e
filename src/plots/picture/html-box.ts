/** What CSS paints around and behind an element's content, as SVG rectangles. */

import { paintAttributes, plainColour } from './colour.ts';
import type { Box } from './gradient.ts';
import { plainGradient, splitList } from './gradient.ts';
import type { Attributes } from './markup.ts';
import { tag } from './markup.ts';
import type { Sheet } from './sheet.ts';
import { pixels } from './text-style.ts';

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Shadows, backgrounds, border and outline of an element that covers the box. */
export function boxMarkup(box: Box, style: CSSStyleDeclaration, sheet: Sheet): string {
  if (box.width <= 0 || box.height <= 0) return '';
  const radius = radiusOf(style, box);
  const shadows = style.boxShadow === 'none' ? [] : splitList(style.boxShadow);
  const isInner = (shadow: string) => shadow.includes('inset');
  return [
    ...shadows.filter((shadow) => !isInner(shadow)).map((shadow) => rim(box, radius, shadow, 1)),
    backgrounds(box, radius, style, sheet),
    ...shadows.filter(isInner).map((shadow) => rim(inside(box, style), radius, shadow, -1)),
    borders(box, radius, style),
    outline(box, radius, style),
  ].join('');
}

function rect({ x, y, width, height }: Box, radius: number, paint: Attributes): string {
  if (width <= 0 || height <= 0) return '';
  const rx = radius > 0 ? Math.min(radius, width / 2, height / 2) : undefined;
  return tag('rect', { x, y, width, height, rx, ...paint });
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function inside(box: Box, style: CSSStyleDeclaration): Box {
  return grown(box, -pixels(style.borderTopWidth));
}

function radiusOf(style: CSSStyleDeclaration, { width, height }: Box): number {
  const text = style.borderTopLeftRadius;
  return text.includes('%') ? (pixels(text) / 100) * Math.min(width, height) : pixels(text);
}

function isSeen(colour: string): boolean {
  return plainColour(colour).opacity > 0;
}

function backgrounds(box: Box, radius: number, style: CSSStyleDeclaration, sheet: Sheet): string {
  const { backgroundColor, backgroundImage } = style;
  const ground = isSeen(backgroundColor)
    ? rect(box, radius, paintAttributes('fill', backgroundColor))
    : '';
  if (backgroundImage === 'none' || backgroundImage === '') return ground;
  const sizes = splitList(style.backgroundSize);
  const repeats = splitList(style.backgroundRepeat);
  const positions = splitList(style.backgroundPosition);
  const layers = splitList(backgroundImage).map((image, index) => {
    const isSingle = repeats[index % repeats.length] === 'no-repeat';
    const area = isSingle
      ? layerBox(box, sizes[index % sizes.length], positions[index % positions.length])
      : box;
    const gradient = plainGradient(image, area);
    if (!gradient) return '';
    const id = sheet.define(gradient.name, gradient.attributes, gradient.content);
    return rect(area, isSingle ? 0 : radius, { fill: `url(#${id})` });
  });
  return ground + layers.reverse().join('');
}

/** Where an image lies that is not repeated. */
function layerBox(box: Box, size = 'auto', position = '0% 0%'): Box {
  const [wide = 'auto', high = wide === 'auto' ? 'auto' : '100%'] = size.split(' ');
  const [across = '0%', down = '50%'] = position.split(' ');
  const width = part(wide, box.width);
  const height = part(high, box.height);
  const offset = (text: string, room: number) =>
    text.endsWith('%') ? (pixels(text) / 100) * room : pixels(text);
  return {
    x: box.x + offset(across, box.width - width),
    y: box.y + offset(down, box.height - height),
    width,
    height,
  };
}

function part(text: string, whole: number): number {
  if (text.endsWith('%')) return (pixels(text) / 100) * whole;
  return text.endsWith('px') ? pixels(text) : whole;
}

/** A shadow without blur is a rim. @param outwards 1, or −1 for one inside the box */
function rim(box: Box, radius: number, shadow: string, outwards: 1 | -1): string {
  const lengths = [...shadow.matchAll(/(-?[\d.]+)px/g)].map(([, length]) => Number(length));
  const [across = 0, down = 0, blur = 0, spread = 0] = lengths;
  if (blur > 0 || spread <= 0) return '';
  const colour = shadow
    .replace(/-?[\d.]+px/g, '')
    .replace('inset', '')
    .trim();
  const middle = grown({ ...box, x: box.x + across, y: box.y + down }, (outwards * spread) / 2);
  const corner = radius > 0 ? radius + (outwards * spread) / 2 : 0;
  return rect(middle, corner, lined(colour, spread));
}

function lined(colour: string, width: number): Attributes {
  return { fill: 'none', ...paintAttributes('stroke', colour), 'stroke-width': width };
}

function borders(box: Box, radius: number, style: CSSStyleDeclaration): string {
  const all = sides.map((side) => ({
    side,
    width: pixels(style[`border${side}Width`]),
    colour: style[`border${side}Color`],
    kind: style[`border${side}Style`],
  }));
  const seen = all.filter(
    ({ width, kind, colour }) =>
      width > 0 && kind !== 'none' && kind !== 'hidden' && isSeen(colour),
  );
  const [first] = seen;
  if (!first) return '';
  const { width, colour, kind } = first;
  const areAlike = seen.every((border) => border.width === width && border.colour === colour);
  if (seen.length === 4 && areAlike) {
    const dashes = dashesOf(kind, width);
    return rect(grown(box, -width / 2), radius - width / 2, { ...lined(colour, width), ...dashes });
  }
  return seen
    .map((border) => rect(sideBox(box, border), 0, paintAttributes('fill', border.colour)))
    .join('');
}

function dashesOf(kind: string, width: number): Attributes {
  if (kind === 'dashed') return { 'stroke-dasharray': `${2 * width} ${2 * width}` };
  if (kind !== 'dotted') return {};
  return { 'stroke-dasharray': `0 ${2 * width}`, 'stroke-linecap': 'round' };
}

function sideBox(
  { x, y, width, height }: Box,
  border: { readonly side: (typeof sides)[number]; readonly width: number },
): Box {
  const thick = border.width;
  switch (border.side) {
    case 'Top':
      return { x, y, width, height: thick };
    case 'Bottom':
      return { x, y: y + height - thick, width, height: thick };
    case 'Left':
      return { x, y, width: thick, height };
    case 'Right':
      return { x: x + width - thick, y, width: thick, height };
  }
}

function outline(box: Box, radius: number, style: CSSStyleDeclaration): string {
  const width = pixels(style.outlineWidth);
  if (style.outlineStyle !== 'solid' || width === 0 || !isSeen(style.outlineColor)) return '';
  const by = pixels(style.outlineOffset) + width / 2;
  return rect(grown(box, by), radius > 0 ? radius + by : 0, lined(style.outlineColor, width));
}
