/** The timeline: how far the run is, what happened when, and a handle to look back. */

import { select } from 'd3';
import type { Layer } from './axes.ts';
import { newestStep, type RunHistory, shownPointIndex } from './curves/history.ts';
import { formatStep } from './curves/number-text.ts';
import { scrubText, stepAfterKey, stepAtPosition } from './curves/scrub.ts';
import {
  drawMilestoneMarks,
  drawTrack,
  placeMilestones,
  trackHeight,
} from './curves/timeline-marks.ts';
import { words } from './curves/timeline-words.ts';
import { createFrameScheduler, type Figure, frameFigure } from './figure.ts';
import './curves.css';

/** What the timeline reports. */
export interface TimelineOptions {
  /** The visitor wants to see a step's snapshot, or, with null, to follow the newest one. */
  readonly onScrub: (step: number | null) => void;
}

const height = 57;
const overhang = 10;
const stateWidth = 84;
const assumedWidth = 340;
const nothing: RunHistory = { steps: 0, points: [], cursorStep: null, milestones: [] };

/** Mounts the timeline. */
export function createTimelineFigure(
  host: HTMLElement,
  { onScrub }: TimelineOptions,
): Figure<RunHistory> {
  let history = nothing;
  const scheduler = createFrameScheduler(draw);
  const listeners = new AbortController();
  const { signal } = listeners;
  const root = select(host).append('div').attr('class', 'curves-figure curves-timeline');
  const svg = root
    .append('svg')
    .attr('class', 'curves-slider')
    .attr('height', height)
    .attr('role', 'slider')
    .attr('tabindex', 0)
    .attr('aria-label', words('stepShown'))
    .attr('aria-orientation', 'horizontal')
    .attr('aria-valuemin', 0);
  const plot = svg.append('g').attr('transform', `translate(${overhang},0)`);
  const layer = (): Layer => plot.append('g');
  const layers = { marks: layer(), track: layer() };
  const handle = plot.append('circle').attr('class', 'curves-handle').attr('cy', trackHeight);
  handle.attr('r', 7);
  const state = root.append('div').attr('class', 'curves-state');
  const stepText = state.append('span').attr('class', 'curves-state-step');
  const live = state.append('button').attr('class', 'curves-live').attr('type', 'button');
  live.attr('title', words('follow'));

  const element = svg.node() as SVGSVGElement;
  let width = root.node()?.clientWidth || assumedWidth;
  const observer = new ResizeObserver(([entry]) => {
    const measured = entry?.contentRect.width ?? 0;
    if (measured === 0 || Math.abs(measured - width) < 0.5) return;
    width = measured;
    scheduler.request();
  });
  observer.observe(root.node() as HTMLDivElement);

  const trackWidth = () => Math.max(40, width - stateWidth - 2 * overhang);
  const lastStep = () => Math.max(history.steps, newestStep(history), 1);

  function scrub(step: number | null): void {
    if (history.points.length === 0 || step === history.cursorStep) return;
    history = { ...history, cursorStep: step };
    scheduler.request();
    onScrub(step);
  }

  function scrubTo(event: PointerEvent): void {
    const position = event.clientX - element.getBoundingClientRect().left - overhang;
    scrub(stepAtPosition(history, position, lastStep() / trackWidth()));
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      scrubTo(event);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (element.hasPointerCapture(event.pointerId)) scrubTo(event);
    },
    { signal },
  );
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = stepAfterKey(history, event.key);
      if (step === undefined) return;
      event.preventDefault();
      scrub(step);
    },
    { signal },
  );
  live.node()?.addEventListener('click', () => scrub(null), { signal });

  function draw(): void {
    const position = (step: number) => (step / lastStep()) * trackWidth();
    const newest = newestStep(history);
    const shown = history.points[shownPointIndex(history)]?.step ?? 0;
    const following = history.cursorStep === null;
    const empty = history.points.length === 0;
    svg
      .attr('width', trackWidth() + 2 * overhang)
      .attr('aria-valuemax', newest)
      .attr('aria-valuenow', shown)
      .attr('aria-valuetext', scrubText(history))
      .attr('aria-disabled', empty ? 'true' : null);
    drawTrack(layers.track, {
      total: trackWidth(),
      trained: position(newest),
      shown: position(shown),
    });
    drawMilestoneMarks(
      layers.marks,
      placeMilestones(history.milestones, lastStep(), position, overhang),
    );
    handle.attr('cx', position(shown)).classed('curves-handle-live', following && !empty);
    stepText.text(empty ? words('noSteps') : words('step', { step: formatStep(shown) }));
    // Only a run that goes on is live.
    live.text(words(history.isOver === true ? 'end' : 'live'));
    live.attr('aria-pressed', following).property('disabled', empty);
  }

  scheduler.request();
  return frameFigure(
    scheduler,
    (data) => {
      history = data;
    },
    [() => listeners.abort(), () => observer.disconnect(), () => root.remove()],
  );
}
