/** The hand of a, the arc of b that goes on from its end, and the hand of their sum. */

import { createSvg } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import type { Dial, Place } from '../shared/dial.ts';
import { arcPath, placeOn } from '../shared/dial.ts';
import type { HandName } from '../shared/dial-grips.ts';
import type { HandTurns } from '../shared/glide.ts';
import type { FaceLayout } from './layout.ts';
import { partAtTop } from './layout.ts';

export interface FaceHands {
  readonly element: SVGGElement;
  /** @returns where the hands' grips are */
  draw(turns: HandTurns, layout: FaceLayout): Readonly<Record<HandName, Place>>;
}

/** Radius of the discs by which a and b are held. */
const KNOB_RADIUS = 10;
/** The gate at the top reaches this far to both sides of the arc. */
const GATE = 9;

export function createFaceHands(): FaceHands {
  const element = createSvg('g', {});
  const zero = createSvg('line', { class: 'clock-face-zero' });
  const way = createSvg('path', { class: 'clock-face-way' });
  const hand = createSvg('line', { class: 'clock-face-hand' });
  const before = createSvg('path', { class: 'clock-face-arc' });
  const past = createSvg('path', { class: 'clock-face-arc clock-face-arc-past' });
  const gate = createSvg('line', { class: 'clock-face-gate' });
  const sum = createSvg('line', { class: 'clock-face-sum-hand' });
  const pin = createSvg('circle', { class: 'clock-face-pin', r: 4 });
  const knobs = { a: createKnob('a'), b: createKnob('b') };
  element.append(zero, way, before, past, gate, hand, sum, pin, knobs.a.element, knobs.b.element);

  return {
    element,
    draw({ a, b }, { dial, reach, knob }) {
      const end = a + b;
      drawLine(zero, dial, 0, 0, reach + GATE);
      way.setAttribute('d', arcPath(dial, 0, a, knob));
      drawLine(hand, dial, a, 0, reach);
      const parts = partAtTop(a, b);
      before.setAttribute('d', arcPath(dial, parts.before.from, parts.before.to, reach));
      past.setAttribute(
        'd',
        parts.past ? arcPath(dial, parts.past.from, parts.past.to, reach) : '',
      );
      drawLine(gate, dial, 0, reach - GATE, reach + GATE);
      gate.style.display = parts.past ? '' : 'none';
      drawLine(sum, dial, end, 0, reach);
      setPixels(pin, { cx: dial.centreX, cy: dial.centreY });
      const ends = { a: placeOn(dial, a, knob), b: placeOn(dial, end, reach) };
      knobs.a.place(ends.a);
      knobs.b.place(ends.b);
      return ends;
    },
  };
}

function drawLine(line: SVGLineElement, dial: Dial, turn: number, from: number, to: number): void {
  const [start, end] = [placeOn(dial, turn, from), placeOn(dial, turn, to)];
  setPixels(line, { x1: start.x, y1: start.y, x2: end.x, y2: end.y });
}

function createKnob(name: HandName) {
  const element = createSvg('g', { class: `clock-face-knob clock-face-knob-${name}` });
  const disc = createSvg('circle', { r: KNOB_RADIUS });
  const letter = createSvg('text', { dy: '0.32em' });
  letter.textContent = name;
  element.append(disc, letter);
  return {
    element,
    place({ x, y }: Place) {
      element.setAttribute('transform', `translate(${x.toFixed(1)},${y.toFixed(1)})`);
    },
  };
}
