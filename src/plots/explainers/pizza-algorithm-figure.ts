/**
 * The Pizza algorithm on one circle: the midpoint of two points lies on the ray at half the angle
 * of their sum, so the ray points at one of two slices of the answer; beside it the votes.
 */

import './shared/explainer.css';
import './pizza-algorithm-figure.css';
import { residueAngle } from '../../math/fourier.ts';
import { modulo } from '../../math/modular.ts';
import type { Figure } from '../figure.ts';
import { createFrameScheduler, frameFigure } from '../figure.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import { watchWidth } from '../inside/width.ts';
import { placeOf } from '../pair/geometry.ts';
import { residueColour } from '../residue-colour.ts';
import { createCompanionRing } from './pizza-algorithm/companion.ts';
import type { PizzaAlgorithmData, PizzaAlgorithmOptions } from './pizza-algorithm/data.ts';
import { pizzaLayout } from './pizza-algorithm/layout.ts';
import { createPizzaLegend } from './pizza-algorithm/legend.ts';
import { createPizzaMotion } from './pizza-algorithm/motion.ts';
import { createPizzaRing } from './pizza-algorithm/ring.ts';
import { createVoteBars } from './pizza-algorithm/vote-bars.ts';
import { directions, strengths, votes, winnersOf } from './pizza-algorithm/votes.ts';
import {
  handText,
  LONGEST_TEXT,
  pizzaSummary,
  pizzaText,
  sumText,
  votesSummary,
  voteText,
} from './pizza-algorithm/wording.ts';
import { createGlidePace } from './shared/glide-pace.ts';
import { createRingGrips } from './shared/ring-grips.ts';
import { textRoom } from './shared/text-room.ts';
import { createVoteReading } from './shared/vote-reading.ts';

export type { PizzaAlgorithmData, PizzaAlgorithmOptions } from './pizza-algorithm/data.ts';

/** Mounts the picture of the Pizza algorithm. It is empty until it gets a sum. */
export function createPizzaAlgorithmFigure(
  host: HTMLElement,
  options: PizzaAlgorithmOptions,
): Figure<PizzaAlgorithmData> {
  const root = createHtml('div', 'explainer pizza-algorithm explainer-empty');
  root.setAttribute('role', 'group');
  const ring = createPizzaRing();
  const companion = createCompanionRing();
  const legend = createPizzaLegend(companion);
  const bars = createVoteBars();
  const votesBlock = createHtml('div', 'pizza-algorithm-votes-block');
  const formula = createHtml('div', 'pizza-algorithm-formula');
  votesBlock.append(formula, bars.element);
  const text = createHtml('p', 'explainer-text');
  const sum = createHtml('strong', 'pizza-algorithm-sum');
  const words = createHtml('span', '');
  text.append(sum, words);
  root.append(ring.element, legend.element, votesBlock, text);
  host.append(root);

  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);
  const reading = createVoteReading(bars.element, root, scheduler.request);
  const motion = createPizzaMotion();
  const pace = createGlidePace();
  let newest: PizzaAlgorithmData | undefined;
  let shown: PizzaAlgorithmData | undefined;
  let layout = pizzaLayout(width.current());
  let winners: readonly number[] = [];

  const grips = createRingGrips({
    labels: { a: 'a', b: 'b' },
    frame: ring.frame,
    move(name, residue) {
      const data = newest ?? shown;
      if (!data) return;
      options.onChange(name === 'a' ? residue : data.a, name === 'b' ? residue : data.b);
    },
  });
  ring.element.append(...grips.elements);

  function take(data: PizzaAlgorithmData, now: number) {
    const { p, k, a, b } = data;
    const isOther = shown?.p !== p || shown.k !== k;
    const duration = pace(now, isOther || grips.isHeld());
    const angles = { a: residueAngle(k, a, p), b: residueAngle(k, b, p) };
    motion.retarget({ ...angles, ...strengths(data) }, now, duration);
    winners = winnersOf(votes(data));
    shown = data;
    legend.write(data);
    grips.write({
      p,
      k,
      residues: { a, b },
      text: (name) => handText(name, data),
    });
    root.classList.remove('explainer-empty');
    root.setAttribute('aria-label', pizzaSummary(data));
    bars.element.setAttribute('aria-label', votesSummary(data));
    writeText(formula, voteText(data));
    writeText(sum, sumText(data));
    writeText(words, pizzaText(data));
  }

  function layOut() {
    if (layout.width !== width.current()) layout = pizzaLayout(width.current());
    root.dataset.arrangement = layout.arrangement;
    ring.resize(layout.ring);
    bars.resize(layout.votes);
    text.style.minHeight = `${textRoom(layout.width, LONGEST_TEXT)}px`;
  }

  function draw(time: number) {
    if (newest) take(newest, time);
    newest = undefined;
    layOut();
    if (!shown) return;
    ring.lay(shown);
    companion.lay(modulo(2 * shown.k, shown.p), shown.p, layout.companion);
    const moment = motion.at(time);
    const answer = modulo(shown.a + shown.b, shown.p);
    ring.draw(shown, moment, answer);
    companion.draw(moment, layout.companion);
    const ends = { a: { angle: moment.a, radius: 1 }, b: { angle: moment.b, radius: 1 } };
    grips.place({ a: placeOf(ends.a), b: placeOf(ends.b) }, ring.frame());
    bars.draw({
      data: shown,
      strengths: moment,
      angle: moment.a + moment.b,
      answer,
      winners,
    });
    const { k, p } = shown;
    const strength = moment.first + moment.second;
    reading.draw({
      votes: directions(k, p, moment.a + moment.b).map((direction) => strength * direction),
      answer,
      place: bars.place(),
      colour: (c) => residueColour(k, c, p),
    });
    if (motion.isMoving(time)) scheduler.request();
  }

  layOut();
  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [width.stop, grips.destroy, reading.destroy, () => root.remove()],
  );
}
