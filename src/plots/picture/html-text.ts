/** Text of the page as SVG text: one element for each line. */

import { paintAttributes } from './colour.ts';
import type { Attributes } from './markup.ts';
import { escapeXml, tag } from './markup.ts';
import type { Sheet } from './sheet.ts';
import { anchorOf } from './text-anchor.ts';
import type { TextLine, TextRun } from './text-lines.ts';
import { textLines } from './text-lines.ts';
import { fontAttributes } from './text-style.ts';

/** @param runs texts of one paragraph, in their order @param block the element they stand in */
export function textMarkup(runs: readonly TextRun[], block: Element, sheet: Sheet): string {
  return textLines(runs)
    .map((line) => lineMarkup(line, block, sheet))
    .join('');
}

/** A line is one text, so that its words keep their distances in any font. */
function lineMarkup(line: TextLine, block: Element, sheet: Sheet): string {
  const { left, right, baseline, pieces } = line;
  const anchor = anchorOf(line, block);
  const x = { start: left, middle: (left + right) / 2, end: right }[anchor] - sheet.left;
  const [first, ...others] = pieces;
  if (!first) return '';
  const style = styleAttributes(first.style, sheet);
  const spans = others.map((piece) => {
    const own = Object.entries(styleAttributes(piece.style, sheet));
    const differing = own.filter(([name, value]) => value !== style[name]);
    const text = escapeXml(piece.text);
    return differing.length > 0 ? tag('tspan', Object.fromEntries(differing), text) : text;
  });
  const place: Attributes = {
    x,
    y: baseline - sheet.top,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    // Or some programs leave out the spaces between differently set words.
    'xml:space': spans.length > 0 ? 'preserve' : undefined,
  };
  return tag('text', { ...place, ...style }, escapeXml(first.text) + spans.join(''));
}

/** All said outright, so that a piece may differ from the line's first one in anything. */
function styleAttributes(style: CSSStyleDeclaration, sheet: Sheet): Attributes {
  const decoration = style.textDecorationLine;
  return {
    ...fontAttributes(style, sheet),
    ...paintAttributes('fill', style.color),
    'text-decoration': decoration === 'none' || decoration === '' ? undefined : decoration,
  };
}
