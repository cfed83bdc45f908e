/** Fonts: their attributes in SVG and where their baseline lies. */

import type { Attributes } from './markup.ts';
import type { Sheet } from './sheet.ts';

/** Attributes for text in an element's font. */
export function fontAttributes(style: CSSStyleDeclaration, { family }: Sheet): Attributes {
  const { fontFamily, fontSize, fontWeight, fontStyle, letterSpacing } = style;
  const isTabular = style.fontVariantNumeric.includes('tabular-nums');
  return {
    'font-family': fontFamily === family ? undefined : fontFamily,
    'font-size': pixels(fontSize),
    'font-weight': plainWeight(fontWeight),
    'font-style': fontStyle === 'normal' ? undefined : fontStyle,
    'letter-spacing': letterSpacing === 'normal' ? undefined : pixels(letterSpacing),
    style: isTabular ? 'font-variant-numeric:tabular-nums' : undefined,
  };
}

/** Weights between the hundreds are unknown to many programs. */
function plainWeight(weight: string): number | undefined {
  const rounded = 100 * Math.round(Number(weight) / 100);
  return rounded === 400 ? undefined : rounded;
}

/** A length in pixels without its unit. */
export function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}

let ruler: CanvasRenderingContext2D | null | undefined;
const shares = new Map<string, number>();

/** Which part of a line of text, from its top, lies above the baseline. */
export function ascentShare(style: CSSStyleDeclaration): number {
  const font = fontOf(style);
  const known = shares.get(font);
  if (known !== undefined) return known;
  const metrics = measure(font, 'x');
  // Lines are laid out with both rounded.
  const ascent = Math.round(metrics?.fontBoundingBoxAscent ?? 4);
  const descent = Math.round(metrics?.fontBoundingBoxDescent ?? 1);
  const share = ascent + descent > 0 ? ascent / (ascent + descent) : 0.8;
  shares.set(font, share);
  return share;
}

/** Width of a text in pixels. */
export function textWidth(font: string, text: string): number {
  return measure(font, text)?.width ?? 6 * text.length;
}

function measure(font: string, text: string): TextMetrics | undefined {
  if (ruler === undefined) ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) return undefined;
  ruler.font = font;
  return ruler.measureText(text);
}

function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
}
