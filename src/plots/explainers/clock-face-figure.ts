/**
 * Adding on a clock's face: the hand of a, and from its end an arc of b hours. Where it ends is
 * a + b, and beyond the top the face counts from 0 again.
 */

import './shared/explainer.css';
import './clock-face-figure.css';
import { modulo } from '../../math/modular.ts';
import type { Figure } from '../figure.ts';
import { createFrameScheduler, frameFigure } from '../figure.ts';
import { createHtml, createSvg, writeText } from '../inside/elements.ts';
import { watchWidth } from '../inside/width.ts';
import { createFaceHands } from './clock-face/hands.ts';
import type { FaceLayout } from './clock-face/layout.ts';
import { faceLayout } from './clock-face/layout.ts';
import { createFaceMarks } from './clock-face/marks.ts';
import { faceLabel, gripLabel, handText, sumText } from './clock-face/wording.ts';
import { turnAt } from './shared/dial.ts';
import { createDialGrips } from './shared/dial-grips.ts';
import { createHandsGlide } from './shared/glide.ts';
import { createGlidePace } from './shared/glide-pace.ts';

/** Two numbers on a clock's face, both in 0 … hours − 1. */
export interface ClockFaceData {
  readonly hours: number;
  readonly a: number;
  readonly b: number;
}

export interface ClockFaceOptions {
  /** A hand was moved. The figure shows the new pair once it is updated with it. */
  readonly onChange: (a: number, b: number) => void;
}

/** Mounts the clock's face. It stays empty until it is given two numbers. */
export function createClockFaceFigure(
  host: HTMLElement,
  { onChange }: ClockFaceOptions,
): Figure<ClockFaceData> {
  const root = createHtml('div', 'explainer clock-face explainer-empty');
  const stage = createHtml('div', 'explainer-stage');
  const drawing = createSvg('svg', { class: 'explainer-drawing', role: 'img' });
  const text = createHtml('p', 'explainer-text');
  const marks = createFaceMarks();
  const hands = createFaceHands();
  const glide = createHandsGlide();
  const pace = createGlidePace();
  drawing.append(marks.element, hands.element);
  stage.append(drawing);
  root.append(stage, text);
  host.append(root);
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);

  let newest: ClockFaceData | undefined;
  let shown: ClockFaceData | undefined;
  let layout: FaceLayout = layOut();

  const current = () => newest ?? shown ?? { hours: 0, a: 0, b: 0 };
  const grips = createDialGrips({
    size: () => current().hours,
    residue: (hand) => current()[hand],
    turnAt: (place) => turnAt(layout.dial, place),
    turnOf(hand) {
      const { hours, a, b } = current();
      return (hand === 'a' ? a : a + b) / hours;
    },
    residueAt(hand, turn) {
      const { hours, a } = current();
      const hour = Math.round(turn * hours);
      return modulo(hand === 'a' ? hour : hour - a, hours);
    },
    move(hand, residue) {
      const { a, b } = current();
      onChange(hand === 'a' ? residue : a, hand === 'b' ? residue : b);
    },
  });
  stage.append(...grips.elements);

  function layOut(): FaceLayout {
    const next = faceLayout(width.current());
    drawing.setAttribute('width', String(next.width));
    drawing.setAttribute('height', String(next.height));
    return next;
  }

  function take(data: ClockFaceData, now: number) {
    const { hours, a, b } = data;
    const isJump = shown?.hours !== hours || grips.isHeld();
    glide.retarget({ a: a / hours, b: b / hours }, now, pace(now, isJump));
    shown = data;
    root.classList.remove('explainer-empty');
    drawing.setAttribute('aria-label', faceLabel(hours, a, b));
    writeText(text, sumText(hours, a, b));
    grips.write((hand) => ({
      label: gripLabel(hand),
      text: handText(hand, hours, a, b),
      residue: data[hand],
      last: hours - 1,
    }));
  }

  function draw(time: number) {
    if (newest) take(newest, time);
    newest = undefined;
    if (layout.width !== width.current()) layout = layOut();
    if (!shown) return;
    const { hours, a, b } = shown;
    marks.draw(layout, hours, a, modulo(a + b, hours));
    grips.place(hands.draw(glide.at(time), layout));
    if (glide.isMoving(time)) scheduler.request();
  }

  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [width.stop, grips.destroy, () => root.remove()],
  );
}
