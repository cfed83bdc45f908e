/** CSS gradients as SVG gradients. */

import { plainColour } from './colour.ts';
import { tag } from './markup.ts';

/** A box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An SVG gradient without its name. */
export interface PlainGradient {
  readonly name: 'linearGradient' | 'radialGradient';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: string;
}

interface Stop {
  readonly colour: string;
  /** Pixels along the gradient. */
  at: number | undefined;
}

const sides: Readonly<Record<string, number>> = {
  'to top': 0,
  'to right': 90,
  'to bottom': 180,
  'to left': 270,
};

/** Parts between commas that are in no parentheses. */
export function splitList(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** Undefined for what is not drawn: conic gradients and images from files. */
export function plainGradient(text: string, box: Box): PlainGradient | undefined {
  const [, repeating, kind, inside] =
    /^(repeating-)?(linear|radial)-gradient\((.*)\)$/s.exec(text.trim()) ?? [];
  if (!kind || inside === undefined) return undefined;
  const parts = splitList(inside);
  const line = kind === 'linear' ? linearLine(parts, box) : radialLine(parts, box);
  const stops = stopsOf(parts, line.length);
  const last = stops.at(-1)?.at ?? 0;
  const span = repeating ? last : line.length;
  const spread: Record<string, string> = repeating ? { spreadMethod: 'repeat' } : {};
  return {
    name: `${kind as 'linear' | 'radial'}Gradient`,
    attributes: { gradientUnits: 'userSpaceOnUse', ...line.place(span), ...spread },
    content: stops.map((stop) => stopMarkup(stop, span)).join(''),
  };
}

function stopMarkup({ colour, at = 0 }: Stop, span: number): string {
  const { hex, opacity } = plainColour(colour);
  return tag('stop', {
    offset: String(Number((span > 0 ? at / span : 0).toFixed(4))),
    'stop-color': hex,
    'stop-opacity': opacity < 1 ? opacity : undefined,
  });
}

/** The line of a linear gradient: through the middle, as long as CSS has it. */
function linearLine(parts: string[], { x, y, width, height }: Box) {
  const first = parts[0] ?? '';
  const turned = /^(-?[\d.]+)deg$/.exec(first)?.[1];
  const degrees = turned === undefined ? sides[first] : Number(turned);
  if (degrees !== undefined) parts.shift();
  const angle = ((degrees ?? 180) * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const length = Math.abs(width * dx) + Math.abs(height * dy);
  const startX = x + width / 2 - (dx * length) / 2;
  const startY = y + height / 2 - (dy * length) / 2;
  const place = (span: number): Record<string, number> => ({
    x1: startX,
    y1: startY,
    x2: startX + dx * span,
    y2: startY + dy * span,
  });
  return { length, place };
}

/** A circle around the middle that reaches the farthest corner. */
function radialLine(parts: string[], { x, y, width, height }: Box) {
  if (/^(circle|ellipse|farthest|closest|at )/.test(parts[0] ?? '')) parts.shift();
  const length = Math.hypot(width, height) / 2;
  const place = (span: number): Record<string, number> => ({
    cx: x + width / 2,
    cy: y + height / 2,
    r: span,
  });
  return { length, place };
}

/** Colours with their places; those without one lie evenly between their neighbours. */
function stopsOf(parts: readonly string[], length: number): Stop[] {
  const stops = parts.flatMap((part): Stop[] => {
    const places = part.match(/(?:\s+-?[\d.]+(?:px|%))+$/)?.[0] ?? '';
    const colour = part.slice(0, part.length - places.length).trim();
    const found = places.trim().split(/\s+/).filter(Boolean);
    if (found.length === 0) return [{ colour, at: undefined }];
    return found.map((text) => ({ colour, at: lengthOf(text, length) }));
  });
  const [first, last] = [stops[0], stops.at(-1)];
  if (first) first.at ??= 0;
  if (last) last.at ??= length;
  stops.forEach((stop, index) => {
    if (stop.at !== undefined) return;
    const before = stops[index - 1]?.at ?? 0;
    const rest = stops.slice(index);
    const next = rest.findIndex(({ at }) => at !== undefined);
    stop.at = before + ((rest[next]?.at ?? length) - before) / (next + 1);
  });
  return stops;
}

function lengthOf(text: string, whole: number): number {
  const value = Number.parseFloat(text);
  return text.endsWith('%') ? (value / 100) * whole : value;
}
