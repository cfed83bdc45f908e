/**
 * A canvas context that remembers lines, areas and circles as SVG while it draws them as pixels.
 * It knows what the figures of this project draw with; anything else is still drawn, but makes the
 * recording incomplete, and the pixels are taken instead.
 */

import type { CanvasStyle } from './recorded-marks.ts';
import { createRecordedMarks, firstStyle } from './recorded-marks.ts';
import type { RecordedPath } from './recorded-path.ts';
import { createRecordedPath, place } from './recorded-path.ts';

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

/** Properties that are kept as they were set. */
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
  const marks = createRecordedMarks();
  let style = firstStyle;
  const kept: CanvasStyle[] = [];
  let path: RecordedPath = createRecordedPath();
  let isComplete = true;

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
      if (rule.length > 0 || !marks.fill(path, style)) isComplete = false;
    },
    stroke(...other: unknown[]) {
      if (other.length > 0 || !marks.stroke(path, style)) isComplete = false;
    },
    fillRect(x, y, width, height) {
      const area = createRecordedPath();
      area.rect(x, y, width, height, style.at);
      if (!marks.fill(area, style)) isComplete = false;
    },
    // Figures clear the whole canvas, and that before they draw.
    clearRect: () => marks.clear(),
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

  return {
    context: joined(),
    count: () => (isComplete ? marks.count() : undefined),
    markup: marks.markup,
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
