/** A part of the page as SVG: what is seen of it, and nothing that is only there to be operated. */

import { drawingMarkup } from './drawing.ts';
import { boxMarkup } from './html-box.ts';
import { textMarkup } from './html-text.ts';
import { group, tag } from './markup.ts';
import { pseudoMarkup } from './pseudo.ts';
import { canvasMarkup } from './recorded-canvas.ts';
import type { Sheet } from './sheet.ts';
import type { TextRun } from './text-lines.ts';

/** Controls, what is said about the pointer's place, and how to use a figure. */
const SKIPPED = [
  'button, input, select, textarea, fieldset, dialog, script, style, template, video, audio, iframe',
  '[role="tooltip"], [popover], .value-readout, .value-readout-spoken, .visually-hidden',
  '.figure-hint, details:not([open])',
].join(', ');

/** Buttons that are a legend at the same time. */
const KEPT = '.neurons-legend-button';

/** Overhang in pixels, as of letters, that is no reason to clip. */
const SLACK = 1;

/** An element with everything in it. */
export function elementMarkup(element: Element, sheet: Sheet): string {
  if (element.matches(SKIPPED) && !element.matches(KEPT)) return '';
  const style = getComputedStyle(element);
  if (isAbsent(style)) return '';
  if (element instanceof SVGSVGElement) return drawingMarkup(element, style, sheet);
  if (!(element instanceof HTMLElement)) return '';
  const content = `${ownMarkup(element, style, sheet)}${contentMarkup(element, style, sheet)}`;
  return group({ opacity: style.opacity === '1' ? undefined : style.opacity }, content);
}

/** Not laid out, or laid out for screen readers only. */
function isAbsent({ display, opacity, clipPath }: CSSStyleDeclaration): boolean {
  return display === 'none' || opacity === '0' || clipPath === 'inset(50%)';
}

function ownMarkup(element: HTMLElement, style: CSSStyleDeclaration, sheet: Sheet): string {
  if (style.visibility !== 'visible' || style.display === 'contents') return '';
  const { left, top, width, height } = element.getBoundingClientRect();
  const box = { x: left - sheet.left, y: top - sheet.top, width, height };
  const isCanvas = element instanceof HTMLCanvasElement;
  const isPixelated = style.imageRendering !== 'auto';
  return boxMarkup(box, style, sheet) + (isCanvas ? canvasMarkup(element, box, isPixelated) : '');
}

function contentMarkup(element: HTMLElement, style: CSSStyleDeclaration, sheet: Sheet): string {
  const before = pseudoMarkup(element, style, '::before', sheet);
  const after = pseudoMarkup(element, style, '::after', sheet);
  const inner = isParagraph(element)
    ? textMarkup(runsOf(element), element, sheet)
    : childrenMarkup(element, style, sheet);
  return clipped(element, style, `${before}${inner}${after}`, sheet);
}

function childrenMarkup(element: HTMLElement, style: CSSStyleDeclaration, sheet: Sheet): string {
  const isShown = style.visibility === 'visible';
  return [...element.childNodes]
    .map((child) => ({ child, rank: child instanceof Element ? rankOf(child) : 0 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ child }) => {
      if (child instanceof Element) return elementMarkup(child, sheet);
      if (!(child instanceof Text) || !isShown) return '';
      return textMarkup([{ node: child, style }], element, sheet);
    })
    .join('');
}

/** Whether an element holds nothing but text, some of it set differently. */
function isParagraph(element: Element): boolean {
  if (getComputedStyle(element).visibility !== 'visible') return false;
  return [...element.children].every((child) => {
    const style = getComputedStyle(child);
    const isPlain = style.opacity === '1' && style.position === 'static';
    const isBare = style.backgroundColor === 'rgba(0, 0, 0, 0)' && style.borderTopWidth === '0px';
    const isInline = style.display === 'inline' && child instanceof HTMLElement;
    return isInline && isPlain && isBare && !child.matches(SKIPPED) && isParagraph(child);
  });
}

function runsOf(element: Element): TextRun[] {
  const style = getComputedStyle(element);
  return [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return runsOf(child);
    return child instanceof Text ? [{ node: child, style }] : [];
  });
}

/** The order in which siblings cover each other. */
function rankOf(element: Element): number {
  const { position, zIndex } = getComputedStyle(element);
  if (position === 'static') return 0;
  return zIndex === 'auto' || zIndex === '0' ? 0.5 : Number(zIndex);
}

/** Cuts off what an element hides because it has no room for it. */
function clipped(
  element: HTMLElement,
  { overflowX, overflowY }: CSSStyleDeclaration,
  content: string,
  sheet: Sheet,
): string {
  const isTooWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + SLACK;
  const isTooHigh = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + SLACK;
  if (content === '' || (!isTooWide && !isTooHigh)) return content;
  const { left, top, width, height } = element.getBoundingClientRect();
  const area = tag('rect', { x: left - sheet.left, y: top - sheet.top, width, height });
  return tag('g', { 'clip-path': `url(#${sheet.define('clipPath', {}, area)})` }, content);
}
