/**
 * A drawing of the page, which is SVG already, as SVG that needs no style sheet: what CSS says about
 * an element is written on it.
 */

import { shapePaint } from './drawing-style.ts';
import { drawnTextMarkup } from './drawing-text.ts';
import { boxMarkup } from './html-box.ts';
import type { Attributes } from './markup.ts';
import { group, shift, short, tag } from './markup.ts';
import type { Sheet } from './sheet.ts';

/** Attributes that make an element's shape and place. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  path: ['d', 'pathLength'],
  circle: ['cx', 'cy', 'r', 'pathLength'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  polyline: ['points'],
  polygon: ['points'],
};

/** Elements that others refer to, with their attributes. */
const definitions: Readonly<Record<string, readonly string[]>> = {
  clipPath: ['clipPathUnits'],
  pattern: ['x', 'y', 'width', 'height', 'patternUnits', 'patternTransform'],
};

/** A drawing in its place. */
export function drawingMarkup(
  svg: SVGSVGElement,
  style: CSSStyleDeclaration,
  sheet: Sheet,
): string {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const box = { x: left - sheet.left, y: top - sheet.top, width, height };
  const matrix = svg.getScreenCTM();
  if (!matrix || width === 0 || height === 0) return '';
  const ground = style.visibility === 'visible' ? boxMarkup(box, style, sheet) : '';
  const moved = { e: matrix.e - sheet.left, f: matrix.f - sheet.top };
  const { a, b, c, d } = matrix;
  const content = childrenMarkup(svg, sheet);
  const inner = group({ transform: transformText({ a, b, c, d, ...moved }) }, content);
  const attributes: Attributes = {
    opacity: style.opacity === '1' ? undefined : style.opacity,
    'clip-path': style.overflowX === 'visible' ? undefined : clipOf(svg, box, sheet),
  };
  return ground + group(attributes, inner);
}

/** Cuts a drawing at its edges when it reaches beyond them. */
function clipOf(
  svg: SVGSVGElement,
  box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  sheet: Sheet,
): string | undefined {
  const { left, right, top, bottom } = svg.getBoundingClientRect();
  const isBeyond = [...svg.children].some((child) => {
    const inner = child.getBoundingClientRect();
    if (inner.width === 0 && inner.height === 0) return false;
    return inner.left < left || inner.right > right || inner.top < top || inner.bottom > bottom;
  });
  return isBeyond ? `url(#${sheet.define('clipPath', {}, tag('rect', { ...box }))})` : undefined;
}

function childrenMarkup(element: Element, sheet: Sheet): string {
  return [...element.children].map((child) => markOf(child, sheet)).join('');
}

function markOf(element: Element, sheet: Sheet): string {
  const name = element.localName;
  if (!(element instanceof SVGElement)) return '';
  const inDefinition = definitions[name];
  if (inDefinition) {
    const id = element.id ? sheet.nameOf(element.id) : undefined;
    return tag(name, { id, ...copied(element, inDefinition) }, childrenMarkup(element, sheet));
  }
  if (name === 'defs') return childrenMarkup(element, sheet);
  if (!(element instanceof SVGGraphicsElement)) return '';
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0') return '';
  const own: Attributes = {
    transform: ownTransform(element, style),
    opacity: style.opacity === '1' ? undefined : style.opacity,
    'clip-path': reference(style.clipPath, sheet),
  };
  if (element instanceof SVGTextElement) return group(own, drawnTextMarkup(element, style, sheet));
  const shape = shapes[name];
  if (!shape) return group(own, childrenMarkup(element, sheet));
  if (style.visibility !== 'visible') return '';
  const paint = shapePaint(style, name === 'line', (id) => sheet.nameOf(id));
  return paint ? tag(name, { ...copied(element, shape), ...own, ...paint }) : '';
}

function copied(element: Element, names: readonly string[]): Attributes {
  return Object.fromEntries(
    names.map((name) => [name, rounded(element.getAttribute(name)) ?? undefined]),
  );
}

/** Numbers of a path with fewer digits. */
function rounded(text: string | null): string | undefined {
  return text?.replace(/-?\d*\.\d{4,}(?:e[-+]?\d+)?/g, (digits) =>
    String(Number(Number(digits).toFixed(3))),
  );
}

/** "url(#name)" with the picture's name. */
function reference(text: string, sheet: Sheet): string | undefined {
  const [, id] = /^url\(["']?#([^"')]+)["']?\)/.exec(text) ?? [];
  return id === undefined ? undefined : `url(#${sheet.nameOf(id)})`;
}

function ownTransform(element: SVGGraphicsElement, style: CSSStyleDeclaration): string | undefined {
  const attribute = rounded(element.getAttribute('transform'));
  if (attribute) return attribute;
  if (style.transform === 'none' || style.transform === '') return undefined;
  const parent = element.parentElement;
  const outer = parent instanceof SVGGraphicsElement ? parent.getScreenCTM() : null;
  const inner = element.getScreenCTM();
  return outer && inner ? transformText(outer.inverse().multiply(inner)) : undefined;
}

function transformText({ a, b, c, d, e, f }: Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd' | 'e' | 'f'>) {
  const isShift = a === 1 && b === 0 && c === 0 && d === 1;
  if (isShift) return shift(e, f);
  const turn = [a, b, c, d].map((part) => Number(part.toFixed(5)));
  return `matrix(${[...turn, short(e), short(f)].join(' ')})`;
}
