/**
 * The verdict plane: the run as a path through gradient symmetricity and distance irrelevance, with
 * the regions in which both measures say Clock or Pizza.
 */

import { bisector, least, min } from 'd3';
import type { Layer } from './axes.ts';
import { createFigureFrame } from './curves/figure-frame.ts';
import { createGlide } from './curves/glide.ts';
import { type CurveOptions, isValue, type RunHistory, shownPointIndex } from './curves/history.ts';
import type { PixelPoint } from './curves/label-layout.ts';
import { drawPlaneAxes } from './curves/plane-axes.ts';
import { drawPath, drawPlaces, placeStartLabel } from './curves/plane-marks.ts';
import { type PathCorner, pathCorners } from './curves/plane-path.ts';
import {
  avoidPoints,
  drawRegions,
  firstNameCorners,
  type NameCorners,
  planeRegions,
} from './curves/plane-region-marks.ts';
import {
  irrelevanceThreshold,
  learnedAccuracy,
  symmetricityThreshold,
} from './curves/plane-regions.ts';
import { createSymmetricityScale, symmetricityLow } from './curves/plane-scale.ts';
import { longestPlaneReading, planeReading, planeSummary } from './curves/plane-text.ts';
import { words } from './curves/plane-words.ts';
import { createPointReading } from './curves/point-reading.ts';
import { createFrameScheduler, type Figure, frameFigure } from './figure.ts';

const margin = { top: 12, right: 14, bottom: 38, left: 34 };
const nothing: RunHistory = { steps: 0, points: [], cursorStep: null, milestones: [] };
const byIndex = bisector((corner: PathCorner) => corner.index);

/** Mounts the verdict plane. */
export function createVerdictPlane(
  host: HTMLElement,
  { height = 190 }: CurveOptions = {},
): Figure<RunHistory> {
  let history = nothing;
  let corners: PathCorner[] = [];
  let nameCorners: NameCorners = firstNameCorners;
  let shownStep = -1;
  let knownWidth = 0;
  const present = { x: createGlide(), y: createGlide() };
  const scheduler = createFrameScheduler(draw);
  const frame = createFigureFrame(host, 'plane', height, scheduler.request);

  const plot = frame.svg.append('g').attr('transform', `translate(${margin.left},${margin.top})`);
  const layer = (): Layer => plot.append('g');
  const layers = {
    regions: layer(),
    vertical: layer(),
    horizontal: layer(),
    path: layer(),
    places: layer(),
  };
  const acrossName = plot.append('text').attr('class', 'curves-axis-name');
  acrossName.attr('text-anchor', 'end');
  acrossName.text(words('acrossAxis'));
  const emptyText = plot.append('text').attr('class', 'curves-empty');
  emptyText.attr('text-anchor', 'middle');

  const plotSize = () => ({
    width: Math.max(40, frame.width() - margin.left - margin.right),
    height: frame.drawingHeight() - margin.top - margin.bottom,
  });
  const reading = createPointReading(frame.svg.node() as SVGSVGElement, {
    points: () => history.points,
    shown: () => shownPointIndex(history),
    at(x, y) {
      const distance = (corner: PathCorner) =>
        Math.hypot(corner.x + margin.left - x, corner.y + margin.top - y);
      return least(corners, distance)?.index ?? -1;
    },
    changed(spoken) {
      scheduler.request();
      if (spoken) frame.readingLine.announce(planeReading(history.points[reading.index()]));
    },
  });

  function place(): { corners: PathCorner[]; position: (symmetricity: number) => number } {
    const symmetricities = history.points.map((point) => point.gradientSymmetricity);
    const low = symmetricityLow(min(symmetricities.filter(isValue)) ?? 0);
    const { width, height: plotHeight } = plotSize();
    const scale = createSymmetricityScale(low, width);
    const y = (irrelevance: number) => plotHeight * (1 - Math.min(1, Math.max(0, irrelevance)));
    const placed = pathCorners(history.points, (symmetricity, irrelevance) => ({
      x: scale.position(symmetricity),
      y: y(irrelevance),
    }));
    return { corners: placed, position: scale.position };
  }

  function emptyReason(): string {
    if (corners.length > 0) return '';
    return words(history.points.length === 0 ? 'noSteps' : 'nothingMeasured');
  }

  /** Number of the newest corner that is not after the shown snapshot. */
  function presentCorner(): number {
    return Math.max(0, byIndex.right(corners, shownPointIndex(history)) - 1);
  }

  /** Slides the present point forward with the run; jumps back, and jumps when it is resized. */
  function movePresent(corner: PathCorner, time: number): { at: PixelPoint; moving: boolean } {
    const step = history.points[corner.index]?.step ?? 0;
    const slides = step >= shownStep && shownStep >= 0 && knownWidth === frame.width();
    for (const axis of ['x', 'y'] as const) {
      if (slides) present[axis].aim(corner[axis]);
      else present[axis].jump(corner[axis]);
    }
    shownStep = step;
    knownWidth = frame.width();
    const moving = [present.x.advance(time), present.y.advance(time)].includes(true);
    return { at: { x: present.x.value, y: present.y.value }, moving };
  }

  function draw(time: number): void {
    const placed = place();
    corners = placed.corners;
    const number = presentCorner();
    const corner = corners[number];
    const movement = corner === undefined ? null : movePresent(corner, time);
    const drawn = corners.map((other, index) =>
      index === number && movement !== null ? { ...other, ...movement.at } : other,
    );
    const pickedIndex = reading.index();
    const picked = corners.find(({ index }) => index === pickedIndex) ?? null;
    const start = history.points[corners[0]?.index ?? -1];
    const shown = history.points[corner?.index ?? -1];
    const size = plotSize();
    const at = movement?.at ?? null;
    frame.fit({ long: words('axis'), short: 'q' }, longestPlaneReading());
    frame.svg.attr('aria-label', planeSummary(history, shown, start));
    drawPlaneAxes(layers, placed.position, size);
    acrossName.attr('x', size.width).attr('y', size.height + 32);
    emptyText
      .attr('x', placed.position(symmetricityThreshold) / 2)
      .attr('y', size.height * 0.75)
      .text(emptyReason());
    const regions = planeRegions({
      ...size,
      thresholdX: placed.position(symmetricityThreshold),
      thresholdY: size.height * (1 - irrelevanceThreshold),
    });
    const startLabel = placeStartLabel(drawn, at, size);
    const covering = [at, startLabel, drawn[0] ?? null].filter((point) => point !== null);
    nameCorners = avoidPoints(regions, nameCorners, covering);
    drawRegions(layers.regions, regions, nameCorners);
    drawPath(layers.path, drawn, number);
    const learning = !((shown?.testAccuracy ?? 0) >= learnedAccuracy);
    drawPlaces(layers.places, drawn, { present: at, picked, startLabel, learning });
    const read = history.points[pickedIndex];
    frame.readingLine.show(planeReading(read ?? shown), read !== undefined);
    if (movement?.moving === true) scheduler.request();
  }

  scheduler.request();
  return frameFigure(
    scheduler,
    (data) => {
      history = data;
    },
    [reading.destroy, frame.destroy],
  );
}
