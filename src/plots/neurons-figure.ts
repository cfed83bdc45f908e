/**
 * The first layer's neurons by their two phases. Where they treat a and b alike they lie on the
 * diagonal, as on a disc; where the phases are independent they fill the square, a torus.
 */

import './neurons-figure.css';
import { prepareCanvas } from './crisp-canvas.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler } from './figure.ts';
import { createHtml } from './inside/elements.ts';
import { watchWidth } from './inside/width.ts';
import type { NeuronsData, NeuronsOptions, PlottedNeuron } from './neurons/data.ts';
import { createNeuronsFrame, EQUAL_WITHIN, legendEntries } from './neurons/frame.ts';
import type { NeuronCategory } from './neurons/groups.ts';
import { neuronCategories, neuronStyles, walkingOrder } from './neurons/groups.ts';
import { listenToNeurons } from './neurons/interaction.ts';
import type { NeuronsTheme } from './neurons/marks.ts';
import { drawMark, drawNeurons, readNeuronsTheme } from './neurons/marks.ts';
import type { NeuronPlane } from './neurons/plane.ts';
import { nearestNeuron, neuronPlane, pixelOfPhases } from './neurons/plane.ts';
import { neuronLines, neuronsLabel } from './neurons/wording.ts';
import { watchTheme } from './theme-watch.ts';
import { createValueReadout } from './value-readout.ts';

export type { NeuronsData, NeuronsOptions, PlottedNeuron } from './neurons/data.ts';

/** A layer with what is computed from it once. */
interface Shown {
  readonly data: NeuronsData;
  readonly categories: readonly NeuronCategory[];
  readonly styles: readonly number[];
  readonly order: readonly number[];
}

/** Text before there are neurons. */
const INVITATION = 'The phases of the neurons show here';

/** Mounts the neurons figure. It shows empty axes until there are neurons. */
export function createNeuronsFigure(
  host: HTMLElement,
  options: NeuronsOptions,
): Figure<NeuronsData> {
  const root = createHtml('div', 'neurons neurons-empty');
  const stage = createHtml('div', 'neurons-stage');
  const frame = createNeuronsFrame();
  const canvas = createHtml('canvas', 'neurons-canvas');
  const legend = createHtml('ul', 'neurons-legend');
  const invitation = createHtml('p', 'neurons-invitation', INVITATION);
  stage.append(frame.element, canvas, invitation);
  root.append(stage, legend);
  host.append(root);
  const readout = createValueReadout(root);
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);
  const stopWatching = watchTheme(() => {
    theme = undefined;
    scheduler.request();
  });

  let newest: NeuronsData | undefined;
  let shown: Shown | undefined;
  let theme: NeuronsTheme | undefined;
  let plane: NeuronPlane | undefined;
  let active: number | undefined;
  let isByKeyboard = false;

  const selectedPosition = () => {
    const position = shown?.data.neurons.findIndex(({ index }) => index === shown?.data.selected);
    return position === undefined || position < 0 ? undefined : position;
  };
  const stopListening = listenToNeurons(stage, {
    order: () => shown?.order ?? [],
    current: () => active,
    start: () => selectedPosition() ?? shown?.order[0],
    at: (x, y) => (shown && plane ? nearestNeuron(plane, shown.data.neurons, x, y) : undefined),
    change(position, byKeyboard) {
      if (position === active) return;
      active = position;
      isByKeyboard = byKeyboard;
      scheduler.request();
    },
    select(position) {
      const neuron = shown?.data.neurons[position];
      if (neuron) options.onSelect(neuron.index);
    },
  });
  scheduler.request();

  function take(data: NeuronsData) {
    const { neurons, dead } = data;
    if (neurons !== shown?.data.neurons) active = undefined;
    root.classList.toggle('neurons-empty', neurons.length === 0);
    if (neurons.length === 0) {
      shown = undefined;
      legend.replaceChildren();
      for (const name of ['role', 'tabindex', 'aria-label', 'aria-description']) {
        stage.removeAttribute(name);
      }
      return;
    }
    const isSame = shown?.data.neurons === neurons && shown.data.dead === dead;
    if (shown && isSame) {
      shown = { ...shown, data };
      return;
    }
    const categories = neuronCategories(neurons);
    const styles = neuronStyles(neurons, categories);
    shown = { data, categories, styles, order: walkingOrder(neurons) };
    legend.replaceChildren(...legendEntries(categories, dead));
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-label', neuronsLabel(data, categories, EQUAL_WITHIN));
    stage.setAttribute(
      'aria-description',
      'Arrow keys go from neuron to neuron, by frequency and phase; Enter chooses one.',
    );
    stage.tabIndex = 0;
  }

  function layOut(): NeuronPlane {
    const next = neuronPlane(width.current());
    if (plane && plane.side === next.side) return plane;
    plane = next;
    stage.style.width = `${next.width}px`;
    stage.style.height = `${next.height}px`;
    frame.lay(next);
    return next;
  }

  function draw() {
    if (newest) take(newest);
    newest = undefined;
    const laid = layOut();
    const context = prepareCanvas(canvas, laid.width, laid.height);
    if (!shown) {
      readout.hide();
      return;
    }
    theme ??= readNeuronsTheme(root);
    const { neurons } = shown.data;
    if (context && typeof Path2D === 'function') {
      drawNeurons(context, laid, neurons, shown.styles, theme);
      mark(context, laid, selectedPosition(), true);
      mark(context, laid, active, false);
    }
    showReadout(laid, active === undefined ? undefined : neurons[active]);
  }

  function mark(
    context: CanvasRenderingContext2D,
    laid: NeuronPlane,
    position: number | undefined,
    isSelected: boolean,
  ) {
    const neuron = position === undefined ? undefined : shown?.data.neurons[position];
    if (!neuron || !theme) return;
    const colour = theme.styles[shown?.styles[position as number] ?? 0] ?? theme.ink;
    drawMark(context, laid, neuron, colour, theme, isSelected);
  }

  function showReadout(laid: NeuronPlane, neuron: PlottedNeuron | undefined) {
    if (!neuron) {
      readout.hide();
      return;
    }
    const lines = neuronLines(neuron);
    const { x, y } = pixelOfPhases(laid, neuron.phaseLeft, neuron.phaseRight);
    readout.show(lines, { x, y, clearance: 14 });
    if (isByKeyboard) readout.announce(lines.join(', '));
  }

  return {
    update(data) {
      newest = data;
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      width.stop();
      stopWatching();
      stopListening();
      readout.destroy();
      root.remove();
    },
  };
}
