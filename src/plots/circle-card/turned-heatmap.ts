/** The heatmap of a circle's card: what it paints, which cell is meant, which pair was picked. */

import type { Domain } from '../heatmap/domain.ts';
import { valueRange } from '../heatmap/domain.ts';
import type { Cell } from '../heatmap/elements.ts';
import { pairToPick } from '../heatmap/grid.ts';
import { listenToPicture } from '../heatmap/interaction.ts';
import { writePixels } from '../heatmap/pixels.ts';
import type { SelectedPair } from '../heatmap.ts';
import type { ValueReadout } from '../value-readout.ts';
import type { CircleCardData, CircleCardOptions } from './data.ts';
import { createGridElements } from './grid-elements.ts';
import type { TurnedOrder } from './turned-grid.ts';
import {
  pairsOfTurnedCell,
  rowSteps,
  turnedCellOfPair,
  turnedOrder,
  turnedValues,
} from './turned-grid.ts';
import { turnedCellLines, turnedLabel } from './wording.ts';

export interface TurnedHeatmap {
  readonly element: HTMLElement;
  /** Computes what new data needs. @returns whether there is anything to show */
  take(data: CircleCardData): boolean;
  /** Places cursor, mark and readout. */
  draw(readout: ValueReadout, figure: HTMLElement): void;
  /** The pair under the pointer or the keyboard's cursor. */
  pointedPair(): SelectedPair | null;
  destroy(): void;
}

/** A snapshot with what is computed from it once. */
interface Shown {
  readonly data: CircleCardData;
  readonly order: TurnedOrder;
  readonly values: Float32Array;
}

/** @param requestDrawing called when the cell in question changed */
export function createTurnedHeatmap(
  { onPickPair }: CircleCardOptions,
  requestDrawing: () => void,
): TurnedHeatmap {
  const elements = createGridElements();
  const { picture, canvas } = elements;
  let shown: Shown | undefined;
  let cursor: Cell | undefined;
  let isByKeyboard = false;
  const stopListening = listenToPicture(picture, {
    size: () => shown?.data.p ?? 0,
    current: () => cursor,
    start: () => ({ row: Math.floor((shown?.data.p ?? 1) / 2), column: 0 }),
    change(cell, byKeyboard) {
      cursor = cell;
      isByKeyboard = byKeyboard;
      requestDrawing();
    },
    pick(cell) {
      const pair =
        shown && pairToPick(pairsOfTurnedCell(cell, shown.order), shown.data.selectedPair);
      if (pair) onPickPair?.(...pair);
    },
  });

  function paint(values: Float32Array, p: number, domain: Domain) {
    canvas.width = canvas.height = p;
    const context = canvas.getContext('2d');
    if (!context) return;
    const image = context.createImageData(p, p);
    writePixels(image.data, values, domain);
    context.putImageData(image, 0, 0);
  }

  return {
    element: elements.element,
    take(data) {
      const isSame =
        shown?.data.correctLogits === data.correctLogits &&
        shown.data.k === data.k &&
        shown.data.accompanies === data.accompanies;
      if (isSame && shown) {
        shown = { ...shown, data };
        return true;
      }
      const order = turnedOrder(data);
      const values =
        data.correctLogits.length > 0
          ? turnedValues(data.correctLogits, order)
          : new Float32Array(0);
      const range = valueRange(values);
      if (!range) {
        shown = undefined;
        cursor = undefined;
        elements.clear();
        return false;
      }
      shown = { data, order, values };
      if (cursor && Math.max(cursor.row, cursor.column) >= data.p) cursor = undefined;
      const domain = anchoredDomain(range.robust);
      elements.writeAxes(order);
      elements.writeScale(range.full, domain);
      elements.describe(turnedLabel(data.k, order, range.full));
      paint(values, data.p, domain);
      return true;
    },
    draw(readout, figure) {
      const { p = 1, selectedPair = null } = shown?.data ?? {};
      const cell = shown ? cursor : undefined;
      elements.placeCursor(cell, p);
      elements.placePicked(
        shown && selectedPair ? turnedCellOfPair(selectedPair, shown.order) : undefined,
        p,
      );
      if (!shown || !cell) {
        readout.hide();
        return;
      }
      const steps = { difference: rowSteps(cell.row, p), sum: cell.column };
      const pairs = pairsOfTurnedCell(cell, shown.order);
      const value = shown.values[cell.row * p + cell.column] as number;
      const lines = turnedCellLines(steps, pairs, value, shown.order);
      const box = picture.getBoundingClientRect();
      const outer = figure.getBoundingClientRect();
      const size = box.width / p;
      readout.show(lines, {
        x: box.left - outer.left + (cell.column + 0.5) * size,
        y: box.top - outer.top + (cell.row + 0.5) * size,
        clearance: size / 2 + 9,
      });
      if (isByKeyboard) readout.announce(lines.join(' · '));
    },
    pointedPair() {
      const pair = shown && cursor && pairsOfTurnedCell(cursor, shown.order)[0];
      return pair ? { a: pair[0], b: pair[1] } : null;
    },
    destroy: stopListening,
  };
}

/**
 * The ramp's ends, one of them at 0 where no logit is negative: a circle that is equally sure of
 * every pair is then pale all over, and its noise is not blown up to a pattern.
 */
export function anchoredDomain({ low, high }: Domain): Domain {
  return { low: Math.min(0, low), high: Math.max(0, high) };
}
