/**
 * The first layer's neurons by their two phases. Where they treat a and b alike they lie on the
 * diagonal, as on a disc; where the phases are independent they fill the square, a torus.
 */

import './neurons-figure.css';
import { prepareCanvas } from './crisp-canvas.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler, frameFigure } from './figure.ts';
import { createHtml } from './inside/elements.ts';
import { afterKey, listenToWalk } from './inside/walk.ts';
import { watchWidth } from './inside/width.ts';
import type { NeuronsData, NeuronsOptions } from './neurons/data.ts';
import { createNeuronsFrame, EQUAL_WITHIN } from './neurons/frame.ts';
import { describeStage } from './neurons/interaction.ts';
import type { NeuronLayer } from './neurons/layer.ts';
import { neuronLayer, selectedPosition, shownPositions } from './neurons/layer.ts';
import { createNeuronsLegend } from './neurons/legend.ts';
import type { NeuronsTheme } from './neurons/marks.ts';
import { drawMark, drawNeurons, readNeuronsTheme } from './neurons/marks.ts';
import type { NeuronPlane } from './neurons/plane.ts';
import { nearestNeuron, neuronPlane, pixelOfPhases } from './neurons/plane.ts';
import { neuronLines, neuronsLabel } from './neurons/wording.ts';
import { words } from './neurons/words.ts';
import { watchTheme } from './theme-watch.ts';
import { createValueReadout } from './value-readout.ts';

export type { NeuronsData, NeuronsOptions, PlottedNeuron } from './neurons/data.ts';

/** Mounts the neurons figure. It shows empty axes until there are neurons. */
export function createNeuronsFigure(
  host: HTMLElement,
  options: NeuronsOptions,
): Figure<NeuronsData> {
  const scheduler = createFrameScheduler(draw);
  const root = createHtml('div', 'neurons neurons-empty');
  const stage = createHtml('div', 'neurons-stage');
  const frame = createNeuronsFrame();
  const canvas = createHtml('canvas', 'neurons-canvas');
  const legend = createNeuronsLegend(filter);
  const invitation = createHtml('p', 'neurons-invitation', words('invitation'));
  stage.append(frame.element, canvas, invitation);
  root.append(stage, legend.element);
  host.append(root);
  const readout = createValueReadout(root);
  const width = watchWidth(root, scheduler.request);
  const stopWatching = watchTheme(() => {
    theme = undefined;
    scheduler.request();
  });

  let newest: NeuronsData | undefined;
  let layer: NeuronLayer | undefined;
  /** Positions of the neurons that the legend lets through, in the order of the keyboard. */
  let shown: readonly number[] = [];
  let theme: NeuronsTheme | undefined;
  let plane: NeuronPlane | undefined;
  let active: number | undefined;
  let isByKeyboard = false;

  const shownSelection = () => {
    const position = layer && selectedPosition(layer);
    return position !== undefined && shown.includes(position) ? position : undefined;
  };
  const start = () => shownSelection() ?? shown[0];
  const stopListening = listenToWalk(stage, {
    current: () => active,
    start,
    afterKey: (key) => afterKey(shown, active, key, start()),
    at: (x, y) =>
      layer && plane ? nearestNeuron(plane, layer.data.neurons, x, y, shown) : undefined,
    change(position, byKeyboard) {
      if (position === active) return;
      active = position;
      isByKeyboard = byKeyboard;
      scheduler.request();
    },
    choose(position) {
      const neuron = layer?.data.neurons[position];
      if (neuron) options.onSelect(neuron.index);
    },
  });
  scheduler.request();

  function take(data: NeuronsData) {
    const isEmpty = data.neurons.length === 0;
    root.classList.toggle('neurons-empty', isEmpty);
    if (isEmpty) {
      layer = undefined;
      active = undefined;
      shown = [];
      legend.clear();
      describeStage(stage, undefined);
      return;
    }
    if (data.neurons !== layer?.data.neurons) active = undefined;
    layer = neuronLayer(data, layer);
    legend.write(layer.categories, data);
    describeStage(stage, neuronsLabel(data, layer.categories, EQUAL_WITHIN));
    filter();
  }

  function filter() {
    shown = layer ? shownPositions(layer, legend.only()) : [];
    if (active !== undefined && !shown.includes(active)) active = undefined;
    scheduler.request();
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
    theme ??= readNeuronsTheme(root);
    if (layer && context) {
      drawNeurons(context, laid, layer.data.neurons, layer.styles, theme, legend.only());
      for (const [position, isSelected] of [
        [shownSelection(), true],
        [active, false],
      ] as const) {
        const neuron = position === undefined ? undefined : layer.data.neurons[position];
        if (neuron) drawMark(context, laid, neuron, colourOf(position), theme, isSelected);
      }
    }
    showReadout(laid);
  }

  function colourOf(position: number | undefined): string {
    const style = position === undefined ? undefined : layer?.styles[position];
    return theme?.styles[style ?? -1] ?? theme?.ink ?? 'gray';
  }

  function showReadout(laid: NeuronPlane) {
    const neuron = active === undefined ? undefined : layer?.data.neurons[active];
    if (!neuron) {
      readout.hide();
      return;
    }
    const lines = neuronLines(neuron);
    const { x, y } = pixelOfPhases(laid, neuron.phaseLeft, neuron.phaseRight);
    readout.show(lines, { x, y, clearance: 14 }, colourOf(active));
    if (isByKeyboard) readout.announce(lines.join(', '));
  }

  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [width.stop, stopWatching, stopListening, readout.destroy, () => root.remove()],
  );
}
