/** Moves dots apart that would hide each other. Pixels; x and y are changed in place. */

import type { Packing, PackRoom } from './packing.ts';
import { choosePacking, findStacks, packOffset, smallestGap } from './packing.ts';

export interface SpreadBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Spread {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Indices of the dots to look at. */
  readonly members: readonly number[];
  /** From the middle of one dot to the next where there is room enough. */
  readonly wanted: number;
  /** Where dots have to stay. */
  readonly box: SpreadBox;
  /** Dots of one place stand in this order. */
  readonly rank: (index: number) => number;
}

/** From this share of dots that share a place, or an x, with others, the data are a grid. */
const GRID_SHARE = 0.2;
/** Part of the way to the next column that dots may fill. */
const FILLED = 0.9;

/**
 * Moves all dots that would hide each other.
 * @param touching distance in y below which two dots overlap
 * @returns the step from one to the next on a grid; undefined where dots met by chance, if at all
 */
export function spreadDots(spread: Spread, touching: number): number | undefined {
  const stacks = findStacks(spread.x, spread.y, spread.members);
  if (countAll(stacks) >= GRID_SHARE * spread.members.length)
    return spreadStacks(spread, stacks, true);
  spreadColumns(spread, touching);
  spreadStacks(spread, findStacks(spread.x, spread.y, spread.members), false);
  return undefined;
}

/** Dots on one place stand side by side. @returns the step from one to the next */
function spreadStacks(spread: Spread, stacks: readonly number[][], isGrid: boolean): number {
  const { wanted } = spread;
  if (stacks.length === 0) return wanted;
  // Dots that meet by chance among many others do not say how far apart places are.
  const room = isGrid ? gridRoom(spread, stacks) : { across: 3 * wanted, up: 3 * wanted };
  const sizes = stacks.map(({ length }) => length).sort((one, other) => one - other);
  // A few large stacks do not make all others small: they take more rows.
  const usual = sizes[Math.floor(0.75 * (sizes.length - 1))] ?? 1;
  const { columns, step } = choosePacking(usual, room, wanted);
  const rows = Math.ceil((sizes.at(-1) ?? 1) / columns);
  const packing = { columns, step: Math.min(step, Math.max(1, (FILLED * room.up) / rows)) };
  for (const stack of stacks) spreadStack(spread, stack, packing);
  return packing.step;
}

function gridRoom({ x, y, box }: Spread, stacks: readonly (readonly number[])[]): PackRoom {
  const places = stacks.map(([index]) => index as number);
  const gap = (positions: Float64Array, otherwise: number) =>
    smallestGap(
      places.map((index) => positions[index] as number),
      otherwise,
    );
  return { across: gap(x, box.right - box.left), up: gap(y, box.bottom - box.top) };
}

function spreadStack({ x, y, box, rank }: Spread, stack: number[], packing: Packing) {
  const columns = Math.min(packing.columns, stack.length);
  const used = { columns, step: packing.step };
  const [first] = stack;
  const half = (count: number) => (count * packing.step) / 2;
  const wide = half(columns);
  const high = half(Math.ceil(stack.length / columns));
  const centreX = within(x[first as number] as number, box.left + wide, box.right - wide);
  const centreY = within(y[first as number] as number, box.top + high, box.bottom - high);
  stack.sort((one, other) => rank(one) - rank(other) || one - other);
  stack.forEach((index, place) => {
    const offset = packOffset(place, stack.length, used);
    x[index] = centreX + offset.x;
    y[index] = centreY + offset.y;
  });
}

/**
 * Dots with the same x that overlap step aside, as far as the next column allows; their y stays.
 * Nothing moves where x is not on a grid.
 * @param touching distance in y below which two dots overlap
 */
function spreadColumns(spread: Spread, touching: number): void {
  const { x, members, wanted, box } = spread;
  const columns = new Map<number, number[]>();
  for (const index of members) {
    const place = x[index] as number;
    const column = columns.get(place);
    if (column) column.push(index);
    else columns.set(place, [index]);
  }
  const shared = [...columns.values()].filter(({ length }) => length > 1);
  if (countAll(shared) < GRID_SHARE * members.length) return;
  const room = FILLED * smallestGap(columns.keys(), box.right - box.left);
  const reach = Math.max(0, (room - wanted / 2) / 2);
  for (const column of shared) swarm(column, spread, touching, reach);
}

/** Each dot of a column stands as close to its x as those before it, from above, leave room for. */
function swarm(
  column: number[],
  { x, y, wanted, box }: Spread,
  touching: number,
  reach: number,
): void {
  column.sort((one, other) => (y[one] as number) - (y[other] as number) || one - other);
  const centre = x[column[0] as number] as number;
  const step = Math.min(wanted, reach);
  const half = wanted / 2;
  const lanes = step > 0 ? sides(Math.floor(reach / step + 1e-9)) : [0];
  const tries = [
    ...new Set(
      lanes.map((lane) => within(centre + lane * step, box.left + half, box.right - half)),
    ),
  ];
  let above = 0;
  column.forEach((index, place) => {
    const height = y[index] as number;
    while (height - (y[column[above] as number] as number) >= touching) above++;
    const near = column.slice(above, place);
    const distance = (at: number) =>
      near.reduce(
        (least, other) =>
          Math.min(least, Math.hypot((x[other] as number) - at, (y[other] as number) - height)),
        touching,
      );
    x[index] = tries.reduce((best, at) => (distance(at) > distance(best) ? at : best));
  });
}

/** Lanes from the middle outwards: 0, 1, −1, 2, −2 … */
function sides(count: number): number[] {
  return [
    0,
    ...Array.from({ length: 2 * count }, (_, lane) => (lane % 2 ? -1 : 1) * ((lane >> 1) + 1)),
  ];
}

function countAll(groups: readonly (readonly number[])[]): number {
  return groups.reduce((sum, { length }) => sum + length, 0);
}

function within(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}
