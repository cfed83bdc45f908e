/**
 * The phase map: many runs, each a dot at its place between two axes, in a colour between Pizza and
 * Clock. Dots are painted on a canvas; pointing at one draws its ring and its readout only.
 */

import './curves.css';
import './phase-map-figure.css';
import { prepareCanvas } from './crisp-canvas.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler, frameFigure } from './figure.ts';
import { createHtml, writeText } from './inside/elements.ts';
import { afterKey, listenToWalk } from './inside/walk.ts';
import { watchWidth } from './inside/width.ts';
import type { PhaseMapData, PhaseMapOptions } from './phase-map/data.ts';
import { isSamePicture } from './phase-map/data.ts';
import { mapLayout } from './phase-map/layout.ts';
import { createMapLegend } from './phase-map/legend.ts';
import { paintRuns, runColour } from './phase-map/paint.ts';
import type { MapPicture } from './phase-map/picture.ts';
import { createPicture } from './phase-map/picture.ts';
import { radiusOf } from './phase-map/places.ts';
import { colourRamp } from './phase-map/ramp.ts';
import type { RingedRun } from './phase-map/rings.ts';
import { drawRings } from './phase-map/rings.ts';
import { axisName } from './phase-map/scale.ts';
import { createMapStage } from './phase-map/stage.ts';
import type { MapTheme } from './phase-map/theme.ts';
import { readMapTheme } from './phase-map/theme.ts';
import { words } from './phase-map/wording.ts';
import { watchTheme } from './theme-watch.ts';
import { createValueReadout } from './value-readout.ts';

export type {
  MapAxis,
  MapBin,
  MapMeasure,
  MapTransition,
  PhaseMapData,
  PhaseMapOptions,
} from './phase-map/data.ts';

/** Mounts the phase map. Until there are data only its room is kept. */
export function createPhaseMapFigure(
  host: HTMLElement,
  options: PhaseMapOptions,
): Figure<PhaseMapData> {
  const root = createHtml('div', 'curves-figure phase-map phase-map-waiting');
  const name = createHtml('div', 'phase-map-name', '\u00a0');
  const stage = createMapStage();
  const { target } = stage;
  const legend = createMapLegend();
  root.append(name, stage.element, legend.element);
  host.append(root);
  const readout = createValueReadout(stage.element);
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, repaint);
  const stopWatching = watchTheme(() => {
    theme = undefined;
    repaint();
  });

  let data: PhaseMapData | undefined;
  let picture: MapPicture | undefined;
  let theme: { readonly colours: MapTheme; readonly ramp: readonly string[] } | undefined;
  let isStale = true;
  let pointed: number | undefined;
  /** What the readout says, and of which run. */
  let told: { readonly index: number; readonly lines: readonly string[] } | undefined;

  const start = () => {
    const picked = data?.picked ?? undefined;
    return picked !== undefined && hasPlace(picked) ? picked : picture?.order()[0];
  };
  const stopListening = listenToWalk(target, {
    current: () => pointed,
    start,
    at: (x, y) => picture?.at(x, y),
    afterKey: (key) => afterKey(picture?.order() ?? [], pointed, key, start()),
    change(next, byKeyboard) {
      if (next === pointed) return;
      pointed = next;
      if (byKeyboard && next !== undefined) readout.announce(inOneLine(linesOf(next)));
      scheduler.request();
    },
    choose: options.onPick,
  });

  function repaint() {
    isStale = true;
    scheduler.request();
  }

  function linesOf(index: number): readonly string[] {
    if (told?.index !== index) told = { index, lines: options.describe(index) };
    return told.lines;
  }

  function hasPlace(index: number | null | undefined): index is number {
    return typeof index === 'number' && Number.isFinite(picture?.places.x[index]);
  }

  function layOut() {
    const layout = mapLayout(width.current(), data, options.height);
    stage.resize(layout);
    return layout;
  }

  function draw() {
    if (isStale) drawAll();
    drawPointed();
  }

  /** Everything but rings and readout. */
  function drawAll() {
    isStale = false;
    const layout = layOut();
    if (!data) return;
    root.classList.remove('phase-map-waiting');
    picture = createPicture(data, layout);
    if (!hasPlace(pointed)) pointed = undefined;
    const colours = theme?.colours ?? readMapTheme(getComputedStyle(host));
    theme ??= { colours, ramp: colourRamp(colours) };
    writeText(name, axisName(data.up));
    stage.draw(data, layout, picture.places);
    legend.draw(data, theme.ramp, layout.width);
    const context = prepareCanvas(stage.canvas, layout.width, layout.height);
    if (!context) return;
    context.translate(layout.left, layout.top);
    paintRuns(context, data, picture.places, theme.colours, theme.ramp);
  }

  function ringed(key: RingedRun['key'], index: number | null | undefined): RingedRun[] {
    if (!data || !picture || !theme || !hasPlace(index)) return [];
    const { places } = picture;
    const [x, y] = [places.x[index] as number, places.y[index] as number];
    const colour = runColour(data, index, theme.colours, theme.ramp);
    const radius = radiusOf(data, places, index);
    return [{ key, x, y, radius, colour, isHollow: Number.isNaN(data.y[index]) }];
  }

  function drawPointed() {
    if (!data || !picture) return;
    describeTarget(data);
    const { left, top } = picture.layout;
    const [at] = ringed('pointed', pointed);
    const picked = ringed('picked', data.picked);
    drawRings(stage.rings, at && pointed !== data.picked ? [...picked, at] : picked);
    target.style.cursor = at ? 'pointer' : '';
    if (!at || pointed === undefined) {
      readout.hide();
      return;
    }
    const anchor = { x: left + at.x, y: top + at.y, clearance: 14 };
    readout.show(linesOf(pointed), anchor, at.colour);
  }

  function describeTarget({ x, summary }: PhaseMapData) {
    const isEmpty = x.length === 0;
    target.setAttribute('role', isEmpty ? 'img' : 'application');
    target.setAttribute('tabindex', isEmpty ? '-1' : '0');
    target.setAttribute('aria-label', isEmpty ? withoutRuns(summary) : summary);
    target.setAttribute('aria-description', isEmpty ? '' : words('keys'));
  }

  // At once: waiting for the first drawing would move everything below.
  layOut();
  scheduler.request();
  const keep = (next: PhaseMapData) => {
    isStale ||= data === undefined || !isSamePicture(data, next);
    data = next;
    told = undefined;
  };
  const endings = [width.stop, stopWatching, stopListening, readout.destroy, () => root.remove()];
  return frameFigure(scheduler, keep, endings);
}

function withoutRuns(summary: string): string {
  return summary === '' ? words('noRuns') : words('summaryWithoutRuns', { summary });
}

/** Lines of a readout, to be heard. */
function inOneLine([first = '', ...others]: readonly string[]): string {
  return others.reduce((before, next) => words('andNext', { before, next }), first);
}
