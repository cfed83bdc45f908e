/**
 * One circle of a network, taken apart: its ring of points, the logits it gives alone, and how much
 * of them the formulas of Clock, Pizza and accompanying Pizza explain.
 */

import './circles.css';
import './heatmap.css';
import './circle-card-figure.css';
import type { CircleCardData, CircleCardOptions } from './circle-card/data.ts';
import { createFitBars } from './circle-card/fit-bars.ts';
import { circleFits } from './circle-card/fits.ts';
import { createRing } from './circle-card/ring.ts';
import { createTurnedHeatmap } from './circle-card/turned-heatmap.ts';
import type { CirclesTheme } from './circles/theme.ts';
import { readCirclesTheme } from './circles/theme.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler, frameFigure } from './figure.ts';
import { createHtml } from './inside/elements.ts';
import { watchWidth } from './inside/width.ts';
import { watchTheme } from './theme-watch.ts';
import { createValueReadout } from './value-readout.ts';

export type { CircleCardData, CircleCardOptions } from './circle-card/data.ts';

/** Mounts a circle's card. It shows empty frames of the same size until there is data. */
export function createCircleCardFigure(
  host: HTMLElement,
  options: CircleCardOptions = {},
): Figure<CircleCardData> {
  let newest: CircleCardData | undefined;
  let shown: CircleCardData | undefined;
  let theme: CirclesTheme | undefined;
  const scheduler = createFrameScheduler(draw);

  const root = createHtml('div', 'circle-card circle-card-empty');
  const pictures = createHtml('div', 'circle-card-pictures');
  const ring = createRing(scheduler.request);
  const heatmap = createTurnedHeatmap(options, scheduler.request);
  const bars = createFitBars();
  pictures.append(ring.element, heatmap.element);
  root.append(pictures, bars.element);
  host.append(root);
  const readout = createValueReadout(root);
  const width = watchWidth(root, scheduler.request);
  const stopWatching = watchTheme(() => {
    theme = undefined;
    scheduler.request();
  });
  ring.clear();

  function draw() {
    if (newest) take(newest);
    newest = undefined;
    heatmap.draw(readout, root);
    if (!shown) return;
    theme ??= readCirclesTheme(root);
    ring.draw(shown, heatmap.pointedPair() ?? shown.selectedPair, theme);
    ring.read(readout, root);
  }

  function take(data: CircleCardData) {
    const hasLogits = heatmap.take(data);
    shown = hasLogits && data.points.length === 2 * data.p ? data : undefined;
    root.classList.toggle('circle-card-empty', !shown);
    bars.write(shown ? circleFits(shown) : []);
    if (!shown) ring.clear();
  }

  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [width.stop, stopWatching, ring.destroy, heatmap.destroy, readout.destroy, () => root.remove()],
  );
}
