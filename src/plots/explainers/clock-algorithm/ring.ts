/** The circle: its residues, the hands of a and b, and the Clock's hand. */

import { approximateTextWidth } from '../../curves/label-layout.ts';
import { createSvg, writeText } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import { labelCentre, spreadOnRing } from '../../pair/ring-labels.ts';
import { residueColour } from '../../residue-colour.ts';
import type { Dial, Place } from '../shared/dial.ts';
import { arcPath, arrowHead, placeOn } from '../shared/dial.ts';
import type { HandName } from '../shared/dial-grips.ts';
import type { HandTurns } from '../shared/glide.ts';
import { presenceOf, residueTurn } from './geometry.ts';
import type { RingLayout } from './layout.ts';

export interface ClockRing {
  readonly element: SVGSVGElement;
  /** Draws the residues of a circle. */
  lay(p: number, k: number, layout: RingLayout): void;
  /**
   * Draws the hands.
   *
   * @param votes of the Clock's hand, length p
   * @param labels of a, b and the answer
   * @returns where the hands' ends are
   */
  draw(
    turns: HandTurns,
    votes: ArrayLike<number>,
    labels: readonly string[],
  ): Readonly<Record<HandName, Place>>;
}

/** Radii of the arcs, in radii of the circle. */
const ARC = { a: 0.24, b: 0.33, clock: 0.56 };
/** From a hand's end to its label. */
const LABEL_CLEARANCE = 13;
const LABEL_SIZE = 13;
/** An arc shorter than this, in turns, has no room for an arrowhead. */
const SHORT_ARC = 0.02;

export function createClockRing(): ClockRing {
  const element = createSvg('svg', { class: 'explainer-drawing', role: 'img' });
  const guide = createSvg('circle', { class: 'clock-algorithm-guide' });
  const zero = createSvg('line', { class: 'clock-algorithm-zero' });
  const points = createSvg('g', {});
  const arcs = {
    a: createSvg('path', { class: 'clock-algorithm-arc' }),
    b: createSvg('path', { class: 'clock-algorithm-arc' }),
    clock: createSvg('path', { class: 'clock-algorithm-turn' }),
  };
  const clockHand = createSvg('line', { class: 'clock-algorithm-clock-hand' });
  const clockEnd = createSvg('circle', { class: 'clock-algorithm-clock-end', r: 7 });
  const hands = ['a', 'b'].map(() => createSvg('line', { class: 'clock-algorithm-hand' }));
  const ends = ['a', 'b'].map(() => createSvg('circle', { class: 'clock-algorithm-end', r: 5 }));
  const pin = createSvg('circle', { class: 'clock-algorithm-pin', r: 3 });
  const texts = ['', '', ' clock-algorithm-answer'].map((extra) =>
    createSvg('text', { class: `clock-algorithm-label${extra}`, dy: '0.34em' }),
  );
  element.append(guide, zero, points, arcs.a, arcs.b, arcs.clock, ...hands);
  element.append(clockHand, clockEnd, ...ends, pin, ...texts);
  let layout: RingLayout | undefined;

  function placeLabels(
    turns: readonly number[],
    words: readonly string[],
    { dial, radius }: RingLayout,
  ) {
    const labels = turns.map((turn, index) => ({
      angle: 2 * Math.PI * turn,
      halfWidth: approximateTextWidth(words[index] ?? '', LABEL_SIZE) / 2,
    }));
    const clear = radius + LABEL_CLEARANCE;
    const padded = labels.map(({ angle, halfWidth }) => ({ angle, halfWidth: halfWidth + 5 }));
    spreadOnRing(padded, clear).forEach((angle, index) => {
      const { x, y } = labelCentre(angle, labels[index]?.halfWidth ?? 0, clear);
      const text = texts[index] as SVGTextElement;
      writeText(text, words[index] ?? '');
      setPixels(text, { x: dial.centreX + x, y: dial.centreY - y });
    });
  }

  return {
    element,
    lay(p, k, next) {
      layout = next;
      const { dial, radius, width, height } = next;
      setPixels(element, { width, height });
      setPixels(guide, { cx: dial.centreX, cy: dial.centreY, r: radius });
      drawRadius(zero, dial, 0, radius);
      setPixels(pin, { cx: dial.centreX, cy: dial.centreY });
      const size = Math.min(4.5, Math.max(1.2, (2.4 * radius) / p));
      points.replaceChildren(
        ...Array.from({ length: p }, (_, t) => {
          const { x, y } = placeOn(dial, residueTurn(k, t, p), radius);
          const point = createSvg('circle', {});
          setPixels(point, { cx: x, cy: y, r: size });
          point.style.fill = residueColour(k, t, p);
          return point;
        }),
      );
    },
    draw({ a, b }, votes, labels) {
      if (!layout) return { a: { x: 0, y: 0 }, b: { x: 0, y: 0 } };
      const { dial, radius } = layout;
      for (let t = 0; t < points.children.length; t++) {
        points.children[t]?.setAttribute('opacity', presenceOf(votes[t] ?? 0).toFixed(2));
      }
      const places = [a, b].map((turn) => placeOn(dial, turn, radius)) as [Place, Place];
      places.forEach(({ x, y }, index) => {
        setPixels(ends[index], { cx: x, cy: y });
      });
      drawRadius(hands[0], dial, a, radius);
      drawRadius(hands[1], dial, b, radius);
      arcs.a.setAttribute('d', arcWithHead(dial, 0, a, ARC.a * radius));
      arcs.b.setAttribute('d', arcWithHead(dial, 0, b, ARC.b * radius));
      arcs.clock.setAttribute('d', arcWithHead(dial, a, a + b, ARC.clock * radius));
      drawRadius(clockHand, dial, a + b, radius);
      const end = placeOn(dial, a + b, radius);
      setPixels(clockEnd, { cx: end.x, cy: end.y });
      placeLabels([a, b, a + b], labels, layout);
      return { a: places[0], b: places[1] };
    },
  };
}

function arcWithHead(dial: Dial, from: number, to: number, radius: number): string {
  const head = to - from > SHORT_ARC ? arrowHead(dial, to, radius) : '';
  return arcPath(dial, from, to, radius) + head;
}

function drawRadius(line: SVGLineElement | undefined, dial: Dial, turn: number, radius: number) {
  const { x, y } = placeOn(dial, turn, radius);
  setPixels(line, { x1: dial.centreX, y1: dial.centreY, x2: x, y2: y });
}
