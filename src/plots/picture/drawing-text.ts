/** Text in a drawing: its font, its colours and its true baseline written on it. */

import { textPaint } from './drawing-style.ts';
import type { Attributes } from './markup.ts';
import { escapeXml, tag } from './markup.ts';
import type { Sheet } from './sheet.ts';
import { fontAttributes, pixels } from './text-style.ts';

/** Text with a rim around it becomes two: hardly any other program draws the rim behind the text. */
export function drawnTextMarkup(
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  sheet: Sheet,
): string {
  const { rim, ink } = textPaint(style);
  if (style.visibility !== 'visible' || !element.textContent?.trim()) return '';
  const size = pixels(style.fontSize);
  const anchor = style.textAnchor;
  const shared: Attributes = {
    x: element.getAttribute('x') ?? undefined,
    y: baselineOf(element, size, style.dominantBaseline),
    dx: lengthOf(element.getAttribute('dx'), size),
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...fontAttributes(style, sheet),
  };
  const content = spansMarkup(element, style, sheet);
  const under = rim ? tag('text', { ...shared, ...rim, 'aria-hidden': 'true' }, content.plain) : '';
  return under + tag('text', { ...shared, ...ink }, content.painted);
}

/** Height of the baseline, with whatever the attributes and CSS add to it. */
function baselineOf(element: SVGTextElement, size: number, baseline: string): number {
  const shift = { middle: 0.27, central: 0.35, hanging: 0.75 }[baseline] ?? 0;
  const dy = lengthOf(element.getAttribute('dy'), size) ?? 0;
  return pixels(element.getAttribute('y') ?? '0') + dy + shift * size;
}

/** Pieces of a text in their own fonts, with and without colours. */
function spansMarkup(element: Element, style: CSSStyleDeclaration, sheet: Sheet) {
  let plain = '';
  let painted = '';
  for (const child of element.childNodes) {
    if (child instanceof Text) {
      plain += escapeXml(child.data);
      painted += escapeXml(child.data);
    }
    if (!(child instanceof SVGTSpanElement)) continue;
    const own = getComputedStyle(child);
    const size = pixels(own.fontSize);
    const font = Object.entries(fontAttributes(own, sheet)).filter(
      ([name, value]) => fontAttributes(style, sheet)[name] !== value,
    );
    const place: Attributes = {
      x: child.getAttribute('x') ?? undefined,
      y: child.getAttribute('y') ?? undefined,
      dx: lengthOf(child.getAttribute('dx'), size),
      dy: lengthOf(child.getAttribute('dy'), size),
      ...Object.fromEntries(font),
    };
    const text = escapeXml(child.textContent ?? '');
    plain += tag('tspan', place, text);
    painted += tag(
      'tspan',
      own.fill === style.fill ? place : { ...place, ...textPaint(own).ink },
      text,
    );
  }
  return { plain, painted };
}

function lengthOf(text: string | null, size: number): number | undefined {
  if (!text) return undefined;
  return pixels(text) * (text.endsWith('em') ? size : 1);
}
