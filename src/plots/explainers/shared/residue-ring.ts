/** A circle with its residues: what stands still while the inputs move. */

import './residue-ring.css';
import { createSvg } from '../../inside/elements.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { setPixels, toPixels } from '../../pair/ring-frame.ts';
import { residueColour } from '../../residue-colour.ts';
import { circlePoints } from './circle-points.ts';

export interface ResidueRing {
  readonly element: SVGGElement;
  /** Draws the residues anew where circle or size changed. @returns whether they did */
  lay(k: number, p: number, frame: RingFrame): boolean;
}

export function createResidueRing(): ResidueRing {
  const element = createSvg('g', { class: 'residue-ring' });
  const rim = createSvg('circle', { class: 'residue-ring-rim' });
  const dots = createSvg('g', { class: 'residue-ring-dots' });
  element.append(rim, dots);
  let laidFor = '';

  return {
    element,
    lay(k, p, frame) {
      const wanted = [k, p, frame.centreX, frame.centreY, frame.unit].join();
      if (wanted === laidFor) return false;
      laidFor = wanted;
      setPixels(rim, { cx: frame.centreX, cy: frame.centreY, r: frame.unit });
      const points = circlePoints(k, p);
      const radius = dotRadius(p, frame.unit);
      dots.replaceChildren(
        ...Array.from({ length: p }, (_, t) => {
          const place = { x: points[2 * t] as number, y: points[2 * t + 1] as number };
          const { x, y } = toPixels(place, frame);
          const dot = createSvg('circle', { r: radius.toFixed(2) });
          setPixels(dot, { cx: x, cy: y });
          dot.style.fill = residueColour(k, t, p);
          return dot;
        }),
      );
      return true;
    },
  };
}

/** Neighbours nearly touch, but are never larger than the inputs' marks. In pixels. */
function dotRadius(p: number, unit: number): number {
  return Math.min(3.6, Math.max(1, (2.3 * unit) / p));
}
