/**
 * Which way would the logit of c grow? From both inputs an arrow shows where to push it. A Clock's
 * arrows differ, a Pizza's are the same: what the paper measures as gradient symmetricity.
 */

import './shared/explainer.css';
import './gradients-figure.css';
import { residueAngle } from '../../math/fourier.ts';
import type { Figure } from '../figure.ts';
import { createFrameScheduler, frameFigure } from '../figure.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import { watchWidth } from '../inside/width.ts';
import { placeOf } from '../pair/geometry.ts';
import { createGradientsCompass } from './gradients/compass.ts';
import type { GradientsData, GradientsOptions, MarkName } from './gradients/data.ts';
import { gradientsLayout } from './gradients/layout.ts';
import { cosineBetween, logitGradients } from './gradients/logits.ts';
import type { MarkAngles } from './gradients/motion.ts';
import { createMarksMotion } from './gradients/motion.ts';
import { ANSWER_RADIUS, createGradientsRing } from './gradients/ring.ts';
import {
  arrowsText,
  gradientsSummary,
  LONGEST_TEXT,
  questionText,
  words,
} from './gradients/wording.ts';
import { createGlidePace } from './shared/glide-pace.ts';
import { createRingGrips } from './shared/ring-grips.ts';
import { textRoom } from './shared/text-room.ts';

export type { GradientsData, GradientsOptions } from './gradients/data.ts';

/** Mounts the picture of the two gradients. It is empty until it gets a, b and c. */
export function createGradientsFigure(
  host: HTMLElement,
  options: GradientsOptions,
): Figure<GradientsData> {
  const root = createHtml('div', 'explainer gradients explainer-empty');
  root.setAttribute('role', 'group');
  const ring = createGradientsRing();
  const compass = createGradientsCompass();
  const text = createHtml('p', 'explainer-text');
  const question = createHtml('span', 'gradients-question');
  const answer = createHtml('strong', 'gradients-words');
  text.append(question, answer);
  root.append(ring.element, compass.element, text);
  host.append(root);

  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);
  const motion = createMarksMotion();
  const pace = createGlidePace();
  let newest: GradientsData | undefined;
  let shown: GradientsData | undefined;
  let layout = gradientsLayout(width.current());

  const grips = createRingGrips<MarkName>({
    labels: { a: 'a', b: 'b', c: words('gripC') },
    frame: ring.frame,
    move(name, residue) {
      const data = newest ?? shown;
      if (!data) return;
      const changed = (mark: MarkName) => (mark === name ? residue : data[mark]);
      options.onChange(changed('a'), changed('b'), changed('c'));
    },
  });
  ring.element.append(...grips.elements);

  function take(data: GradientsData, now: number) {
    const { p, k, a, b, c } = data;
    const isOther = shown?.p !== p || shown.k !== k;
    const angles = anglesOf(data);
    motion.retarget(angles, now, pace(now, isOther || grips.isHeld()));
    shown = data;
    root.classList.remove('explainer-empty');
    root.dataset.algorithm = data.algorithm;
    const { a: first, b: second } = gradientsAt(data, angles);
    const cosine = cosineBetween(first, second);
    root.setAttribute('aria-label', gradientsSummary(data, cosine));
    writeText(question, questionText(data));
    writeText(answer, arrowsText(data, cosine));
    grips.write({ p, k, residues: { a, b, c }, text: (name) => `${name} = ${data[name]}` });
  }

  function layOut() {
    if (layout.width !== width.current()) layout = gradientsLayout(width.current());
    root.classList.toggle('gradients-narrow', layout.isNarrow);
    ring.resize(layout);
    compass.resize(layout);
    text.style.minHeight = `${textRoom(layout.width, LONGEST_TEXT)}px`;
  }

  function draw(time: number) {
    if (newest) take(newest, time);
    newest = undefined;
    layOut();
    if (!shown) return;
    const angles = motion.at(time);
    const gradients = gradientsAt(shown, angles);
    ring.draw(shown, angles, gradients);
    compass.draw(gradients);
    const [a, b] = [angles.a, angles.b].map((angle) => placeOf({ angle, radius: 1 }));
    const c = placeOf({ angle: angles.c, radius: ANSWER_RADIUS });
    if (a && b) grips.place({ a, b, c }, ring.frame());
    if (motion.isMoving(time)) scheduler.request();
  }

  layOut();
  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [width.stop, grips.destroy, () => root.remove()],
  );
}

function anglesOf({ p, k, a, b, c }: GradientsData): MarkAngles {
  return { a: residueAngle(k, a, p), b: residueAngle(k, b, p), c: residueAngle(k, c, p) };
}

function gradientsAt({ algorithm }: GradientsData, angles: MarkAngles) {
  const [a, b] = [angles.a, angles.b].map((angle) => placeOf({ angle, radius: 1 }));
  const centre = { x: 0, y: 0 };
  return logitGradients(algorithm, a ?? centre, b ?? centre, angles.c);
}
