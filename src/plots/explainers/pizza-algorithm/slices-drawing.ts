/** The pizza's slices, each in the colour of the answer it stands for. */

import { createSvg } from '../../inside/elements.ts';
import { placeOf } from '../../pair/geometry.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { toPixels } from '../../pair/ring-frame.ts';
import { residueColour } from '../../residue-colour.ts';
import { sliceHalfWidth, slices } from './geometry.ts';

export interface SlicesDrawing {
  readonly element: SVGGElement;
  lay(k: number, p: number, frame: RingFrame): void;
  /** Stresses the slice in a direction and the one opposite to it. */
  draw(angle: number, answer: number): void;
}

/** Slices end before the rim, where the residues stand. In radii. */
const CRUST = 0.93;

export function createSlicesDrawing(): SlicesDrawing {
  const element = createSvg('g', { class: 'pizza-algorithm-slices' });
  const all = createSvg('g', { class: 'pizza-algorithm-all-slices' });
  const answers = ['front', 'back'].map(() =>
    createSvg('path', { class: 'pizza-algorithm-answer-slice' }),
  );
  element.append(all, ...answers);
  let laid: { k: number; p: number; frame: RingFrame } | undefined;

  return {
    element,
    lay(k, p, frame) {
      laid = { k, p, frame };
      const half = sliceHalfWidth(k, p);
      all.replaceChildren(
        ...slices(k, p).map(({ angle, residue }) => {
          const slice = createSvg('path', { d: slicePath(angle, half, frame) });
          slice.style.fill = residueColour(k, residue, p);
          return slice;
        }),
      );
    },
    draw(angle, answer) {
      if (!laid) return;
      const { k, p, frame } = laid;
      const half = sliceHalfWidth(k, p);
      answers.forEach((slice, index) => {
        slice.setAttribute('d', slicePath(angle + index * Math.PI, half, frame));
        slice.style.fill = residueColour(k, answer, p);
      });
    },
  };
}

/** A slice from the centre to the crust, as an SVG path. */
function slicePath(angle: number, half: number, frame: RingFrame): string {
  const corners = [angle - half, angle + half].map((side) =>
    toPixels(placeOf({ angle: side, radius: CRUST }), frame),
  );
  const [from, to] = corners.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`);
  const radius = (CRUST * frame.unit).toFixed(2);
  const centre = `${frame.centreX.toFixed(2)},${frame.centreY.toFixed(2)}`;
  return `M${centre}L${from}A${radius},${radius} 0 0 0 ${to}Z`;
}
