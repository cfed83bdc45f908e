/** Names outside a circle, in the direction of what they name, never over each other. */

import { approximateTextWidth } from '../../curves/label-layout.ts';
import { createSvg, writeText } from '../../inside/elements.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import { labelCentre, spreadOnRing } from '../../pair/ring-labels.ts';

/** A name and the direction it belongs to. */
export interface RingMark {
  readonly angle: number;
  readonly letter: string;
  /** Empty where the letter is enough. */
  readonly number: string;
}

export interface RingMarks {
  readonly element: SVGGElement;
  draw(marks: readonly RingMark[], frame: RingFrame): void;
}

const FONT_SIZE = 13;
/** From the rim to the nearest part of a name, in pixels. */
const CLEARANCE = 8;

/** @param classNames one for every name */
export function createRingMarks(classNames: readonly string[]): RingMarks {
  const element = createSvg('g', { class: 'ring-marks' });
  const texts = classNames.map((className) => {
    const text = createSvg('text', { class: className, dy: '0.34em' });
    const letter = createSvg('tspan', { class: 'ring-mark-letter' });
    const number = createSvg('tspan', { dx: 4 });
    text.append(letter, number);
    element.append(text);
    return { text, letter, number };
  });

  return {
    element,
    draw(marks, frame) {
      const clear = frame.unit + CLEARANCE;
      const wished = marks.map(({ angle, letter, number }) => ({
        angle,
        halfWidth: approximateTextWidth(`${letter} ${number}`.trim(), FONT_SIZE) / 2,
      }));
      const angles = spreadOnRing(wished, clear);
      texts.forEach(({ text, letter, number }, index) => {
        const mark = marks[index];
        text.style.display = mark ? '' : 'none';
        if (!mark) return;
        writeText(letter, mark.letter);
        writeText(number, mark.number);
        number.setAttribute('dx', mark.letter && mark.number ? '4' : '0');
        const { x, y } = labelCentre(angles[index] ?? 0, wished[index]?.halfWidth ?? 0, clear);
        setPixels(text, { x: frame.centreX + x, y: frame.centreY - y });
      });
    },
  };
}
