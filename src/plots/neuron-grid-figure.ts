/**
 * One neuron of the first layer as a picture: the input of its ReLU for every pair (a, b), teal
 * where the ReLU cuts it off and plum where it passes.
 */

import { range } from 'd3';
import { stepOrder } from './circles/step-order.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler, frameFigure } from './figure.ts';
import type { Domain } from './heatmap/domain.ts';
import { valueRange } from './heatmap/domain.ts';
import type { Cell } from './heatmap/elements.ts';
import { axisTicks, createHeatmapElements } from './heatmap/elements.ts';
import { listenToPicture } from './heatmap/interaction.ts';
import './heatmap.css';
import { createHtml, writeText } from './inside/elements.ts';
import type { NeuronGridData } from './neuron-grid/data.ts';
import { createGridLegend } from './neuron-grid/legend.ts';
import { divergingBytes, readDivergingColours, writeDivergingPixels } from './neuron-grid/ramp.ts';
import { gridAxisNames, gridCellLines, gridLabel } from './neuron-grid/wording.ts';
import { words } from './neuron-grid/words.ts';
import './neuron-grid-figure.css';
import { watchTheme } from './theme-watch.ts';
import { createValueReadout } from './value-readout.ts';

export type { NeuronGridData, NeuronGridOrder } from './neuron-grid/data.ts';

/** A neuron with what is computed from it once. */
interface Shown {
  readonly data: NeuronGridData;
  /** Residue of each row and column. */
  readonly residues: readonly number[];
  /** In the order of the cells. */
  readonly values: Float32Array;
  readonly range: Domain;
  readonly extreme: number;
}

/** Mounts the picture of a neuron. It shows an empty square until there are values. */
export function createNeuronGridFigure(host: HTMLElement): Figure<NeuronGridData> {
  const root = createHtml('div', 'neuron-grid');
  const title = createHtml('div', 'neuron-grid-title');
  title.hidden = true;
  const elements = createHeatmapElements(words('invitation'));
  const legend = createGridLegend();
  elements.root.querySelector('.heatmap-legend')?.replaceWith(legend.element);
  root.append(title, elements.root);
  host.append(root);
  const { picture, canvas } = elements;
  const readout = createValueReadout(elements.root);

  let newest: NeuronGridData | undefined;
  let shown: Shown | undefined;
  let ramp: Uint8ClampedArray | undefined;
  let isPainted = false;
  let cursor: Cell | undefined;
  let isByKeyboard = false;

  const scheduler = createFrameScheduler(() => {
    if (newest) take(newest);
    newest = undefined;
    if (shown && !isPainted) paint(shown);
    showReadout();
  });
  const observer = new ResizeObserver(() => scheduler.request());
  observer.observe(root);
  const stopWatching = watchTheme(() => {
    ramp = undefined;
    isPainted = false;
    scheduler.request();
  });
  const stopListening = listenToPicture(picture, {
    size: () => shown?.data.p ?? 0,
    current: () => cursor,
    change(cell, byKeyboard) {
      cursor = cell;
      isByKeyboard = byKeyboard;
      scheduler.request();
    },
  });

  function take(data: NeuronGridData) {
    const { p, k, order = 'plain', values } = data;
    writeText(title, data.title ?? '');
    title.hidden = data.title === undefined;
    const residues = order === 'circle' ? stepOrder(k, p) : range(p);
    const ordered = values ? inOrder(values, residues) : new Float32Array(0);
    const full = valueRange(ordered)?.full;
    if (!full) {
      const wait = k > 0 ? 'computing' : 'invitation';
      elements.showInstead(words(values ? 'notFinite' : wait));
      shown = undefined;
      cursor = undefined;
      return;
    }
    if (cursor && Math.max(cursor.row, cursor.column) >= p) cursor = undefined;
    const extreme = Math.max(Math.abs(full.low), Math.abs(full.high));
    shown = { data, residues, values: ordered, range: full, extreme };
    isPainted = false;
    elements.writeAxes(p, 'plain');
    nameAxes(shown);
    elements.describe(gridLabel(data, full), false);
  }

  /** Ticks name residues, wherever the order has put them. */
  function nameAxes({ data, residues }: Shown) {
    const names = gridAxisNames(data);
    const ticks = axisTicks(data.p);
    for (const [side, name] of [
      ['row', names.rows],
      ['column', names.columns],
    ] as const) {
      const nameElement = elements.root.querySelector(`.heatmap-${side}s-name`);
      if (nameElement) writeText(nameElement, name);
      elements.root.querySelectorAll(`.heatmap-${side}-ticks .heatmap-tick`).forEach((tick, at) => {
        writeText(tick, String(residues[ticks[at] ?? 0] ?? ''));
      });
    }
  }

  function paint({ data, values, range: full, extreme }: Shown) {
    ramp ??= divergingBytes(readDivergingColours(root));
    isPainted = true;
    legend.write(full, extreme, ramp);
    canvas.width = canvas.height = data.p;
    const context = canvas.getContext('2d');
    if (!context) return;
    const image = context.createImageData(data.p, data.p);
    writeDivergingPixels(image.data, values, extreme, ramp);
    context.putImageData(image, 0, 0);
  }

  function showReadout() {
    const cell = shown ? cursor : undefined;
    elements.placeCursor(cell, shown?.data.p ?? 1);
    if (!shown || !cell) {
      readout.hide();
      return;
    }
    const { p } = shown.data;
    const [a, b] = [shown.residues[cell.row] ?? 0, shown.residues[cell.column] ?? 0];
    const lines = gridCellLines(a, b, shown.values[cell.row * p + cell.column] as number);
    const size = picture.clientWidth / p;
    readout.show(lines, {
      x: picture.offsetLeft + (cell.column + 0.5) * size,
      y: picture.offsetTop + (cell.row + 0.5) * size,
      clearance: size / 2 + 9,
    });
    if (isByKeyboard) readout.announce(lines.join(' · '));
  }

  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [
      () => observer.disconnect(),
      stopWatching,
      stopListening,
      readout.destroy,
      () => root.remove(),
    ],
  );
}

/** The values with rows and columns in the order of the residues. */
function inOrder(values: Float32Array, residues: readonly number[]): Float32Array {
  const p = residues.length;
  return Float32Array.from({ length: p * p }, (_, cell) => {
    const a = residues[Math.floor(cell / p)] as number;
    const b = residues[cell % p] as number;
    return values[a * p + b] as number;
  });
}
