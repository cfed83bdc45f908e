/**
 * Marks that CSS puts before or after an element's content. No script can ask where they lie, so it
 * is worked out for those that there are: placed ones, and small blocks before a text.
 */

import type { Box } from './gradient.ts';
import { boxMarkup } from './html-box.ts';
import type { Sheet } from './sheet.ts';
import { ascentShare, pixels } from './text-style.ts';

export function pseudoMarkup(
  element: HTMLElement,
  style: CSSStyleDeclaration,
  which: '::before' | '::after',
  sheet: Sheet,
): string {
  const own = getComputedStyle(element, which);
  if (own.content === 'none' || own.content === 'normal' || own.display === 'none') return '';
  if (own.visibility !== 'visible') return '';
  const box = own.position === 'absolute' ? placedBox(element, own) : textBox(element, style, own);
  if (!box) return '';
  return boxMarkup({ ...box, x: box.x - sheet.left, y: box.y - sheet.top }, own, sheet);
}

function outerSize(own: CSSStyleDeclaration): Pick<Box, 'width' | 'height'> {
  const isWhole = own.boxSizing === 'border-box';
  const across = ['borderLeftWidth', 'borderRightWidth', 'paddingLeft', 'paddingRight'] as const;
  const down = ['borderTopWidth', 'borderBottomWidth', 'paddingTop', 'paddingBottom'] as const;
  const sum = (names: typeof across | typeof down) =>
    names.map((name) => pixels(own[name])).reduce((total, length) => total + length, 0);
  const width = isWhole ? pixels(own.width) : pixels(own.width) + sum(across);
  const height = isWhole ? pixels(own.height) : pixels(own.height) + sum(down);
  return { width: Math.max(width, sum(across)), height: Math.max(height, sum(down)) };
}

/** In the nearest element that positions what is in it. */
function placedBox(element: HTMLElement, own: CSSStyleDeclaration): Box | undefined {
  let frame: Element | null = element;
  while (frame && getComputedStyle(frame).position === 'static') frame = frame.parentElement;
  if (!frame) return undefined;
  const { left, top } = frame.getBoundingClientRect();
  const x = left + frame.clientLeft + pixels(own.left);
  const y = top + frame.clientTop + pixels(own.top);
  return { x, y, ...outerSize(own) };
}

/** At the beginning of the first line. */
function textBox(
  element: HTMLElement,
  style: CSSStyleDeclaration,
  own: CSSStyleDeclaration,
): Box | undefined {
  const { left, top, height } = element.getBoundingClientRect();
  const size = outerSize(own);
  const x = left + pixels(style.borderLeftWidth) + pixels(style.paddingLeft);
  if (style.display.includes('flex')) return { x, y: top + (height - size.height) / 2, ...size };
  const line = document.createRange();
  line.selectNodeContents(element);
  const [first] = line.getClientRects();
  if (!first) return undefined;
  const baseline = first.top + ascentShare(style) * first.height;
  return { x, y: baseline - pixels(own.verticalAlign) - size.height, ...size };
}
