/** A figure of lines over steps. Loss, accuracy and measures differ only in what they say here. */

import { drawHorizontalAxis, drawVerticalAxis, type Layer } from '../axes.ts';
import { createFrameScheduler, type Figure } from '../figure.ts';
import { createFigureFrame } from './figure-frame.ts';
import { createGlide } from './glide.ts';
import {
  type CurveOptions,
  nearestPointIndex,
  newestStep,
  type RunHistory,
  shownPointIndex,
} from './history.ts';
import {
  chartSummary,
  type LineChart,
  longestReading,
  pointText,
} from './line-chart-description.ts';
import {
  drawDots,
  drawEndLabels,
  drawLines,
  drawMilestones,
  drawUprights,
  type LineScales,
} from './line-marks.ts';
import { formatStep } from './number-text.ts';
import { createPointReading } from './point-reading.ts';
import { stepDomainEnd, stepTicks } from './step-domain.ts';
import { words } from './words.ts';

const margin = { top: 12, right: 46, bottom: 22, left: 48 };
const nothing: RunHistory = { steps: 0, points: [], cursorStep: null, milestones: [] };

/** Mounts a figure of lines. */
export function createLineChart(
  host: HTMLElement,
  chart: LineChart,
  { height = 190 }: CurveOptions = {},
): Figure<RunHistory> {
  let history = nothing;
  const end = createGlide();
  const low = createGlide();
  const high = createGlide();
  const scheduler = createFrameScheduler(draw);
  const frame = createFigureFrame(host, chart.kind, height, scheduler.request);

  const plot = frame.svg.append('g').attr('transform', `translate(${margin.left},${margin.top})`);
  const clip = plot.append('clipPath').attr('id', frame.identifier).append('rect');
  clip.attr('x', -3).attr('y', -4);
  const layer = (): Layer => plot.append('g');
  const layers = {
    vertical: layer(),
    horizontal: layer(),
    milestones: layer(),
    uprights: layer(),
    lines: layer().attr('clip-path', `url(#${frame.identifier})`),
    dots: layer(),
    labels: layer(),
  };
  const stepName = plot.append('text').attr('class', 'curves-axis-name').text(words('stepAxis'));
  stepName.attr('text-anchor', 'end');
  const emptyText = plot.append('text').attr('class', 'curves-empty').text(words('noSteps'));
  emptyText.attr('text-anchor', 'middle');

  const plotWidth = () => Math.max(40, frame.width() - margin.left - margin.right);
  const reading = createPointReading(frame.svg.node() as SVGSVGElement, {
    points: () => history.points,
    shown: () => shownPointIndex(history),
    at: (x) => nearestPointIndex(history.points, ((x - margin.left) / plotWidth()) * end.value),
    changed(spoken) {
      scheduler.request();
      if (spoken) frame.readingLine.announce(pointText(chart, history.points[reading.index()]));
    },
  });

  /** Aims the axes at the data; a new run starts its own axes without sliding there. */
  function aimAxes(startsAnew: boolean): void {
    const [lowest, highest] = chart.range(history.points);
    const last = stepDomainEnd(newestStep(history), history.steps);
    for (const [glide, target] of [
      [end, last],
      [low, lowest],
      [high, highest],
    ] as const) {
      if (startsAnew) glide.jump(target);
      else glide.aim(target);
    }
  }

  function currentScales(): LineScales {
    const width = plotWidth();
    const height = frame.drawingHeight() - margin.top - margin.bottom;
    const perUnit = height / (high.value - low.value);
    return {
      width,
      height,
      x: (step) => (step / end.value) * width,
      y: (value) =>
        value === null ? Number.NaN : (high.value - chart.coordinate(value)) * perUnit,
    };
  }

  function drawAxes(scales: LineScales): void {
    const size = { width: scales.width, height: scales.height, overhang: 24 };
    const [lowest, highest] = chart.range(history.points);
    const perUnit = scales.height / (high.value - low.value);
    const verticalTicks = chart
      .ticks(lowest, highest)
      .map((tick) => ({ ...tick, position: (high.value - tick.position) * perUnit }))
      .filter(({ position }) => position >= -1 && position <= scales.height + 1);
    drawVerticalAxis(layers.vertical, verticalTicks, size);
    const last = stepDomainEnd(newestStep(history), history.steps);
    const horizontalTicks = stepTicks(last, scales.width)
      .map((step) => ({ position: scales.x(step), text: formatStep(step) }))
      .filter(({ position }) => position <= scales.width + 1);
    drawHorizontalAxis(layers.horizontal, horizontalTicks, size);
    stepName.attr('x', scales.width + margin.right).attr('y', scales.height + 16);
  }

  function draw(time: number): void {
    const moving = [end, low, high].map((glide) => glide.advance(time)).includes(true);
    const scales = currentScales();
    const { points } = history;
    const picked = points[reading.index()];
    const shown = points[shownPointIndex(history)];
    frame.fit(chart.axisName, longestReading(chart));
    frame.svg.attr('aria-label', chartSummary(chart, history));
    clip.attr('width', scales.width + 6).attr('height', scales.height + 7);
    drawAxes(scales);
    drawMilestones(layers.milestones, history.milestones, scales);
    const cursor = history.cursorStep === null ? null : (shown?.step ?? null);
    drawUprights(layers.uprights, { cursor, picked: picked?.step ?? null }, scales);
    drawLines(layers.lines, chart.series, points, scales);
    drawDots(layers.dots, chart.series, picked ?? shown, scales);
    drawEndLabels(layers.labels, chart.series, points, scales);
    emptyText
      .attr('x', scales.width / 2)
      .attr('y', scales.height / 2)
      .attr('display', points.length === 0 ? null : 'none');
    frame.readingLine.show(pointText(chart, picked ?? shown), picked !== undefined);
    if (moving) scheduler.request();
  }

  aimAxes(true);
  scheduler.request();
  return {
    update(data) {
      const startsAnew = newestStep(data) < newestStep(history) || history.points.length === 0;
      history = data;
      aimAxes(startsAnew);
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      reading.destroy();
      frame.destroy();
    },
  };
}
