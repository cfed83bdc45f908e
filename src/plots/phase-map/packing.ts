/** Dots that fall on one place, laid side by side. Pixels. */

/** Room that the dots of one place may fill. */
export interface PackRoom {
  readonly across: number;
  readonly up: number;
}

/** How packs are laid: dots a row, and from one dot to the next. */
export interface Packing {
  readonly columns: number;
  readonly step: number;
}

/** Positions closer than this part of a pixel are one place. */
const GRAIN = 64;
/** One row is taken, or a wider block, whose dots stand nearly as far apart as they could. */
const NEARLY = { row: 0.6, block: 0.95 };
/** Part of the way to the next place that a pack may fill. */
const FILLED = 0.9;
const SMALLEST_STEP = 1;

/** Members that share a place: only places of more than one. Their order is kept. */
export function findStacks(
  x: Float64Array,
  y: Float64Array,
  members: readonly number[],
): number[][] {
  const first = new Map<number, number>();
  const stacks = new Map<number, number[]>();
  for (const index of members) {
    const column = Math.round((x[index] as number) * GRAIN);
    const key = column * 2 ** 26 + Math.round((y[index] as number) * GRAIN);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      continue;
    }
    const stack = stacks.get(key);
    if (stack) stack.push(index);
    else stacks.set(key, [earlier, index]);
  }
  return [...stacks.values()];
}

/** The smallest distance between different positions; the given room where there is only one. */
export function smallestGap(positions: Iterable<number>, otherwise: number): number {
  const sorted = [...new Set(positions)].sort((one, other) => one - other);
  let gap = otherwise;
  for (let index = 1; index < sorted.length; index++) {
    const next = (sorted[index] as number) - (sorted[index - 1] as number);
    if (next > 1 / GRAIN) gap = Math.min(gap, next);
  }
  return gap;
}

/**
 * How to lay at most so many dots in a room: in one row if that is possible, otherwise in the widest
 * block that leaves the dots apart.
 * @param wanted from one dot to the next where there is room enough
 */
export function choosePacking(count: number, room: PackRoom, wanted: number): Packing {
  const stepOf = (columns: number) =>
    Math.min(
      wanted,
      (FILLED * room.across) / columns,
      (FILLED * room.up) / Math.ceil(count / columns),
    );
  let best = 0;
  for (let columns = 1; columns <= count; columns++) best = Math.max(best, stepOf(columns));
  let columns = Math.max(1, count);
  if (stepOf(columns) < NEARLY.row * best) {
    while (columns > 1 && stepOf(columns) < NEARLY.block * best) columns--;
  }
  return { columns, step: Math.max(SMALLEST_STEP, stepOf(columns)) };
}

/** Where dot number `rank` of a place with `count` dots stands, from the place. */
export function packOffset(
  rank: number,
  count: number,
  { columns, step }: Packing,
): { readonly x: number; readonly y: number } {
  const rows = Math.ceil(count / columns);
  const row = Math.floor(rank / columns);
  const inRow = row === rows - 1 ? count - row * columns : columns;
  return {
    x: ((rank % columns) - (inRow - 1) / 2) * step,
    y: (row - (rows - 1) / 2) * step,
  };
}
