/**
 * The accompanying circle, of frequency 2k, small. There both points stand at twice their angles,
 * so their midpoint lies on the line of the answer, w(a+b), at the distance cos w(a−b).
 */

import { createSvg } from '../../inside/elements.ts';
import type { Place } from '../../pair/geometry.ts';
import { midpoint, placeOf, rayEnds } from '../../pair/geometry.ts';
import { setPixels, toPixels } from '../../pair/ring-frame.ts';
import { createResidueRing } from '../shared/residue-ring.ts';
import type { RingBox } from './layout.ts';
import type { PizzaMoment } from './motion.ts';
import { createRingMarks } from './ring-marks.ts';

export interface CompanionRing {
  readonly element: SVGSVGElement;
  /** @param k frequency of the accompanying circle itself */
  lay(k: number, p: number, box: RingBox): void;
  draw(moment: PizzaMoment, box: RingBox): void;
}

const CENTRE: Place = { x: 0, y: 0 };

export function createCompanionRing(): CompanionRing {
  const element = createSvg('svg', {
    class: 'explainer-drawing pizza-algorithm-companion',
    'aria-hidden': 'true',
  });
  const ring = createResidueRing();
  const chord = createSvg('line', { class: 'pizza-algorithm-chord' });
  const back = createSvg('line', { class: 'pizza-algorithm-ray-back' });
  const ray = createSvg('line', { class: 'pizza-algorithm-ray' });
  const ends = ['a', 'b'].map(() => createSvg('circle', { class: 'pizza-algorithm-end', r: 3.5 }));
  const middle = createSvg('circle', { class: 'pizza-algorithm-middle', r: 3.5 });
  const marks = createRingMarks(['pizza-algorithm-input', 'pizza-algorithm-input']);
  element.append(ring.element, chord, back, ray, ...ends, middle, marks.element);

  return {
    element,
    lay(k, p, box) {
      setPixels(element, { width: box.width, height: box.height });
      ring.lay(k, p, box.frame);
    },
    draw(moment, { frame }) {
      const [a, b] = [moment.a, moment.b].map((angle) => ({ angle: 2 * angle, radius: 1 }));
      if (!a || !b) return;
      const place = midpoint(a, b);
      const { front, back: opposite } = rayEnds(place);
      const connect = (line: Element, from: Place, to: Place) => {
        const [start, end] = [toPixels(from, frame), toPixels(to, frame)];
        setPixels(line, { x1: start.x, y1: start.y, x2: end.x, y2: end.y });
      };
      connect(chord, placeOf(a), placeOf(b));
      connect(ray, CENTRE, front);
      connect(back, CENTRE, opposite);
      [place, placeOf(a), placeOf(b)].forEach((at, index) => {
        const { x, y } = toPixels(at, frame);
        setPixels([middle, ...ends][index], { cx: x, cy: y });
      });
      marks.draw(
        [
          { angle: a.angle, letter: 'a', number: '' },
          { angle: b.angle, letter: 'b', number: '' },
        ],
        frame,
      );
    },
  };
}
