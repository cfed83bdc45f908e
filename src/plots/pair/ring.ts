/** The picture of one circle: its points, the two hands, and what the algorithm makes of them. */

import { largestRadius, meanRadius } from '../circles/scale.ts';
import { createHtml, createSvg } from '../inside/elements.ts';
import { residueColour } from '../residue-colour.ts';
import { createConstruction } from './construction.ts';
import type { PairCircle } from './data.ts';
import type { Hand, PairHands } from './geometry.ts';
import { placeOf } from './geometry.ts';
import type { PairLayout } from './layout.ts';
import type { RingFrame } from './ring-frame.ts';
import { setPixels, toPixels } from './ring-frame.ts';
import { labelCentre, spreadOnRing } from './ring-labels.ts';

export interface PairRing {
  readonly element: HTMLElement;
  /** Draws the points and gives the ring its size. */
  lay(circle: PairCircle, p: number, layout: PairLayout): void;
  /** Draws the hands. */
  draw(hands: PairHands): void;
  frame(): RingFrame;
}

/** How far the outermost points may lie outside the mean radius. */
const LARGEST_EXCESS = 1.1;
/** From a hand's end to its label. */
const LABEL_RING = 5;
const LABELS = ['a', 'b'];
const LABEL_HALF_WIDTH = 4;

export function createPairRing(): PairRing {
  const element = createHtml('div', 'pair-ring');
  const svg = createSvg('svg', { class: 'pair-ring-drawing', 'aria-hidden': 'true' });
  const guide = createSvg('circle', { class: 'pair-guide' });
  const points = createSvg('g', { class: 'pair-points' });
  const construction = createConstruction();
  const hands = ['a', 'b'].map(() => createSvg('line', { class: 'pair-hand' }));
  const ends = ['a', 'b'].map(() => createSvg('circle', { class: 'pair-hand-end', r: 4 }));
  const answer = createSvg('circle', { class: 'pair-answer', r: 5 });
  const labels = LABELS.map((text) => {
    const label = createSvg('text', { class: 'pair-ring-label', dy: '0.34em' });
    label.textContent = text;
    return label;
  });
  svg.append(guide, points, construction.element, ...hands, ...ends, answer, ...labels);
  element.append(svg);
  let frame: RingFrame = { centreX: 0, centreY: 0, unit: 1 };

  function placeLabels(drawn: readonly Hand[]) {
    const wished = drawn.map(({ angle }) => ({ angle, halfWidth: LABEL_HALF_WIDTH }));
    const clear = drawn.map(({ radius }) => radius * frame.unit + LABEL_RING);
    spreadOnRing(wished, Math.max(...clear)).forEach((angle, index) => {
      const { x, y } = labelCentre(angle, LABEL_HALF_WIDTH, clear[index] ?? 0);
      setPixels(labels[index], { x: frame.centreX + x, y: frame.centreY - y });
    });
  }

  return {
    element,
    frame: () => frame,
    lay({ k, points: coordinates }, p, { ring, radius }) {
      const mean = meanRadius(coordinates) || 1;
      const excess = Math.max(1, largestRadius(coordinates) / mean / LARGEST_EXCESS);
      frame = { centreX: ring.width / 2, centreY: ring.height / 2, unit: radius / excess };
      setPixels(svg, { width: ring.width, height: ring.height });
      const { centreX: cx, centreY: cy, unit } = frame;
      setPixels(guide, { cx, cy, r: unit });
      const size = Math.min(3, Math.max(1, (2.4 * unit) / p));
      points.replaceChildren(
        ...Array.from({ length: coordinates.length / 2 }, (_, t) => {
          const place = {
            x: (coordinates[2 * t] as number) / mean,
            y: (coordinates[2 * t + 1] as number) / mean,
          };
          const { x, y } = toPixels(place, frame);
          const point = createSvg('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: size });
          point.style.fill = residueColour(k, t, p);
          return point;
        }),
      );
    },
    draw(pair) {
      const { centreX, centreY } = frame;
      [pair.a, pair.b].forEach((hand, index) => {
        const { x, y } = toPixels(placeOf(hand), frame);
        setPixels(hands[index], { x1: centreX, y1: centreY, x2: x, y2: y });
        setPixels(ends[index], { cx: x, cy: y });
      });
      const { x, y } = toPixels(placeOf(pair.answer), frame);
      setPixels(answer, { cx: x, cy: y });
      construction.draw(pair, frame);
      placeLabels([pair.a, pair.b]);
    },
  };
}
