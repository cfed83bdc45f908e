/** Pointer and keyboard on the picture: which cell is meant. */

import type { Cell } from './elements.ts';

/** What is listened for and answered. */
export interface CellListener {
  /** Number of rows and columns; 0 while there is no data. */
  size(): number;
  current(): Cell | undefined;
  change(cell: Cell | undefined, byKeyboard: boolean): void;
  /** Called when a cell is clicked or Enter pressed on it. */
  pick?: ((cell: Cell) => void) | undefined;
  /** Where the keyboard's cursor starts; the first cell when left out. */
  start?(): Cell;
}

const FIRST_CELL: Cell = { row: 0, column: 0 };

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** @returns a function that stops listening */
export function listenToPicture(picture: HTMLElement, listener: CellListener): () => void {
  const listening = new AbortController();
  const { signal } = listening;

  const start = () => listener.start?.() ?? FIRST_CELL;
  const point = (event: PointerEvent) => {
    const size = listener.size();
    const box = picture.getBoundingClientRect();
    if (size === 0 || box.width === 0) return;
    const column = Math.floor(((event.clientX - box.left) / box.width) * size);
    const row = Math.floor(((event.clientY - box.top) / box.height) * size);
    const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < size;
    listener.change(isInside ? { row, column } : undefined, false);
  };
  const pick = () => {
    const cell = listener.current();
    if (cell) listener.pick?.(cell);
  };
  picture.addEventListener('pointermove', point, { signal });
  picture.addEventListener('pointerdown', point, { signal });
  picture.addEventListener('click', pick, { signal });
  picture.addEventListener(
    'pointerleave',
    (event) => {
      // A finger that is lifted leaves too; what it chose should stay readable.
      if (event.pointerType !== 'touch') listener.change(undefined, false);
    },
    { signal },
  );
  picture.addEventListener(
    'focus',
    () => {
      if (listener.current() || !picture.matches(':focus-visible')) return;
      listener.change(start(), true);
    },
    { signal },
  );
  picture.addEventListener('blur', () => listener.change(undefined, false), { signal });
  picture.addEventListener(
    'keydown',
    (event) => {
      if (listener.pick && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        pick();
        return;
      }
      const next = cellAfterKey(listener.size(), listener.current(), event.key, start());
      if (next === undefined) return;
      event.preventDefault();
      listener.change(next === 'none' ? undefined : next, true);
    },
    { signal },
  );
  return () => listening.abort();
}

/**
 * The cell a key leads to, wrapping around as residues do: "none" for Escape, undefined for keys
 * without a meaning here.
 */
export function cellAfterKey(
  size: number,
  current: Cell | undefined,
  key: string,
  start: Cell = FIRST_CELL,
): Cell | 'none' | undefined {
  if (size === 0) return undefined;
  if (key === 'Escape') return 'none';
  if (key === 'Home') return start;
  const move = MOVES[key];
  if (!move) return undefined;
  if (!current) return start;
  const wrap = (index: number) => ((index % size) + size) % size;
  return { row: wrap(current.row + move[0]), column: wrap(current.column + move[1]) };
}
