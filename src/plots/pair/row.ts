/** One circle's row: its name, what its algorithm does with the pair, and its ring. */

import { createHtml, writeText } from '../inside/elements.ts';
import type { PairCircle, PairData } from './data.ts';
import { midpoint, pairHands } from './geometry.ts';
import type { HandName } from './grips.ts';
import { createHandGrips } from './grips.ts';
import type { PairLayout } from './layout.ts';
import { createHandsMotion } from './motion.ts';
import { createPairRing } from './ring.ts';
import { circleName, circleNote, verdictWord } from './wording.ts';
import { words } from './words.ts';

export interface PairRow {
  readonly element: HTMLElement;
  show(circle: PairCircle, data: PairData, now: number, duration: number): void;
  lay(layout: PairLayout): void;
  /** @returns whether the hands are still moving */
  draw(now: number): boolean;
  destroy(): void;
}

/** What is drawn from when the hands set out; without a change they keep their motion. */
type HandsKey = readonly [points: Float32Array, p: number, a: number, b: number];

/** @param move called with the hand and its new residue */
export function createPairRow(move: (hand: HandName, residue: number) => void): PairRow {
  const element = createHtml('div', 'pair-row');
  element.setAttribute('role', 'group');
  const text = createHtml('div', 'pair-text');
  const title = createHtml('div', 'pair-title');
  const name = createHtml('span', '');
  const word = createHtml('span', 'pair-word');
  const off = createHtml('span', 'pair-off-word');
  const note = createHtml('div', 'pair-note');
  title.append(name, ' · ', word, off);
  text.append(title, note);
  const ring = createPairRing();
  const motion = createHandsMotion();
  const grips = createHandGrips(ring.frame, move);
  ring.element.append(...grips.elements);
  element.append(text, ring.element);
  let shown: { circle: PairCircle; p: number } | undefined;
  let key: HandsKey | undefined;
  let layout: PairLayout | undefined;
  let laidFor: readonly unknown[] = [];

  /** Draws the points anew only when they, the modulus or the size changed. */
  function layRing() {
    if (!shown || !layout) return;
    const wanted = [shown.circle.points, shown.circle.k, shown.p, layout];
    if (wanted.every((part, index) => part === laidFor[index])) return;
    laidFor = wanted;
    ring.lay(shown.circle, shown.p, layout);
  }

  return {
    element,
    show(circle, data, now, duration) {
      const { p, a, b, kept } = data;
      const { k, points, verdict } = circle;
      const isKept = kept.includes(k);
      shown = { circle, p };
      element.dataset.verdict = verdict;
      element.classList.toggle('pair-off', !isKept);
      element.setAttribute('aria-label', circleName(circle, isKept));
      const hands = pairHands(points, k, p, a, b);
      writeText(name, words('circle', { k }));
      writeText(word, verdictWord(circle));
      writeText(off, isKept ? '' : ` · ${words('off')}`);
      writeText(note, circleNote(verdict, midpoint(hands.a, hands.b)));
      grips.write({ data, k, points });
      const wanted: HandsKey = [points, p, a, b];
      if (key && wanted.every((part, index) => part === key?.[index])) return;
      motion.retarget(hands, now, key?.[1] === p ? duration : 0);
      key = wanted;
    },
    lay(next) {
      layout = next;
      const { rowHeight, pitch, header, textWidth, ring: size } = next;
      element.style.width = `${Math.max(textWidth, size.left + size.width)}px`;
      element.style.height = `${rowHeight}px`;
      element.style.marginBottom = `${pitch - rowHeight}px`;
      text.style.width = `${textWidth}px`;
      ring.element.style.left = `${size.left}px`;
      ring.element.style.top = `${header}px`;
      ring.element.style.width = `${size.width}px`;
      ring.element.style.height = `${size.height}px`;
    },
    draw(now) {
      layRing();
      const hands = motion.at(now);
      ring.draw(hands);
      grips.place(hands, ring.frame());
      return motion.isMoving(now);
    },
    destroy() {
      grips.destroy();
      element.remove();
    },
  };
}
