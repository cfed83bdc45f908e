/**
 * What an algorithm draws from two hands. Pizza: the midpoint, and the ray through it, whose angle
 * is half of the answer's. Clock: the hand of a turned on by the angle of b. Which of them shows is
 * decided by the row's data-verdict in the style sheet.
 */

import { createSvg } from '../inside/elements.ts';
import type { PairHands, Place } from './geometry.ts';
import { isNearCentre, midpoint, placeOf, rayAngle } from './geometry.ts';
import type { RingFrame } from './ring-frame.ts';
import { setPixels, toPixels } from './ring-frame.ts';

export interface Construction {
  readonly element: SVGGElement;
  draw(hands: PairHands, frame: RingFrame): void;
}

/** Radii of the arcs that show angles, in mean radii. */
const HALF_ARC = 0.34;
const DOUBLE_ARC = 0.46;
const B_ARC = 0.28;
const TURN_ARC = 0.46;

export function createConstruction(): Construction {
  const element = createSvg('g', {});
  const pizza = createSvg('g', { class: 'pair-pizza' });
  const clock = createSvg('g', { class: 'pair-clock' });
  const chord = line('pair-chord');
  const faint = line('pair-ray-faint');
  const ray = line('pair-ray');
  const half = path('pair-angle');
  const double = path('pair-angle');
  const middle = createSvg('circle', { class: 'pair-middle', r: 4 });
  const angle = path('pair-angle');
  const turn = path('pair-angle');
  const hand = line('pair-clock-hand');
  pizza.append(chord, faint, ray, half, double, middle);
  clock.append(angle, turn, hand);
  element.append(clock, pizza);

  return {
    element,
    draw(hands, frame) {
      const centre = { x: 0, y: 0 };
      drawLine(chord, placeOf(hands.a), placeOf(hands.b), frame);
      const place = midpoint(hands.a, hands.b);
      const isLost = isNearCentre(place);
      const direction = Math.atan2(place.y, place.x);
      drawLine(ray, centre, placeOf({ angle: direction, radius: 1 }), frame);
      drawLine(faint, centre, placeOf({ angle: direction + Math.PI, radius: 1 }), frame);
      const { x, y } = toPixels(place, frame);
      setPixels(middle, { cx: x, cy: y });
      pizza.classList.toggle('pair-lost', isLost);
      const slant = rayAngle(place);
      half.setAttribute('d', arcPath(0, slant, HALF_ARC, frame));
      double.setAttribute('d', arcPath(0, 2 * slant, DOUBLE_ARC, frame, true));

      const { clockAngle, turn: by } = hands;
      drawLine(hand, centre, placeOf({ angle: clockAngle, radius: 1 }), frame);
      angle.setAttribute('d', arcPath(0, by, B_ARC, frame));
      turn.setAttribute('d', arcPath(clockAngle - by, clockAngle, TURN_ARC, frame, true));
    },
  };
}

/**
 * An arc around the centre as an SVG path, with an arrowhead at its end where it is long enough.
 *
 * @param from angle, in radians counterclockwise @param radius in mean radii
 */
export function arcPath(
  from: number,
  to: number,
  radius: number,
  frame: RingFrame,
  hasHead = false,
): string {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 0.12));
  const points = Array.from({ length: steps + 1 }, (_, index) =>
    toPixels(placeOf({ angle: from + ((to - from) * index) / steps, radius }), frame),
  );
  const body = `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
  if (!hasHead || Math.abs(to - from) < 0.3) return body;
  const tip = points.at(-1) as Place;
  const heading = to + (Math.sign(to - from) * Math.PI) / 2;
  const wings = [-1, 1].map((side) => {
    const back = heading + Math.PI + side * 0.5;
    return `${(tip.x + 5 * Math.cos(back)).toFixed(1)},${(tip.y - 5 * Math.sin(back)).toFixed(1)}`;
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

function path(className: string): SVGPathElement {
  return createSvg('path', { class: className });
}
