/** Where the table stands, and which of its cells a place belongs to. Pixels. */

export interface TableLayout {
  readonly width: number;
  readonly height: number;
  /** Top left corner of the square, right of the rows' names and below the columns'. */
  readonly left: number;
  readonly top: number;
  /** Side of the square. */
  readonly size: number;
}

/** A cell as it is drawn, counted from the top left. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

const LARGEST_SIZE = 480;
const LEFT = 44;
const TOP = 40;
const MARGIN = 2;

/** @param width of the figure, from 280 px up */
export function tableLayout(width: number): TableLayout {
  const size = Math.min(LARGEST_SIZE, width - LEFT - MARGIN);
  // Narrower than the figure, table and names are centred together.
  const left = Math.round((width - size - LEFT - MARGIN) / 2) + LEFT;
  return { width, height: TOP + size + MARGIN, left, top: TOP, size };
}

/** The cell under a place; the nearest one for a place outside. @param x from the square's left */
export function cellAt(x: number, y: number, size: number, p: number): Cell {
  const index = (place: number) => Math.min(p - 1, Math.max(0, Math.floor((place / size) * p)));
  return { row: index(y), column: index(x) };
}

/**
 * Edges of p rows or columns, length p + 1, on whole pixels of the screen: no cell is blurred.
 *
 * @param ratio screen pixels a CSS pixel
 */
export function cellEdges(size: number, p: number, ratio: number): Float64Array {
  return Float64Array.from({ length: p + 1 }, (_, index) => {
    return Math.round((index * size * ratio) / p) / ratio;
  });
}

/**
 * Round indices to be written along an axis, of which none touches the marked one.
 *
 * @param pitch pixels a cell @param room pixels that a name takes along the axis
 */
export function axisIndices(p: number, marked: number, pitch: number, room: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((wanted) => wanted * pitch >= 1.6 * room) ?? 100;
  const regular = Array.from({ length: Math.ceil(p / step) }, (_, index) => index * step);
  return regular.filter((index) => Math.abs(index - marked) * pitch >= room);
}
