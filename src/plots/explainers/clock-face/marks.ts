/** The face itself: rim, a mark for every hour, and the hours that are written. */

import { createSvg, writeText } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import { placeOn } from '../shared/dial.ts';
import type { FaceLayout } from './layout.ts';
import { writtenHours } from './layout.ts';

export interface FaceMarks {
  readonly element: SVGGElement;
  draw(layout: FaceLayout, hours: number, a: number, answer: number): void;
}

const LONG_MARK = 7;
const SHORT_MARK = 4;
/** Radius of the disc behind the answer's numeral. */
const ANSWER_DISC = 13;

export function createFaceMarks(): FaceMarks {
  const element = createSvg('g', {});
  const rim = createSvg('circle', { class: 'clock-face-rim' });
  const marks = createSvg('g', { class: 'clock-face-marks' });
  const disc = createSvg('circle', { class: 'clock-face-answer', r: ANSWER_DISC });
  const numerals = createSvg('g', { class: 'clock-face-numerals' });
  element.append(rim, marks, disc, numerals);
  let drawnLayout: FaceLayout | undefined;
  let drawnHours = 0;

  function drawMarks({ dial, rim: radius }: FaceLayout, hours: number) {
    setPixels(rim, { cx: dial.centreX, cy: dial.centreY, r: radius });
    marks.replaceChildren(
      ...Array.from({ length: hours }, (_, hour) => {
        const isLong = hours <= 24 || hour % 5 === 0;
        const outer = placeOn(dial, hour / hours, radius);
        const inner = placeOn(dial, hour / hours, radius - (isLong ? LONG_MARK : SHORT_MARK));
        const mark = createSvg('line', isLong ? { class: 'clock-face-long-mark' } : {});
        setPixels(mark, { x1: outer.x, y1: outer.y, x2: inner.x, y2: inner.y });
        return mark;
      }),
    );
  }

  return {
    element,
    draw(layout, hours, a, answer) {
      if (layout !== drawnLayout || hours !== drawnHours) drawMarks(layout, hours);
      drawnLayout = layout;
      drawnHours = hours;
      const { dial, numerals: radius } = layout;
      const written = writtenHours(hours, a, answer, radius);
      while (numerals.childElementCount < written.length) {
        numerals.append(createSvg('text', { dy: '0.35em' }));
      }
      while (numerals.childElementCount > written.length) numerals.lastElementChild?.remove();
      written.forEach((hour, index) => {
        const numeral = numerals.children[index] as SVGTextElement;
        const { x, y } = placeOn(dial, hour / hours, radius);
        setPixels(numeral, { x, y });
        writeText(numeral, String(hour));
        numeral.setAttribute('class', numeralClass(hour, a, answer));
      });
      const { x, y } = placeOn(dial, answer / hours, radius);
      setPixels(disc, { cx: x, cy: y });
    },
  };
}

function numeralClass(hour: number, a: number, answer: number): string {
  if (hour === answer) return 'clock-face-numeral-answer';
  return hour === a ? 'clock-face-numeral-a' : '';
}
