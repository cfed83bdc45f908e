/** Elements of a circle's heatmap: the picture, its axes in words and its scale. */

import { type Domain, positionIn } from '../heatmap/domain.ts';
import type { Cell } from '../heatmap/elements.ts';
import { rampGradient } from '../heatmap/ramp.ts';
import { logitText, walkingText } from '../heatmap/wording.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import type { TurnedOrder } from './turned-grid.ts';
import type { TurnedTick } from './wording.ts';
import { turnedAxisNames, turnedTicks } from './wording.ts';
import { words } from './words.ts';

export interface GridElements {
  readonly element: HTMLElement;
  readonly picture: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Makes the picture one that can be walked on. */
  describe(label: string): void;
  /** Shows the empty square. */
  clear(): void;
  writeAxes(order: TurnedOrder): void;
  /** @param full lowest and highest value @param domain what the ramp's ends stand for */
  writeScale(full: Domain, domain: Domain): void;
  placeCursor(cell: Cell | undefined, p: number): void;
  placePicked(cell: Cell | undefined, p: number): void;
}

export function createGridElements(): GridElements {
  const element = createHtml('div', 'circle-card-grid');
  const rowsName = createHtml('div', 'circle-card-rows-name', '\u00a0');
  const rowTicks = createHtml('div', 'heatmap-row-ticks');
  const picture = createHtml('div', 'heatmap-picture');
  const canvas = createHtml('canvas', 'heatmap-canvas');
  const picked = createHtml('div', 'heatmap-picked');
  const cursor = createHtml('div', 'heatmap-cursor');
  picked.hidden = cursor.hidden = true;
  picture.append(
    canvas,
    picked,
    cursor,
    createHtml('div', 'circle-card-invitation', words('invitation')),
  );
  const columnTicks = createHtml('div', 'heatmap-column-ticks');
  const columnsName = createHtml('div', 'circle-card-columns-name', '\u00a0');
  const scale = createHtml('div', 'circle-card-scale');
  const low = createHtml('span', 'circle-card-scale-end');
  const bar = createHtml('span', 'circle-card-scale-bar');
  const high = createHtml('span', 'circle-card-scale-end');
  scale.append('logit', low, bar, high);
  element.append(rowsName, rowTicks, picture, columnTicks, columnsName, scale);
  for (const part of [rowsName, rowTicks, columnTicks, columnsName, scale]) {
    part.setAttribute('aria-hidden', 'true');
  }

  return {
    element,
    picture,
    canvas,
    describe(label) {
      picture.setAttribute('role', 'application');
      picture.setAttribute('aria-label', label);
      picture.setAttribute('aria-description', walkingText(true));
      picture.tabIndex = 0;
      picture.classList.add('heatmap-pickable');
    },
    clear() {
      for (const name of ['role', 'aria-label', 'aria-description', 'tabindex']) {
        picture.removeAttribute(name);
      }
      picture.classList.remove('heatmap-pickable');
    },
    writeAxes(order) {
      const names = turnedAxisNames(order);
      writeText(rowsName, names.rows);
      writeText(columnsName, names.columns);
      const ticks = turnedTicks(order);
      rowTicks.replaceChildren(...ticks.rows.map((tick) => createTick(tick, order.p, 'top')));
      columnTicks.replaceChildren(
        ...ticks.columns.map((tick) => createTick(tick, order.p, 'left')),
      );
    },
    writeScale(full, domain) {
      // The outermost per cent of the values share the colours of the ends.
      bar.style.background = rampGradient(
        positionIn(full, domain.low),
        positionIn(full, domain.high),
      );
      writeText(low, logitText(full.low));
      writeText(high, logitText(full.high));
    },
    placeCursor(cell, p) {
      cursor.hidden = cell === undefined;
      if (!cell) return;
      cursor.style.top = place(cell.row, p);
      cursor.style.left = place(cell.column, p);
      cursor.style.width = cursor.style.height = place(1, p);
    },
    placePicked(cell, p) {
      picked.hidden = cell === undefined;
      if (!cell) return;
      picked.style.top = place(cell.row + 0.5, p);
      picked.style.left = place(cell.column + 0.5, p);
    },
  };
}

function createTick({ cell, text }: TurnedTick, p: number, side: 'top' | 'left'): HTMLElement {
  const element = createHtml('div', 'heatmap-tick', text);
  element.style[side] = place(cell, p);
  return element;
}

function place(cells: number, p: number): string {
  return `${((100 * cells) / p).toFixed(3)}%`;
}
