/** Elements of the heatmap: the picture between its axes, the cell cursor and the legend. */

import { range, tickStep } from 'd3';
import type { HeatmapOrder } from './data.ts';
import type { Domain, ValueRange } from './domain.ts';
import { positionIn } from './domain.ts';
import { rampGradient } from './ramp.ts';
import { axisNames, logitText, walkingText } from './wording.ts';
import { words } from './words.ts';

/** A cell of the picture. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface HeatmapElements {
  readonly root: HTMLElement;
  /** The square, focusable once there is data. */
  readonly picture: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Makes the picture one that can be read and walked on, and picked from if so wished. */
  describe(label: string, isPickable: boolean): void;
  /** Shows a text instead of a picture. */
  showInstead(text: string): void;
  writeAxes(p: number, order: HeatmapOrder): void;
  writeLegend(values: ValueRange, domain: Domain): void;
  /** Outlines a cell and marks its row and column on the axes. */
  placeCursor(cell: Cell | undefined, p: number): void;
  /** Marks the selected pair's cell. */
  placePicked(cell: Cell | undefined, p: number): void;
}

const TICKS = 6;

/** @param invitationText text before there is a picture */
export function createHeatmapElements(invitationText: string): HeatmapElements {
  const root = create('heatmap heatmap-empty');
  const rowsName = create('heatmap-rows-name');
  const rowTicks = create('heatmap-row-ticks');
  const picture = create('heatmap-picture');
  const canvas = document.createElement('canvas');
  canvas.className = 'heatmap-canvas';
  const cursor = create('heatmap-cursor');
  const invitation = create('heatmap-invitation');
  invitation.textContent = invitationText;
  const picked = create('heatmap-picked');
  picked.hidden = true;
  picture.append(canvas, picked, cursor, invitation);
  const columnTicks = create('heatmap-column-ticks');
  const columnsName = create('heatmap-columns-name');
  const legend = create('heatmap-legend');
  const bar = create('heatmap-legend-bar');
  const low = create('heatmap-legend-low');
  const unit = create('heatmap-legend-unit');
  unit.textContent = words('unit');
  const high = create('heatmap-legend-high');
  legend.append(bar, low, unit, high);
  root.append(rowsName, rowTicks, picture, columnTicks, columnsName, legend);
  for (const decoration of [rowsName, rowTicks, columnTicks, columnsName, legend]) {
    decoration.setAttribute('aria-hidden', 'true');
  }
  const rowMark = create('heatmap-mark');
  const columnMark = create('heatmap-mark');
  cursor.hidden = true;

  return {
    root,
    picture,
    canvas,
    describe(label, isPickable) {
      root.classList.remove('heatmap-empty');
      picture.setAttribute('role', isPickable ? 'application' : 'img');
      picture.classList.toggle('heatmap-pickable', isPickable);
      picture.setAttribute('aria-label', label);
      picture.setAttribute('aria-description', walkingText(isPickable));
      picture.tabIndex = 0;
    },
    showInstead(text) {
      root.classList.add('heatmap-empty');
      invitation.textContent = text;
      picture.classList.remove('heatmap-pickable');
      for (const name of ['role', 'aria-label', 'aria-description', 'tabindex']) {
        picture.removeAttribute(name);
      }
    },
    writeAxes(p, order) {
      const names = axisNames(order, p);
      rowsName.textContent = names.rows;
      columnsName.textContent = names.columns;
      rowTicks.replaceChildren(...axisTicks(p).map((tick) => createTick(tick, p, 'top')), rowMark);
      columnTicks.replaceChildren(
        ...axisTicks(p).map((tick) => createTick(tick, p, 'left')),
        columnMark,
      );
    },
    writeLegend({ full }, domain) {
      const [from, to] = [positionIn(full, domain.low), positionIn(full, domain.high)];
      bar.style.background = rampGradient(from, to);
      low.textContent = logitText(full.low);
      high.textContent = logitText(full.high);
    },
    placeCursor(cell, p) {
      const isHidden = cell === undefined;
      for (const element of [cursor, rowMark, columnMark]) element.hidden = isHidden;
      if (!cell) return;
      cursor.style.top = rowMark.style.top = cellStart(cell.row, p);
      cursor.style.left = columnMark.style.left = cellStart(cell.column, p);
      cursor.style.width = cursor.style.height = cellStart(1, p);
      rowMark.style.height = columnMark.style.width = cellStart(1, p);
    },
    placePicked(cell, p) {
      picked.hidden = cell === undefined;
      if (!cell) return;
      picked.style.top = cellStart(cell.row + 0.5, p);
      picked.style.left = cellStart(cell.column + 0.5, p);
    },
  };
}

/** Round numbers from 0 to p − 1 for an axis. */
export function axisTicks(p: number): number[] {
  return range(0, p, Math.max(1, tickStep(0, p - 1, TICKS)));
}

function createTick(tick: number, p: number, side: 'top' | 'left'): HTMLElement {
  const element = create('heatmap-tick');
  element.textContent = String(tick);
  element.style[side] = cellStart(tick + 0.5, p);
  return element;
}

function cellStart(index: number, p: number): string {
  return `${((100 * index) / p).toFixed(4)}%`;
}

function create(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
