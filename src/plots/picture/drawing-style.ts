/** How SVG's shapes and texts are painted, from their computed styles. */

import { paintAttributes } from './colour.ts';
import type { Attributes } from './markup.ts';
import { pixels } from './text-style.ts';

/**
 * Attributes of a shape that is seen; undefined for one that is not.
 *
 * @param isLine whether the shape has no inside
 */
export function shapePaint(
  style: CSSStyleDeclaration,
  isLine: boolean,
  nameOf: (id: string) => string,
): Attributes | undefined {
  const stroke = strokePaint(style, nameOf);
  if (isLine) return stroke;
  const fill = paint('fill', style.fill, style.fillOpacity, nameOf);
  if (fill.fill === 'none' && stroke === undefined) return undefined;
  const rule = style.fillRule === 'evenodd' ? { 'fill-rule': 'evenodd' } : {};
  return { ...fill, ...rule, ...stroke };
}

/** The rim behind a text, where it has one, and the text itself. */
export function textPaint(style: CSSStyleDeclaration): {
  rim: Attributes | undefined;
  ink: Attributes;
} {
  const stroke = strokePaint(style, (id) => id);
  const fill = paint('fill', style.fill, style.fillOpacity, (id) => id);
  if (!stroke) return { rim: undefined, ink: fill };
  if (!style.paintOrder.startsWith('stroke'))
    return { rim: undefined, ink: { ...fill, ...stroke } };
  return { rim: { fill: 'none', ...stroke }, ink: fill };
}

function strokePaint(
  style: CSSStyleDeclaration,
  nameOf: (id: string) => string,
): Attributes | undefined {
  const width = pixels(style.strokeWidth);
  const stroke = paint('stroke', style.stroke, style.strokeOpacity, nameOf);
  if (stroke.stroke === 'none' || width === 0) return undefined;
  const { strokeDasharray, strokeDashoffset, strokeLinecap, strokeLinejoin } = style;
  return {
    ...stroke,
    'stroke-width': width,
    'stroke-linecap': strokeLinecap === 'butt' ? undefined : strokeLinecap,
    'stroke-linejoin': strokeLinejoin === 'miter' ? undefined : strokeLinejoin,
    'stroke-dasharray':
      strokeDasharray === 'none' ? undefined : strokeDasharray.replace(/px/g, '').replace(/,/g, ''),
    'stroke-dashoffset': pixels(strokeDashoffset) || undefined,
  };
}

function paint(
  name: 'fill' | 'stroke',
  text: string,
  opacityText: string,
  nameOf: (id: string) => string,
): Attributes {
  const [, id] = /^url\(["']?#([^"')]+)["']?\)/.exec(text) ?? [];
  const given = id ? { [name]: `url(#${nameOf(id)})` } : paintAttributes(name, text);
  const opacity = Number(given[`${name}-opacity`] ?? 1) * Number(opacityText || 1);
  if (opacity === 0) return { [name]: 'none' };
  return { ...given, [`${name}-opacity`]: opacity < 1 ? opacity : undefined };
}
