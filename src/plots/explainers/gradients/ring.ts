/** The circle with both inputs, the answer asked about, and an arrow from each input. */

import { approximateTextWidth } from '../../curves/label-layout.ts';
import { createHtml, createSvg, writeText } from '../../inside/elements.ts';
import type { Place } from '../../pair/geometry.ts';
import { placeOf } from '../../pair/geometry.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { setPixels, toPixels } from '../../pair/ring-frame.ts';
import { residueColour } from '../../residue-colour.ts';
import { createResidueRing } from '../shared/residue-ring.ts';
import { arrowPath } from './arrow.ts';
import type { GradientsData, MarkName } from './data.ts';
import { placeLabel } from './labels.ts';
import type { GradientsLayout } from './layout.ts';
import { ARROW } from './layout.ts';
import type { LogitGradients } from './logits.ts';
import type { MarkAngles } from './motion.ts';

export interface GradientsRing {
  readonly element: HTMLElement;
  resize(layout: GradientsLayout): void;
  draw(data: GradientsData, angles: MarkAngles, gradients: LogitGradients): void;
  frame(): RingFrame;
}

/** The answer's mark stands outside the rim, so that no input can hide it. In radii. */
export const ANSWER_RADIUS = 1.15;
type MarkPlaces = Readonly<Record<MarkName, { readonly at: Place; readonly outwards: number }>>;

const INPUTS = ['a', 'b'] as const;
const MARKS: readonly MarkName[] = ['a', 'b', 'c'];
const FONT_SIZE = 13;
const LABEL_HEIGHT = 15;
/** Points of an arrow that a label must not cover. */
const SHAFT = [0.3, 0.5, 0.7, 0.9, 1];

export function createGradientsRing(): GradientsRing {
  const element = createHtml('div', 'gradients-ring');
  const svg = createSvg('svg', { class: 'explainer-drawing', 'aria-hidden': 'true' });
  const ring = createResidueRing();
  const spoke = createSvg('line', { class: 'gradients-spoke' });
  const answer = createSvg('path', { class: 'gradients-answer' });
  const ends = INPUTS.map(() => createSvg('circle', { class: 'gradients-end', r: 5.5 }));
  const arrows = INPUTS.map(() => createSvg('path', { class: 'gradients-arrow' }));
  const labels = MARKS.map((letter) => {
    const text = createSvg('text', { dy: '0.34em' });
    const number = createSvg('tspan', { dx: 4 });
    const name = createSvg('tspan', { class: 'ring-mark-letter' });
    name.textContent = letter;
    text.append(name, number);
    return { text, number };
  });
  const names = createSvg('g', { class: 'ring-marks' });
  names.append(...labels.map(({ text }) => text));
  svg.append(ring.element, spoke, answer, ...arrows, ...ends, names);
  element.append(svg);
  let layout: GradientsLayout['ring'] | undefined;
  let rim: readonly Place[] = [];
  const frame = () => layout?.frame ?? { centreX: 0, centreY: 0, unit: 1 };

  /** Each name where it covers no arrow, no mark, and no other name. */
  function placeNames(data: GradientsData, places: MarkPlaces, shafts: readonly Place[]) {
    if (!layout) return;
    const { width: roomWidth, height: roomHeight } = layout;
    const obstacles = [...rim, ...shafts];
    labels.forEach(({ text, number }, index) => {
      const name = MARKS[index] as MarkName;
      const others = MARKS.filter((other) => other !== name).map((other) => places[other].at);
      const residue = String(data[name]);
      writeText(number, residue);
      const width = approximateTextWidth(`a ${residue}`, FONT_SIZE);
      const { at: mark, outwards } = places[name];
      const label = { mark, outwards, width, height: LABEL_HEIGHT };
      const at = placeLabel(label, {
        width: roomWidth,
        height: roomHeight,
        obstacles: [...obstacles, ...others],
      });
      // Later names see this one as its ends and its middle.
      for (const part of [-0.5, 0, 0.5]) obstacles.push({ x: at.x + part * width, y: at.y });
      setPixels(text, { x: at.x, y: at.y });
    });
  }

  return {
    element,
    frame,
    resize(next) {
      if (layout === next.ring) return;
      layout = next.ring;
      setPixels(svg, { width: layout.width, height: layout.height });
      element.style.width = `${layout.width}px`;
      element.style.height = `${layout.height}px`;
    },
    draw(data, angles, gradients) {
      if (ring.lay(data.k, data.p, frame())) rim = rimPlaces(data.p, frame());
      const at = (angle: number, radius: number) => toPixels(placeOf({ angle, radius }), frame());
      const [centre, foot] = [at(0, 0), at(angles.c, 1)];
      setPixels(spoke, { x1: centre.x, y1: centre.y, x2: foot.x, y2: foot.y });
      answer.setAttribute('d', pointer(at(angles.c, ANSWER_RADIUS), angles.c));
      answer.style.fill = residueColour(data.k, data.c, data.p);
      const shafts = INPUTS.flatMap((name, index) => {
        const start = placeOf({ angle: angles[name], radius: 1 });
        const along = (part: number) =>
          toPixels(
            {
              x: start.x + part * ARROW * gradients[name].x,
              y: start.y + part * ARROW * gradients[name].y,
            },
            frame(),
          );
        const from = along(0);
        arrows[index]?.setAttribute('d', arrowPath(from, along(1)));
        setPixels(ends[index], { cx: from.x, cy: from.y });
        return SHAFT.map(along);
      });
      const place = (name: MarkName, radius: number) => ({
        at: at(angles[name], radius),
        outwards: angles[name],
      });
      const places = { a: place('a', 1), b: place('b', 1), c: place('c', ANSWER_RADIUS) };
      placeNames(data, places, shafts);
    },
  };
}

/** Places along the rim, in pixels, close enough that no name fits between them. */
function rimPlaces(p: number, frame: RingFrame): Place[] {
  const count = Math.max(p, 60);
  return Array.from({ length: count }, (_, index) =>
    toPixels(placeOf({ angle: (2 * Math.PI * index) / count, radius: 1 }), frame),
  );
}

/** A drop that points to the rim from outside. @param angle of its place on the circle */
function pointer({ x, y }: Place, angle: number): string {
  const [outX, outY] = [Math.cos(angle), -Math.sin(angle)];
  const corner = (out: number, aside: number) =>
    `${(x + out * outX - aside * outY).toFixed(1)},${(y + out * outY + aside * outX).toFixed(1)}`;
  return `M${corner(-8, 0)}L${corner(5, 6)}A6.5,6.5 0 0 0 ${corner(5, -6)}Z`;
}
