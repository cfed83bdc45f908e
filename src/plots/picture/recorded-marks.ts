/** What a recorded canvas has painted so far: shapes with their colours and lines. */

import { paintAttributes } from './colour.ts';
import type { Attributes } from './markup.ts';
import { tag } from './markup.ts';
import type { RecordedPath, Similarity } from './recorded-path.ts';
import { identity, sizeOf } from './recorded-path.ts';

/** How the next shape is painted, by the names that a canvas has for it. */
export interface CanvasStyle {
  readonly at: Similarity;
  readonly dash: readonly number[];
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly globalAlpha: number;
  readonly lineWidth: number;
  readonly lineCap: string;
  readonly lineJoin: string;
}

export const firstStyle: CanvasStyle = {
  at: identity,
  dash: [],
  fillStyle: '#000000',
  strokeStyle: '#000000',
  globalAlpha: 1,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
};

interface Mark {
  readonly path: string;
  readonly name: string;
  readonly shape: Attributes;
  paint: Attributes;
  isStroked: boolean;
}

export interface RecordedMarks {
  /** @returns false when the paint is no colour */
  fill(path: RecordedPath, style: CanvasStyle): boolean;
  stroke(path: RecordedPath, style: CanvasStyle): boolean;
  clear(): void;
  count(): number;
  markup(): string;
}

export function createRecordedMarks(): RecordedMarks {
  let marks: Mark[] = [];

  function add(path: RecordedPath, paint: Attributes, isStroked: boolean) {
    const data = path.data();
    if (data === '') return;
    const last = marks.at(-1);
    // An area and its outline are one thing in a drawing program.
    if (isStroked && last?.path === data && !last.isStroked) {
      last.paint = { ...last.paint, ...paint };
      last.isStroked = true;
      return;
    }
    const disc = path.disc();
    const shape: Attributes = disc ? { cx: disc.x, cy: disc.y, r: disc.radius } : { d: data };
    const full = isStroked ? { fill: 'none', ...paint } : paint;
    marks.push({ path: data, name: disc ? 'circle' : 'path', shape, paint: full, isStroked });
  }

  return {
    fill(path, style) {
      const paint = paintOf('fill', style.fillStyle, style);
      if (paint) add(path, paint, false);
      return paint !== undefined;
    },
    stroke(path, style) {
      const paint = paintOf('stroke', style.strokeStyle, style);
      if (paint) add(path, { ...paint, ...lineOf(style) }, true);
      return paint !== undefined;
    },
    clear() {
      marks = [];
    },
    count: () => marks.length,
    markup: () => marks.map(({ name, shape, paint }) => tag(name, { ...shape, ...paint })).join(''),
  };
}

function paintOf(
  kind: 'fill' | 'stroke',
  colour: unknown,
  { globalAlpha }: CanvasStyle,
): Attributes | undefined {
  if (typeof colour !== 'string') return undefined;
  const attributes = paintAttributes(kind, colour);
  const name = `${kind}-opacity`;
  const opacity = Number(attributes[name] ?? 1) * globalAlpha;
  return { ...attributes, [name]: opacity < 1 ? opacity : undefined };
}

function lineOf({ at, dash, lineWidth, lineCap, lineJoin }: CanvasStyle): Attributes {
  const size = sizeOf(at);
  return {
    'stroke-width': lineWidth * size,
    'stroke-linecap': lineCap === 'butt' ? undefined : lineCap,
    'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
    'stroke-dasharray': dash.map((length) => length * size).join(' ') || undefined,
  };
}
