/** What lies over and around the cells: names of rows and columns, and the crosshair. */

import { createSvg, writeText } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import type { TableLayout } from './layout.ts';
import { axisIndices } from './layout.ts';

/** What is written along the axes. */
export interface AxisWords {
  readonly p: number;
  /** Names of the axes. */
  readonly rows: string;
  readonly columns: string;
  /** Name of a row or column at an index. */
  name(index: number): string;
}

/** A place between cells, as the crosshair passes through them. */
export interface CrosshairPlace {
  readonly row: number;
  readonly column: number;
}

export interface TableFrame {
  readonly element: SVGSVGElement;
  draw(place: CrosshairPlace, words: AxisWords, layout: TableLayout): void;
}

/** Room of a name along the rows' and along the columns' axis. */
const LINE_HEIGHT = 15;
const NAME_WIDTH = 22;
/** From the square to its names. */
const CLEARANCE = 8;

export function createTableFrame(): TableFrame {
  const element = createSvg('svg', { class: 'explainer-drawing task-table-frame' });
  element.setAttribute('aria-hidden', 'true');
  const edge = createSvg('rect', { class: 'task-table-edge' });
  const rowsName = createSvg('text', { class: 'task-table-axis', 'text-anchor': 'middle' });
  const columnsName = createSvg('text', { class: 'task-table-axis', 'text-anchor': 'middle' });
  const halo = createSvg('path', { class: 'task-table-halo' });
  const cross = createSvg('path', { class: 'task-table-cross' });
  const cells = ['task-table-halo', 'task-table-cell'].map((name) =>
    createSvg('rect', { class: name }),
  );
  const rows = createNames('end');
  const columns = createNames('middle');
  element.append(edge, rowsName, columnsName, rows.element, columns.element, halo, cross, ...cells);

  return {
    element,
    draw({ row, column }, words, { width, height, left, top, size }) {
      const pitch = size / words.p;
      setPixels(element, { width, height });
      setPixels(edge, { x: left - 0.5, y: top - 0.5, width: size + 1, height: size + 1 });
      writeText(rowsName, words.rows);
      writeText(columnsName, words.columns);
      setPixels(columnsName, { x: left + size / 2, y: 11 });
      rowsName.setAttribute('transform', `translate(${left - 34},${top + size / 2}) rotate(-90)`);
      rows.draw(words, row, pitch, LINE_HEIGHT, (middle) => {
        return { x: left - CLEARANCE, y: top + middle + 4 };
      });
      columns.draw(words, column, pitch, NAME_WIDTH, (middle) => {
        // The last column's name stays inside the figure.
        return { x: Math.min(left + middle, width - NAME_WIDTH / 2), y: top - CLEARANCE };
      });
      const [x, y] = [left + column * pitch, top + row * pitch];
      const [middleX, middleY] = [x + pitch / 2, y + pitch / 2];
      const path =
        `M${(left - 3).toFixed(1)},${middleY.toFixed(1)}H${(x - 2).toFixed(1)}` +
        `M${middleX.toFixed(1)},${(top - 3).toFixed(1)}V${(y - 2).toFixed(1)}`;
      halo.setAttribute('d', path);
      cross.setAttribute('d', path);
      for (const cell of cells) {
        setPixels(cell, { x: x - 1.5, y: y - 1.5, width: pitch + 3, height: pitch + 3 });
      }
    },
  };
}

/** The names along one axis, the marked one stressed. */
function createNames(anchor: 'end' | 'middle') {
  const element = createSvg('g', { 'text-anchor': anchor });

  return {
    element,
    draw(
      { p, name }: AxisWords,
      at: number,
      pitch: number,
      room: number,
      place: (middle: number) => { readonly x: number; readonly y: number },
    ) {
      const marked = Math.round(at);
      const indices = axisIndices(p, at, pitch, room);
      while (element.childElementCount < indices.length + 1) element.append(createSvg('text', {}));
      while (element.childElementCount > indices.length + 1) element.lastElementChild?.remove();
      [marked, ...indices].forEach((index, order) => {
        const text = element.children[order] as SVGTextElement;
        const middle = ((order === 0 ? at : index) + 0.5) * pitch;
        setPixels(text, { ...place(middle) });
        writeText(text, name(Math.min(p - 1, Math.max(0, index))));
        text.setAttribute('class', order === 0 ? 'task-table-picked' : 'task-table-name');
      });
    },
  };
}
