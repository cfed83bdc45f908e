/**
 * One sum on its way through a network: on every circle the two hands and what Clock or Pizza make
 * of them, beside it the circle's votes for all answers, at the bottom their sum.
 */

import './pair-figure.css';
import { createPace } from './circles/tween.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler, frameFigure, prefersReducedMotion } from './figure.ts';
import { createHtml } from './inside/elements.ts';
import { listenToWalk } from './inside/walk.ts';
import { watchWidth } from './inside/width.ts';
import type { PairData, PairOptions } from './pair/data.ts';
import type { HandName } from './pair/grips.ts';
import type { PairLayout } from './pair/layout.ts';
import { answerAt, pairLayout } from './pair/layout.ts';
import { LONGEST_PAIR_MOTION } from './pair/motion.ts';
import type { PairRow } from './pair/row.ts';
import { createPairRow } from './pair/row.ts';
import { createTotalText } from './pair/total-text.ts';
import { createVoteMotion } from './pair/vote-motion.ts';
import { createVotePlot } from './pair/vote-plot.ts';
import { answerAfterKey } from './pair/vote-pointer.ts';
import type { VoteSheet } from './pair/vote-sheet.ts';
import { createVoteSheets } from './pair/vote-sheet.ts';
import { votesText } from './pair/wording.ts';
import { words } from './pair/words.ts';
import { createValueReadout } from './value-readout.ts';

export type { PairCircle, PairData, PairOptions, PairVerdict } from './pair/data.ts';

/** Circles that room is kept for before it is known how many there are. */
const EXPECTED_CIRCLES = 6;

/** Mounts the pair inspector. It shows an invitation until there are circles. */
export function createPairFigure(host: HTMLElement, options: PairOptions): Figure<PairData> {
  const root = createHtml('div', 'pair pair-empty');
  const invitation = createHtml('p', 'pair-invitation', words('invitation'));
  const plot = createVotePlot();
  const list = createHtml('div', 'pair-rows');
  const total = createTotalText();
  root.append(list, plot.element, total.element, invitation);
  host.append(root);
  const readout = createValueReadout(root);
  const sheetOf = createVoteSheets();
  const votes = createVoteMotion();
  const pace = createPace();
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);

  let newest: PairData | undefined;
  let shown: { data: PairData; sheet: VoteSheet } | undefined;
  let rows: PairRow[] = [];
  let room = EXPECTED_CIRCLES;
  let layout: PairLayout | undefined;
  let pointed: number | undefined;
  let duration = LONGEST_PAIR_MOTION;

  const stopListening = listenToWalk(plot.element, {
    current: () => pointed,
    start: () => shown?.sheet.right,
    at: (x) => (layout && shown ? answerAt(layout, x, shown.data.p) : undefined),
    afterKey: (key) => shown && answerAfterKey(shown.data.p, pointed, key, shown.sheet.right),
    change(c, byKeyboard) {
      if (c === pointed) return;
      pointed = c;
      if (byKeyboard && c !== undefined) announce(c);
      scheduler.request();
    },
  });

  function move(hand: HandName, residue: number) {
    const data = newest ?? shown?.data;
    if (!data) return;
    options.onChangePair(hand === 'a' ? residue : data.a, hand === 'b' ? residue : data.b);
  }

  function announce(c: number) {
    if (!shown) return;
    const { circles, sum, full } = shown.sheet;
    const named = [...circles, sum, full].map(({ name, votes: row, isStale }) => ({
      name,
      vote: isStale ? undefined : row?.[c],
    }));
    readout.announce(votesText(c, named));
  }

  function take(data: PairData, now: number) {
    const isEmpty = data.circles.length === 0;
    root.classList.toggle('pair-empty', isEmpty);
    if (rows.length !== data.circles.length) fitRows(data.circles.length);
    if (isEmpty) {
      shown = undefined;
      pointed = undefined;
      plot.clear();
      return;
    }
    room = data.circles.length;
    const before = shown?.data;
    // Votes that arrive later move as long as the hands did.
    const isOther = before !== undefined && (before.a !== data.a || before.b !== data.b);
    if (isOther) duration = Math.min(LONGEST_PAIR_MOTION, pace(now));
    const motion = prefersReducedMotion() ? 0 : duration;
    data.circles.forEach((circle, index) => {
      rows[index]?.show(circle, data, now, motion);
    });
    const sheet = sheetOf(data);
    if (!shown || !isSameSheet(shown.sheet, sheet)) votes.retarget(sheet, now, motion);
    if (pointed !== undefined && pointed >= data.p) pointed = undefined;
    plot.describe(sheet);
    total.write(sheet);
    shown = { data, sheet };
  }

  function fitRows(count: number) {
    for (const row of rows) row.destroy();
    rows = Array.from({ length: count }, () => createPairRow(move));
    list.replaceChildren(...rows.map(({ element }) => element));
    layout = undefined;
  }

  function layOut() {
    if (layout?.width === width.current() && layout.bands.length === room) return;
    layout = pairLayout(width.current(), room);
    root.style.height = `${layout.height}px`;
    root.classList.toggle('pair-narrow', layout.isNarrow);
    list.style.top = `${layout.rowTop}px`;
    root.style.setProperty('--pair-pitch', `${layout.pitch}px`);
    root.style.setProperty('--pair-rows', `${room * layout.pitch}px`);
    for (const row of rows) row.lay(layout);
    total.lay(layout);
  }

  function draw(time: number) {
    if (newest) take(newest, time);
    newest = undefined;
    layOut();
    if (!shown) return;
    let isMoving = votes.isMoving(time);
    for (const row of rows) isMoving = row.draw(time) || isMoving;
    if (layout) plot.draw(shown.sheet, votes.at(time), layout, pointed);
    if (isMoving) scheduler.request();
  }

  layOut();
  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [
      width.stop,
      stopListening,
      () => {
        for (const row of rows) row.destroy();
      },
      readout.destroy,
      () => root.remove(),
    ],
  );
}

/** True when nothing moves between two sheets: the same votes on the same sum. */
function isSameSheet(before: VoteSheet, after: VoteSheet): boolean {
  const rowsOf = ({ circles, sum, full }: VoteSheet) => [...circles, sum, full];
  const rows = rowsOf(before);
  return (
    before.p === after.p &&
    before.right === after.right &&
    before.circles.length === after.circles.length &&
    rowsOf(after).every(({ votes }, index) => votes === rows[index]?.votes)
  );
}
