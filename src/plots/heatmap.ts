/**
 * The correct logit of every pair as a picture. Ordered by a − b and a + b, horizontal bands say
 * that the answer's strength depends on the distance of the inputs, as it does in a Pizza.
 */

import './heatmap.css';
import type { Figure } from './figure.ts';
import { createFrameScheduler, frameFigure, prefersReducedMotion } from './figure.ts';
import { bandShares } from './heatmap/bands.ts';
import type { HeatmapData, HeatmapOptions } from './heatmap/data.ts';
import type { Domain, ValueRange } from './heatmap/domain.ts';
import { approachDomain, valueRange } from './heatmap/domain.ts';
import type { Cell } from './heatmap/elements.ts';
import { createHeatmapElements } from './heatmap/elements.ts';
import { cellOfPair, gridValues, pairsOfCell, pairToPick } from './heatmap/grid.ts';
import { listenToPicture } from './heatmap/interaction.ts';
import { writePixels } from './heatmap/pixels.ts';
import { cellLines, heatmapLabel } from './heatmap/wording.ts';
import { words } from './heatmap/words.ts';
import { createValueReadout } from './value-readout.ts';

export { bandShares } from './heatmap/bands.ts';
export type { HeatmapData, HeatmapOptions, HeatmapOrder, SelectedPair } from './heatmap/data.ts';
export { gridValues } from './heatmap/grid.ts';

/** A snapshot with what is computed from it once. */
interface Shown {
  readonly data: HeatmapData;
  readonly values: Float32Array;
  readonly range: ValueRange;
}

/** Elapsed time assumed for the first frame after an update. */
const FIRST_FRAME = 16;

/** Mounts the heatmap. It shows an empty square until logits arrive. */
export function createHeatmapFigure(
  host: HTMLElement,
  { onPickPair, invitation = words('invitation'), subject }: HeatmapOptions = {},
): Figure<HeatmapData> {
  const elements = createHeatmapElements(invitation);
  const { root, picture, canvas } = elements;
  host.append(root);
  const readout = createValueReadout(root);

  let newest: HeatmapData | undefined;
  let shown: Shown | undefined;
  let domain: Domain | undefined;
  let lastFrame: number | undefined;
  let cursor: Cell | undefined;
  let isByKeyboard = false;

  const scheduler = createFrameScheduler((time) => {
    if (newest) take(newest);
    newest = undefined;
    const isSettled = paint(time);
    showReadout();
    lastFrame = isSettled ? undefined : time;
    if (!isSettled) scheduler.request();
  });
  const observer = new ResizeObserver(() => scheduler.request());
  observer.observe(root);
  const stopListening = listenToPicture(picture, {
    size: () => shown?.data.p ?? 0,
    current: () => cursor,
    change(cell, byKeyboard) {
      cursor = cell;
      isByKeyboard = byKeyboard;
      scheduler.request();
    },
    pick: onPickPair && pick,
  });

  function pick({ row, column }: Cell) {
    if (!shown) return;
    const { p, order, selectedPair } = shown.data;
    const pair = pairToPick(pairsOfCell(row, column, p, order), selectedPair);
    if (pair) onPickPair?.(...pair);
  }

  /** Computes what a snapshot needs; an empty one leads back to the invitation. */
  function take(data: HeatmapData) {
    const { p, step, order, correctLogits } = data;
    const values = gridValues(correctLogits, p, order);
    const range = valueRange(values);
    if (!range) {
      elements.showInstead(
        correctLogits.length === 0 ? (data.absence ?? invitation) : words('notFinite'),
      );
      shown = undefined;
      cursor = undefined;
      return;
    }
    const before = shown?.data;
    const isOther = before?.p !== p || before.order !== order || (before.step ?? 0) > (step ?? 0);
    if (isOther) {
      domain = undefined;
      canvas.width = canvas.height = p;
      elements.writeAxes(p, order);
    }
    if (cursor && Math.max(cursor.row, cursor.column) >= p) cursor = undefined;
    shown = { data, values, range };
    const ordered = order === 'plain' ? gridValues(correctLogits, p, 'difference-sum') : values;
    const shares = bandShares(ordered, p);
    const label = heatmapLabel(p, step, order, range.full, shares, subject);
    elements.describe(label, onPickPair !== undefined);
  }

  /** @returns whether the colours have reached their goal */
  function paint(time: number): boolean {
    if (!shown) return true;
    const goal = shown.range.robust;
    const elapsed = lastFrame === undefined ? FIRST_FRAME : time - lastFrame;
    domain = domain
      ? approachDomain(domain, goal, prefersReducedMotion() ? Number.POSITIVE_INFINITY : elapsed)
      : goal;
    elements.writeLegend(shown.range, domain);
    const context = canvas.getContext('2d');
    if (context) {
      const image = context.createImageData(shown.data.p, shown.data.p);
      writePixels(image.data, shown.values, domain);
      context.putImageData(image, 0, 0);
    }
    return domain === goal;
  }

  function showReadout() {
    const cell = shown ? cursor : undefined;
    elements.placeCursor(cell, shown?.data.p ?? 1);
    placePicked();
    if (!shown || !cell) {
      readout.hide();
      return;
    }
    const { p, order } = shown.data;
    const pairs = pairsOfCell(cell.row, cell.column, p, order);
    const value = shown.values[cell.row * p + cell.column] as number;
    const lines = cellLines(cell.row, cell.column, pairs, value, p, order);
    const size = picture.clientWidth / p;
    readout.show(lines, {
      x: picture.offsetLeft + (cell.column + 0.5) * size,
      y: picture.offsetTop + (cell.row + 0.5) * size,
      clearance: size / 2 + 9,
    });
    if (isByKeyboard) readout.announce(lines.join(' · '));
  }

  function placePicked() {
    const { p = 1, order = 'plain', selectedPair } = shown?.data ?? {};
    elements.placePicked(selectedPair ? cellOfPair(selectedPair, p, order) : undefined, p);
  }

  return frameFigure(
    scheduler,
    (data) => {
      newest = data;
    },
    [() => observer.disconnect(), stopListening, readout.destroy, () => root.remove()],
  );
}
