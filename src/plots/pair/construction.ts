/**
 * What an algorithm draws from two hands. Pizza: chord, midpoint, and the ray through it, on which
 * the absolute value leaves both directions open. Clock: the hand of a turned on by the angle of b.
 * Which of them shows is decided by the row's data-verdict in the style sheet.
 */

import { createSvg } from '../inside/elements.ts';
import type { PairHands, Place } from './geometry.ts';
import { isNearCentre, midpoint, placeOf, rayEnds } from './geometry.ts';
import type { RingFrame } from './ring-frame.ts';
import { setPixels, toPixels } from './ring-frame.ts';

export interface Construction {
  readonly element: SVGGElement;
  draw(hands: PairHands, frame: RingFrame): void;
}

/** Radius of the arc from a's hand to the turned one, in mean radii. */
const TURN_ARC = 0.42;

const CENTRE: Place = { x: 0, y: 0 };

export function createConstruction(): Construction {
  const element = createSvg('g', {});
  const pizza = createSvg('g', { class: 'pair-pizza' });
  const clock = createSvg('g', { class: 'pair-clock' });
  const chord = line('pair-chord');
  const faint = line('pair-ray-faint');
  const ray = line('pair-ray');
  const middle = createSvg('circle', { class: 'pair-middle', r: 3.5 });
  const turn = createSvg('path', { class: 'pair-turn' });
  const hand = line('pair-clock-hand');
  pizza.append(chord, faint, ray, middle);
  clock.append(turn, hand);
  element.append(clock, pizza);

  return {
    element,
    draw(hands, frame) {
      drawLine(chord, placeOf(hands.a), placeOf(hands.b), frame);
      const place = midpoint(hands.a, hands.b);
      const { front, back } = rayEnds(place);
      drawLine(ray, CENTRE, front, frame);
      drawLine(faint, CENTRE, back, frame);
      const { x, y } = toPixels(place, frame);
      setPixels(middle, { cx: x, cy: y });
      pizza.classList.toggle('pair-lost', isNearCentre(place));

      const { clockAngle, turn: by } = hands;
      drawLine(hand, CENTRE, placeOf({ angle: clockAngle, radius: 1 }), frame);
      turn.setAttribute('d', arcPath(clockAngle - by, clockAngle, TURN_ARC, frame));
    },
  };
}

/**
 * An arc around the centre as an SVG path, with an arrowhead at its end where it is long enough.
 *
 * @param from angle, in radians counterclockwise @param radius in mean radii
 */
export function arcPath(from: number, to: number, radius: number, frame: RingFrame): string {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 0.12));
  const points = Array.from({ length: steps + 1 }, (_, index) =>
    toPixels(placeOf({ angle: from + ((to - from) * index) / steps, radius }), frame),
  );
  const body = `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
  if (Math.abs(to - from) < 0.4) return body;
  const tip = points.at(-1) as Place;
  const heading = to + (Math.sign(to - from) * Math.PI) / 2;
  const wings = [-1, 1].map((side) => {
    const back = heading + Math.PI + side * 0.5;
    return `${(tip.x + 4.5 * Math.cos(back)).toFixed(1)},${(tip.y - 4.5 * Math.sin(back)).toFixed(1)}`;
  });
  return `${body}M${wings[0]}L${tip.x.toFixed(1)},${tip.y.toFixed(1)}L${wings[1]}`;
}

function drawLine(element: Element, from: Place, to: Place, frame: RingFrame): void {
  const [start, end] = [toPixels(from, frame), toPixels(to, frame)];
  setPixels(element, { x1: start.x, y1: start.y, x2: end.x, y2: end.y });
}

function line(className: string): SVGLineElement {
  return createSvg('line', { class: className });
}
