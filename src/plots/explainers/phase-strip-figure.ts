/**
 * The phase transition: every run a dot at its attention rate, as high as a measure says. Runs
 * without a value stand hollow at the foot.
 */

import '../curves.css';
import './shared/explainer.css';
import './phase-strip-figure.css';
import { select } from 'd3';
import type { Layer } from '../axes.ts';
import { createTween } from '../circles/tween.ts';
import type { Figure } from '../figure.ts';
import { createFrameScheduler, prefersReducedMotion } from '../figure.ts';
import { createHtml, createSvg, writeText } from '../inside/elements.ts';
import { afterKey, listenToWalk } from '../inside/walk.ts';
import { watchWidth } from '../inside/width.ts';
import { createValueReadout } from '../value-readout.ts';
import { createStripAxes } from './phase-strip/axes.ts';
import type { PhaseRun, PhaseStripData, PhaseStripOptions } from './phase-strip/data.ts';
import type { PlacedRun, StripLayout } from './phase-strip/layout.ts';
import { MARGIN, placeRuns, stripLayout, walkingOrder } from './phase-strip/layout.ts';
import { createStripLegend } from './phase-strip/legend.ts';
import { drawRings, drawRuns, runAt } from './phase-strip/marks.ts';
import {
  countRuns,
  LONGEST_TEXT,
  measureName,
  runLines,
  spokenRun,
  stripSummary,
  stripText,
  words,
} from './phase-strip/wording.ts';
import { textRoom } from './shared/text-room.ts';

export type {
  PhaseMeasure,
  PhaseRun,
  PhaseStripData,
  PhaseStripOptions,
} from './phase-strip/data.ts';

/** Time in which runs move from one measure to the other, in milliseconds. */
const GLIDE = 250;

/** Mounts the strip of runs. It shows empty axes until there are runs. */
export function createPhaseStripFigure(
  host: HTMLElement,
  { onPick }: PhaseStripOptions,
): Figure<PhaseStripData> {
  const root = createHtml('div', 'explainer phase-strip');
  const name = createHtml('div', 'phase-strip-name');
  const stage = createHtml('div', 'explainer-stage phase-strip-stage');
  const svg = createSvg('svg', { class: 'curves-drawing phase-strip-drawing', tabindex: 0 });
  const legend = createStripLegend();
  const text = createHtml('p', 'explainer-text');
  stage.append(svg);
  root.append(name, stage, legend.element, text);
  host.append(root);
  const readout = createValueReadout(stage);
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);

  const plot = createSvg('g', { transform: `translate(${MARGIN.left},${MARGIN.top})` });
  svg.append(plot);
  const axes = createStripAxes(plot);
  const layer = (): Layer => select(plot).append('g');
  const layers = { runs: layer(), rings: layer() };

  let data: PhaseStripData = { runs: [], measure: 'irrelevance', picked: null };
  let layout = stripLayout(width.current());
  let placed: readonly PlacedRun[] = [];
  let order: readonly number[] = [];
  let pointed: number | undefined;
  let setOutFor: { readonly data: PhaseStripData; readonly layout: StripLayout } | undefined;
  const heights = createTween();

  const stopListening = listenToWalk(svg, {
    current: () => pointed,
    start: () => data.picked ?? order[0],
    at: (x, y) => runAt(placed, x - MARGIN.left, y - MARGIN.top),
    afterKey: (key) => afterKey(order, pointed, key, data.picked ?? order[0]),
    change(next, byKeyboard) {
      if (next === pointed) return;
      pointed = next;
      const run = next === undefined ? undefined : data.runs[next];
      if (byKeyboard && run) readout.announce(spokenRun(run, data.measure));
      scheduler.request();
    },
    choose: onPick,
  });

  /** Sets out for new data: gliding where they are the same runs in the same room. */
  function retarget(now: number) {
    if (setOutFor?.data === data && setOutFor.layout === layout) return;
    const glides =
      setOutFor?.layout === layout &&
      areSame(setOutFor.data.runs, data.runs) &&
      !prefersReducedMotion();
    const wanted = placeRuns(data, layout).map(({ y }) => y);
    heights.retarget(wanted, now, glides ? GLIDE : 0);
    setOutFor = { data, layout };
    describe();
  }

  function describe() {
    order = walkingOrder(data.runs);
    if (pointed !== undefined && pointed >= data.runs.length) pointed = undefined;
    svg.setAttribute('role', data.runs.length > 0 ? 'application' : 'img');
    svg.setAttribute('aria-label', stripSummary(data));
    svg.setAttribute('aria-description', words('keys'));
    legend.write(countRuns(data));
    writeText(name, measureName(data.measure));
    writeText(text, stripText(data));
  }

  function layOut() {
    if (layout.width !== width.current()) layout = stripLayout(width.current());
    svg.setAttribute('width', String(layout.width));
    svg.setAttribute('height', String(layout.height));
    text.style.minHeight = `${textRoom(layout.width, LONGEST_TEXT)}px`;
  }

  function draw(time: number) {
    layOut();
    retarget(time);
    axes.draw(data, layout);
    const moving = heights.at(time);
    placed = placeRuns(data, layout).map((run) => ({ ...run, y: moving[run.index] ?? run.y }));
    drawRuns(layers.runs, placed);
    const find = (index: number | null | undefined) =>
      typeof index === 'number' ? placed[index] : undefined;
    drawRings(layers.rings, find(data.picked), find(pointed));
    svg.style.cursor = pointed === undefined ? '' : 'pointer';
    showReadout(find(pointed));
    if (heights.isMoving(time)) scheduler.request();
  }

  function showReadout(at: PlacedRun | undefined) {
    const run = at && data.runs[at.index];
    if (!at || !run) {
      readout.hide();
      return;
    }
    const anchor = { x: MARGIN.left + at.x, y: MARGIN.top + at.y, clearance: 14 };
    readout.show(runLines(run, data.measure), anchor);
  }

  // At once: waiting for the first drawing would move everything below.
  layOut();
  scheduler.request();
  return {
    update(next) {
      data = next;
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      width.stop();
      stopListening();
      readout.destroy();
      root.remove();
    },
  };
}

/** True when both lists name the same runs, whatever was measured on them. */
function areSame(before: readonly PhaseRun[], after: readonly PhaseRun[]): boolean {
  return (
    before.length === after.length &&
    before.every((run, index) => {
      const other = after[index];
      return (
        other?.attention === run.attention && other.seed === run.seed && other.width === run.width
      );
    })
  );
}
