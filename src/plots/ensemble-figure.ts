/**
 * Which circles a network has, and which of them repair another's weak spot: circles on one line,
 * arcs from helpers to helped. Each circle is a switch.
 */

import './ensemble-figure.css';
import type { EnsembleData, EnsembleOptions } from './ensemble/data.ts';
import { createEnsembleDrawing } from './ensemble/drawing.ts';
import { ensembleFrame, ensembleLayout } from './ensemble/layout.ts';
import { createEnsembleLegend } from './ensemble/legend.ts';
import { createEnsembleSwitches } from './ensemble/switches.ts';
import { circleReading, ensembleSummary } from './ensemble/wording.ts';
import { words } from './ensemble/words.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler } from './figure.ts';
import { createHtml, writeText } from './inside/elements.ts';
import { watchWidth } from './inside/width.ts';

export type {
  CircleVerdict,
  EnsembleCircle,
  EnsembleData,
  EnsembleOptions,
} from './ensemble/data.ts';

/** Mounts the ensemble figure. It shows ghosts of circles until there are some. */
export function createEnsembleFigure(
  host: HTMLElement,
  options: EnsembleOptions,
): Figure<EnsembleData> {
  let data: EnsembleData = { circles: [] };
  let active: number | null = null;

  const root = createHtml('div', 'ensemble');
  const reading = createHtml('div', 'ensemble-reading', words('invitation'));
  const stage = createHtml('div', 'ensemble-stage');
  const drawing = createEnsembleDrawing();
  const scheduler = createFrameScheduler(draw);
  const switches = createEnsembleSwitches(options, hover);
  stage.append(drawing.element, switches.element);
  root.append(reading, stage, createEnsembleLegend(drawing.hatch));
  host.append(root);
  const width = watchWidth(root, scheduler.request);
  // At once: waiting for the first frame would move everything below.
  draw();

  function hover(k: number | null) {
    if (k === active) return;
    active = k;
    options.onHover?.(k);
    scheduler.request();
  }

  function draw() {
    const frame = ensembleFrame(width.current());
    const layout = ensembleLayout(data.circles, frame);
    const pointed = data.circles.find(({ k }) => k === active);
    root.classList.toggle('ensemble-empty', data.circles.length === 0);
    drawing.draw(frame, layout, pointed?.k ?? null);
    switches.place(frame, layout);
    const summary = data.circles.length > 0 ? ensembleSummary(data.circles) : words('invitation');
    writeText(reading, pointed ? circleReading(pointed) : summary);
  }

  return {
    update(next) {
      data = next;
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      width.stop();
      switches.destroy();
      root.remove();
    },
  };
}
