/**
 * A canvas context that remembers lines, areas and circles as SVG while it draws them as pixels.
 * It knows what the figures of this project draw with; anything else is still drawn, but makes the
 * recording incomplete, and the pixels are taken instead.
 */

import { paintAttributes } from './colour.ts';
import type { Attributes } from './markup.ts';
import { tag } from './markup.ts';
import type { RecordedPath, Similarity } from './recorded-path.ts';
import { createRecordedPath, identity, place, sizeOf } from './recorded-path.ts';

/** What is recorded, with the names and meanings that they have on a canvas. */
type RecordedCalls = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'rect'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'clearRect'
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'rotate'
  | 'setLineDash'
>;

interface Style {
  readonly at: Similarity;
  readonly dash: readonly number[];
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly globalAlpha: number;
  readonly lineWidth: number;
  readonly lineCap: string;
  readonly lineJoin: string;
}

/** A shape with what paints it. */
interface Mark {
  readonly path: string;
  readonly name: string;
  readonly shape: Attributes;
  paint: Attributes;
  isStroked: boolean;
}

const firstStyle: Style = {
  at: identity,
  dash: [],
  fillStyle: '#000000',
  strokeStyle: '#000000',
  globalAlpha: 1,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
};
const properties: readonly string[] = Object.keys(firstStyle).filter(
  (name) => name !== 'at' && name !== 'dash',
);

/** What a canvas drew. */
export interface Recording {
  /** To be drawn with. */
  readonly context: CanvasRenderingContext2D;
  /** Number of marks; undefined when something was drawn that is not recorded. */
  count(): number | undefined;
  /** The marks as SVG, in the canvas's pixels. */
  markup(): string;
}

/** @param pixels draws the same as pixels; left out, nothing does */
export function createRecording(pixels?: CanvasRenderingContext2D): Recording {
  let style = firstStyle;
  let kept: Style[] = [];
  let path: RecordedPath = createRecordedPath();
  let marks: Mark[] = [];
  let isComplete = true;

  function paint(kind: 'fill' | 'stroke', colour: unknown): Attributes {
    if (typeof colour !== 'string') {
      isComplete = false;
      return {};
    }
    const attributes = paintAttributes(kind, colour);
    const name = `${kind}-opacity`;
    const opacity = Number(attributes[name] ?? 1) * style.globalAlpha;
    return { ...attributes, [name]: opacity < 1 ? opacity : undefined };
  }

  function strokePaint(): Attributes {
    const size = sizeOf(style.at);
    const dash = style.dash.map((length) => length * size).join(' ');
    return {
      ...paint('stroke', style.strokeStyle),
      'stroke-width': style.lineWidth * size,
      'stroke-linecap': style.lineCap === 'butt' ? undefined : style.lineCap,
      'stroke-linejoin': style.lineJoin === 'miter' ? undefined : style.lineJoin,
      'stroke-dasharray': dash || undefined,
    };
  }

  function addPath(paints: Attributes, isStroked: boolean) {
    const data = path.data();
    const last = marks.at(-1);
    if (data === '') return;
    // An area and its outline are one thing in a drawing program.
    if (isStroked && last?.path === data && !last.isStroked) {
      last.paint = { ...last.paint, ...paints };
      last.isStroked = true;
      return;
    }
    const disc = path.disc();
    const shape = disc ? { cx: disc.x, cy: disc.y, r: disc.radius } : { d: data };
    const added = isStroked ? { fill: 'none', ...paints } : paints;
    marks.push({ path: data, name: disc ? 'circle' : 'path', shape, paint: added, isStroked });
  }

  function transform(a: number, b: number, x: number, y: number) {
    const [e, f] = place(style.at, x, y);
    const { at } = style;
    style = { ...style, at: { a: at.a * a - at.b * b, b: at.b * a + at.a * b, e, f } };
  }

  const calls: RecordedCalls = {
    beginPath() {
      path = createRecordedPath();
    },
    closePath: () => path.close(),
    moveTo: (x, y) => path.moveTo(x, y, style.at),
    lineTo: (x, y) => path.lineTo(x, y, style.at),
    arc: (x, y, radius, from, to, counter = false) =>
      path.arc(x, y, radius, from, to, counter, style.at),
    rect: (x, y, width, height) => path.rect(x, y, width, height, style.at),
    fill(...rule: unknown[]) {
      if (rule.length > 0) isComplete = false;
      else addPath(paint('fill', style.fillStyle), false);
    },
    stroke(...other: unknown[]) {
      if (other.length > 0) isComplete = false;
      else addPath(strokePaint(), true);
    },
    fillRect(x, y, width, height) {
      const before = path;
      path = createRecordedPath();
      path.rect(x, y, width, height, style.at);
      addPath(paint('fill', style.fillStyle), false);
      path = before;
    },
    clearRect() {
      // Figures clear the whole canvas, and that before they draw.
      marks = [];
    },
    save() {
      kept.push(style);
    },
    restore() {
      style = kept.pop() ?? style;
    },
    translate: (x, y) => transform(1, 0, x, y),
    scale(x, y) {
      if (x === y && x > 0) transform(x, 0, 0, 0);
      else isComplete = false;
    },
    rotate: (angle) => transform(Math.cos(angle), Math.sin(angle), 0, 0),
    setLineDash(dash) {
      style = { ...style, dash: [...dash] };
    },
  };

  kept = [];
  return {
    context: joined(),
    count: () => (isComplete ? marks.length : undefined),
    markup: () =>
      marks.map(({ name, shape, paint: paints }) => tag(name, { ...shape, ...paints })).join(''),
  };

  /** One context for both: every call and property goes to the recording and to the pixels. */
  function joined(): CanvasRenderingContext2D {
    const target = pixels ?? ({} as CanvasRenderingContext2D);
    return new Proxy(target, {
      get(_, name) {
        const call: unknown = Reflect.get(calls, name);
        const real: unknown = Reflect.get(target, name);
        if (typeof call !== 'function') {
          if (properties.includes(String(name))) return Reflect.get(style, name);
          if (typeof real === 'function') isComplete = false;
          return typeof real === 'function' ? real.bind(target) : real;
        }
        return (...values: unknown[]) => {
          Reflect.apply(call, calls, values);
          if (typeof real === 'function') Reflect.apply(real, target, values);
        };
      },
      set(_, name, value) {
        if (properties.includes(String(name))) style = { ...style, [String(name)]: value };
        else isComplete = false;
        return pixels ? Reflect.set(target, name, value) : true;
      },
    });
  }
}
