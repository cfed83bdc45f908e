/** Picking a cell: by pointer, or by walking from the picked one with the keyboard. */

import { modulo } from '../../../math/modular.ts';
import type { Cell } from './layout.ts';
import { cellAt } from './layout.ts';

export interface CellPicking {
  /** Number of rows and columns; 0 while there is no data. */
  size(): number;
  /** The picked cell as it is drawn. */
  current(): Cell;
  /** Called with a cell that is not picked yet. */
  pick(cell: Cell, byKeyboard: boolean): void;
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-5, 0],
  PageDown: [5, 0],
};

/** The cell a key leads to, around the edges as residues go; undefined for keys without a meaning. */
export function cellAfterKey({ row, column }: Cell, key: string, p: number): Cell | undefined {
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: p - 1 };
  const move = MOVES[key];
  if (!move) return undefined;
  return { row: modulo(row + move[0], p), column: modulo(column + move[1], p) };
}

/** @returns a function that stops listening */
export function listenToTable(picture: HTMLElement, picking: CellPicking): () => void {
  const listening = new AbortController();
  const { signal } = listening;

  function pick(cell: Cell, byKeyboard: boolean) {
    const { row, column } = picking.current();
    if (cell.row !== row || cell.column !== column) picking.pick(cell, byKeyboard);
  }
  function point(event: MouseEvent) {
    const box = picture.getBoundingClientRect();
    if (picking.size() === 0 || box.width === 0) return;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    pick(cellAt(x, y, box.width, picking.size()), false);
  }

  picture.addEventListener(
    'pointerdown',
    (event) => {
      // A finger may be about to scroll the page: it picks when it is lifted, as a click.
      if (event.button !== 0 || event.pointerType === 'touch') return;
      picture.setPointerCapture?.(event.pointerId);
      point(event);
    },
    { signal },
  );
  picture.addEventListener(
    'pointermove',
    (event) => {
      if (picture.hasPointerCapture?.(event.pointerId) && event.pointerType !== 'touch') {
        point(event);
      }
    },
    { signal },
  );
  picture.addEventListener('click', point, { signal });
  picture.addEventListener(
    'keydown',
    (event) => {
      if (picking.size() === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = cellAfterKey(picking.current(), event.key, picking.size());
      if (!next) return;
      event.preventDefault();
      pick(next, true);
    },
    { signal },
  );
  return () => listening.abort();
}
