/** The circle of the Pizza algorithm: two points, their midpoint, and the ray that halves. */

import { createHtml, createSvg } from '../../inside/elements.ts';
import { arcPath } from '../../pair/construction.ts';
import type { Place } from '../../pair/geometry.ts';
import { isNearCentre, midpoint, placeOf, rayEnds } from '../../pair/geometry.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { setPixels, toPixels } from '../../pair/ring-frame.ts';
import { createResidueRing } from '../shared/residue-ring.ts';
import type { PizzaAlgorithmData } from './data.ts';
import { rayAngle } from './geometry.ts';
import type { RingBox } from './layout.ts';
import type { PizzaMoment } from './motion.ts';
import { createRingMarks } from './ring-marks.ts';
import { createSlicesDrawing } from './slices-drawing.ts';
import { signedLength } from './votes.ts';

export interface PizzaRing {
  readonly element: HTMLElement;
  resize(box: RingBox): void;
  /** Draws what depends on the circle only. */
  lay(data: PizzaAlgorithmData): void;
  draw(data: PizzaAlgorithmData, moment: PizzaMoment, answer: number): void;
  frame(): RingFrame;
}

const CENTRE: Place = { x: 0, y: 0 };
/** Radius of the two equal arcs that double the ray's angle, in radii of the circle. */
const DOUBLING = 0.3;
/** Where the signs of both ends of the ray stand, in radii. */
const SIGN = 0.8;

export function createPizzaRing(): PizzaRing {
  const element = createHtml('div', 'pizza-algorithm-ring');
  const svg = createSvg('svg', { class: 'explainer-drawing', 'aria-hidden': 'true' });
  const ring = createResidueRing();
  const slices = createSlicesDrawing();
  const part = <Tag extends 'line' | 'circle' | 'path' | 'text'>(tag: Tag, name: string) =>
    createSvg(tag, { class: `pizza-algorithm-${name}` });
  const zero = part('line', 'zero');
  const arcs = ['to the ray', 'as far again'].map(() => part('path', 'doubling'));
  const chord = part('line', 'chord');
  const dashed = part('line', 'ray-back');
  const ray = part('line', 'ray');
  const middle = part('circle', 'middle');
  const answerDot = part('circle', 'answer');
  const ends = ['a', 'b'].map(() => part('circle', 'end'));
  const signs = ['+', '−'].map((sign) => {
    const text = part('text', 'sign');
    text.textContent = sign;
    text.setAttribute('dy', '0.34em');
    return text;
  });
  const marks = createRingMarks(['pizza-algorithm-input', 'pizza-algorithm-input', '']);
  setPixels(middle, { r: 5 });
  setPixels(answerDot, { r: 7 });
  for (const end of ends) setPixels(end, { r: 5.5 });
  svg.append(slices.element, ring.element, zero, ...arcs, chord, dashed, ray, answerDot);
  svg.append(...ends, middle, ...signs, marks.element);
  element.append(svg);
  let frame: RingFrame = { centreX: 0, centreY: 0, unit: 1 };

  function connect(line: Element, from: Place, to: Place) {
    const [start, end] = [toPixels(from, frame), toPixels(to, frame)];
    setPixels(line, { x1: start.x, y1: start.y, x2: end.x, y2: end.y });
  }

  /** The near side, where half of both angles' sum points, is +; votes there have the right sign. */
  function drawSigns(data: PizzaAlgorithmData, angle: number) {
    const near = signedLength(data) < 0 ? angle + Math.PI : angle;
    signs.forEach((text, index) => {
      const side = near + index * Math.PI;
      const beside = placeOf({ angle: side + 0.14, radius: SIGN });
      const { x, y } = toPixels(beside, frame);
      setPixels(text, { x, y });
      text.style.display = data.absolute ? 'none' : '';
    });
  }

  return {
    element,
    frame: () => frame,
    resize(box) {
      if (frame === box.frame) return;
      frame = box.frame;
      setPixels(svg, { width: box.width, height: box.height });
      element.style.width = `${box.width}px`;
      element.style.height = `${box.height}px`;
    },
    lay({ k, p }) {
      if (ring.lay(k, p, frame)) slices.lay(k, p, frame);
    },
    draw(data, moment, answer) {
      const hands = { a: { angle: moment.a, radius: 1 }, b: { angle: moment.b, radius: 1 } };
      const [a, b] = [placeOf(hands.a), placeOf(hands.b)];
      const place = midpoint(hands.a, hands.b);
      const angle = rayAngle(place);
      const { front, back } = rayEnds(place);
      svg.classList.toggle('pizza-algorithm-blind', isNearCentre(place));
      connect(zero, CENTRE, { x: 1, y: 0 });
      connect(chord, a, b);
      connect(ray, CENTRE, front);
      connect(dashed, CENTRE, back);
      arcs.forEach((arc, index) => {
        arc.setAttribute('d', arcPath(index * angle, (index + 1) * angle, DOUBLING, frame));
      });
      slices.draw(angle, answer);
      drawSigns(data, angle);
      const sum = { angle: moment.a + moment.b, radius: 1 };
      for (const [circle, at] of [
        [middle, place],
        [answerDot, placeOf(sum)],
        [ends[0], a],
        [ends[1], b],
      ] as const) {
        const { x, y } = toPixels(at, frame);
        setPixels(circle, { cx: x, cy: y });
      }
      marks.draw(
        [
          { angle: moment.a, letter: 'a', number: String(data.a) },
          { angle: moment.b, letter: 'b', number: String(data.b) },
          { angle: sum.angle, letter: '', number: String(answer) },
        ],
        frame,
      );
    },
  };
}
