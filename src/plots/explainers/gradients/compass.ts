/** Both arrows from one origin, the angle between them, and its cosine. */

import { createHtml, createSvg, writeText } from '../../inside/elements.ts';
import { arcPath } from '../../pair/construction.ts';
import type { Place } from '../../pair/geometry.ts';
import { wrapAngle } from '../../pair/geometry.ts';
import { setPixels, toPixels } from '../../pair/ring-frame.ts';
import { labelCentre, spreadOnRing } from '../../pair/ring-labels.ts';
import { arrowPath } from './arrow.ts';
import type { GradientsLayout } from './layout.ts';
import type { LogitGradients } from './logits.ts';
import { cosineBetween } from './logits.ts';
import { angleText, cosineText, words } from './wording.ts';

export interface GradientsCompass {
  readonly element: HTMLElement;
  resize(layout: GradientsLayout): void;
  draw(gradients: LogitGradients): void;
}

const LABEL_HALF_WIDTH = 4;
/** Radius of the arc between the arrows, in gradients of length 1. */
const ARC = 0.5;
/** Arrows closer than this, in radians, move apart sideways so that both can be seen. */
const OVERLAP = 0.25;
/** How far, in pixels, where they coincide. */
const APART = 2.5;

export function createGradientsCompass(): GradientsCompass {
  const element = createHtml('div', 'gradients-compass');
  const svg = createSvg('svg', { class: 'explainer-drawing', 'aria-hidden': 'true' });
  const circle = createSvg('circle', { class: 'gradients-compass-circle' });
  const arc = createSvg('path', { class: 'gradients-arc' });
  const arrows = ['a', 'b'].map(() => createSvg('path', { class: 'gradients-arrow' }));
  const origin = createSvg('circle', { class: 'gradients-origin', r: 2.5 });
  const labels = ['a', 'b'].map((letter) => {
    const text = createSvg('text', { class: 'ring-mark-letter', dy: '0.34em' });
    text.textContent = letter;
    return text;
  });
  const names = createSvg('g', { class: 'ring-marks' });
  names.append(...labels);
  svg.append(circle, arc, ...arrows, origin, names);
  const numbers = createHtml('div', 'gradients-numbers');
  const [angle, cosine] = [words('angle'), words('cosine')].map((name) => {
    const value = createHtml('span', 'gradients-number');
    numbers.append(createHtml('span', '', name), value);
    return value;
  });
  element.append(svg, numbers);
  let layout: GradientsLayout['compass'] | undefined;

  return {
    element,
    resize({ compass }) {
      if (layout?.size === compass.size) return;
      layout = compass;
      setPixels(svg, { width: compass.size, height: compass.size });
      const { centreX, centreY, unit } = compass.frame;
      setPixels(circle, { cx: centreX, cy: centreY, r: unit });
      setPixels(origin, { cx: centreX, cy: centreY });
    },
    draw(gradients) {
      if (!layout) return;
      const { frame } = layout;
      const between = cosineBetween(gradients.a, gradients.b);
      if (angle) writeText(angle, angleText(between));
      if (cosine) writeText(cosine, cosineText(between));
      const both = [gradients.a, gradients.b];
      const [first = 0, second = 0] = both.map(({ x, y }) => Math.atan2(y, x));
      const turn = between === null ? 0 : wrapAngle(second - first);
      const apart = APART * Math.max(0, 1 - Math.abs(turn) / OVERLAP) * (turn < 0 ? -1 : 1);
      both.forEach((gradient, index) => {
        const shift = index === 0 ? -apart : apart;
        const move = sideways(gradient, shift);
        const [from, to] = [toPixels({ x: 0, y: 0 }, frame), toPixels(gradient, frame)];
        const arrow = arrowPath(add(from, move), add(to, move));
        arrows[index]?.setAttribute('d', arrow);
      });
      arc.setAttribute('d', Math.abs(turn) < 0.02 ? '' : arcPath(first, first + turn, ARC, frame));
      const clear = both.map(({ x, y }) => Math.hypot(x, y) * frame.unit + 5);
      const wished = [first, second].map((at) => ({ angle: at, halfWidth: LABEL_HALF_WIDTH }));
      spreadOnRing(wished, Math.max(...clear)).forEach((at, index) => {
        const { x, y } = labelCentre(at, LABEL_HALF_WIDTH, clear[index] ?? 0);
        setPixels(labels[index], { x: frame.centreX + x, y: frame.centreY - y });
      });
      for (const label of labels) label.style.display = between === null ? 'none' : '';
    },
  };
}

/** A step to the left of a direction, in pixels with y downwards. */
function sideways({ x, y }: Place, pixels: number): Place {
  const length = Math.hypot(x, y) || 1;
  return { x: (-y / length) * pixels, y: (-x / length) * pixels };
}

function add(one: Place, other: Place): Place {
  return { x: one.x + other.x, y: one.y + other.y };
}
