/**
 * The Clock on one circle: residues as directions, the angle of b added on to that of a, and the
 * votes with which the hand that comes of it speaks for every answer.
 */

import './shared/explainer.css';
import './clock-algorithm-figure.css';
import { modulo } from '../../math/modular.ts';
import type { Figure } from '../figure.ts';
import { createFrameScheduler, frameFigure } from '../figure.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import { watchWidth } from '../inside/width.ts';
import { residueColour } from '../residue-colour.ts';
import { clockVotes, residueNear, residueTurn } from './clock-algorithm/geometry.ts';
import type { ClockLayout } from './clock-algorithm/layout.ts';
import { clockLayout } from './clock-algorithm/layout.ts';
import { createClockRing } from './clock-algorithm/ring.ts';
import { createVotesPlot } from './clock-algorithm/votes.ts';
import { clockText, handText, ringLabel, votesLabel, words } from './clock-algorithm/wording.ts';
import { turnAt } from './shared/dial.ts';
import { createDialGrips } from './shared/dial-grips.ts';
import { createHandsGlide } from './shared/glide.ts';
import { createGlidePace } from './shared/glide-pace.ts';
import { createVoteReading } from './shared/vote-reading.ts';

/** Two residues in 0 … p − 1 on the circle of frequency k. */
export interface ClockAlgorithmData {
  readonly p: number;
  readonly k: number;
  readonly a: number;
  readonly b: number;
}

export interface ClockAlgorithmOptions {
  /** A hand was moved. The figure shows the new pair once it is updated with it. */
  readonly onChange: (a: number, b: number) => void;
}

/** Mounts the Clock's circle and votes. It stays empty until it is given two residues. */
export function createClockAlgorithmFigure(
  host: HTMLElement,
  { onChange }: ClockAlgorithmOptions,
): Figure<ClockAlgorithmData> {
  const root = createHtml('div', 'explainer clock-algorithm explainer-empty');
  const parts = createHtml('div', 'clock-algorithm-parts');
  const stage = createHtml('div', 'explainer-stage');
  const text = createHtml('p', 'explainer-text');
  const ring = createClockRing();
  const votes = createVotesPlot();
  const glide = createHandsGlide();
  const pace = createGlidePace();
  stage.append(ring.element);
  parts.append(stage, votes.element);
  root.append(parts, text);
  host.append(root);
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);
  const reading = createVoteReading(votes.element, root, scheduler.request);

  let newest: ClockAlgorithmData | undefined;
  let shown: ClockAlgorithmData | undefined;
  let laidFor: readonly number[] = [];
  let layout: ClockLayout = layOut();

  const current = () => newest ?? shown ?? { p: 0, k: 1, a: 0, b: 0 };
  const grips = createDialGrips({
    size: () => current().p,
    residue: (hand) => current()[hand],
    turnAt: (place) => turnAt(layout.ring.dial, place),
    turnOf(hand) {
      const data = current();
      return residueTurn(data.k, data[hand], data.p);
    },
    residueAt(hand, turn) {
      const data = current();
      return residueNear(data.k, data.p, turn, data[hand]);
    },
    move(hand, residue) {
      const { a, b } = current();
      onChange(hand === 'a' ? residue : a, hand === 'b' ? residue : b);
    },
  });
  stage.append(...grips.elements);

  function layOut(): ClockLayout {
    const next = clockLayout(width.current());
    root.classList.toggle('clock-algorithm-wide', next.isWide);
    // The room is kept from the start, before there is anything to draw.
    stage.style.width = `${next.ring.width}px`;
    stage.style.height = `${next.ring.height}px`;
    votes.element.setAttribute('width', String(next.votes.width));
    votes.element.setAttribute('height', String(next.votes.height));
    return next;
  }

  function take(data: ClockAlgorithmData, now: number) {
    const { p, k, a, b } = data;
    const isOther = shown?.p !== p || shown.k !== k;
    const turns = { a: residueTurn(k, a, p), b: residueTurn(k, b, p) };
    glide.retarget(turns, now, pace(now, isOther || grips.isHeld()));
    shown = data;
    root.classList.remove('explainer-empty');
    ring.element.setAttribute('aria-label', ringLabel(p, k, a, b));
    votes.element.setAttribute('aria-label', votesLabel(p, k, a, b));
    writeText(text, clockText(p, k, a, b));
    grips.write((hand) => ({
      label: words('grip', { hand }),
      text: handText(hand, p, a, b),
      residue: data[hand],
      last: p - 1,
    }));
  }

  /** Draws points and axes anew only when they or the size changed. */
  function lay({ p, k }: ClockAlgorithmData) {
    if (layout.width !== width.current()) layout = layOut();
    const wanted = [p, k, layout.width];
    if (wanted.every((part, index) => part === laidFor[index])) return;
    laidFor = wanted;
    ring.lay(p, k, layout.ring);
    votes.lay(p, k, layout.votes);
  }

  function draw(time: number) {
    if (newest) take(newest, time);
    newest = undefined;
    if (!shown) return;
    lay(shown);
    const { p, k, a, b } = shown;
    const turns = glide.at(time);
    const answer = modulo(a + b, p);
    const strengths = clockVotes(k, p, turns.a + turns.b);
    grips.place(ring.draw(turns, strengths, [`a = ${a}`, `b = ${b}`, String(answer)]));
    votes.draw(strengths, answer);
    reading.draw({
      votes: strengths,
      answer,
      place: layout.votes,
      colour: (c) => residueColour(k, c, p),
    });
    if (glide.isMoving(time)) scheduler.request();
  }

  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [width.stop, grips.destroy, reading.destroy, () => root.remove()],
  );
}
