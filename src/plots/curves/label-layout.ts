/** Where labels go so that they do not collide. Pure geometry, in pixels. */

/** Rough width of a text: exact measuring would force a layout in every frame. */
export function approximateTextWidth(text: string, fontSize = 11): number {
  const wide = text.match(wideLetters)?.length ?? 0;
  return ((text.length - wide) * 0.58 + wide) * fontSize;
}

/** Letters as wide as they are high: Chinese ones and their marks. */
const wideLetters = /[\u2e80-\u9fff\uff00-\uff60]/g;

/**
 * Moves positions apart until neighbours keep a gap, with the least squared displacement (isotonic
 * regression by pooling adjacent violators). The order is kept. With too little room the gap
 * shrinks evenly.
 * @returns new positions, in the order of the given ones
 */
export function spreadLabels(
  positions: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = positions.map((_, index) => index);
  order.sort((first, second) => (positions[first] ?? 0) - (positions[second] ?? 0));
  const steps = Math.max(1, positions.length - 1);
  const usedGap = Math.min(gap, Math.max(0, high - low) / steps);
  const pools: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: (positions[index] ?? 0) - rank * usedGap, count: 1 };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.count <= pool.sum / pool.count) break;
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const lastStart = Math.max(low, high - (positions.length - 1) * usedGap);
  const starts = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(Math.max(sum / count, low), lastStart)),
  );
  const result = positions.slice();
  order.forEach((index, rank) => {
    result[index] = (starts[rank] ?? low) + rank * usedGap;
  });
  return result;
}

/** A label that wants to be centred somewhere on a line. */
export interface CentredLabel {
  readonly centre: number;
  readonly width: number;
}

/** Where a label found room: its row, counted from 0, and its left edge. */
export interface LabelPlace {
  readonly row: number;
  readonly left: number;
}

/**
 * Packs labels into rows, first come first served: each takes the first row in which it touches no
 * earlier label; without one it is dropped (null). Labels stay between low and high.
 * @param labels the most important first
 */
export function packLabels(
  labels: readonly CentredLabel[],
  { rows, gap, low, high }: { rows: number; gap: number; low: number; high: number },
): (LabelPlace | null)[] {
  const taken: { row: number; left: number; right: number }[] = [];
  return labels.map(({ centre, width }) => {
    const left = Math.max(low, Math.min(centre - width / 2, high - width));
    for (let row = 0; row < rows; row += 1) {
      const free = taken.every(
        (other) =>
          other.row !== row || left >= other.right + gap || left + width + gap <= other.left,
      );
      if (free && width <= high - low) {
        taken.push({ row, left, right: left + width });
        return { row, left };
      }
    }
    return null;
  });
}

/** A point in pixels. */
export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Finds the place beside an anchor where a label covers fewest points and stays inside.
 * @returns centre of the label
 */
export function placeBeside(
  anchor: PixelPoint,
  label: { readonly width: number; readonly height: number },
  inside: { readonly width: number; readonly height: number },
  obstacles: readonly PixelPoint[],
): PixelPoint {
  const aside = label.width / 2 + 7;
  const above = label.height / 2 + 6;
  const offsets = [
    [aside, 0],
    [-aside, 0],
    [0, -above],
    [0, above],
    [aside, -above],
    [-aside, -above],
    [aside, above],
    [-aside, above],
  ] as const;
  let best: PixelPoint = anchor;
  let lowestCost = Number.POSITIVE_INFINITY;
  for (const [right, down] of offsets) {
    const x = anchor.x + right;
    const y = anchor.y + down;
    const outside =
      x - label.width / 2 < 0 ||
      x + label.width / 2 > inside.width ||
      y - label.height / 2 < 0 ||
      y + label.height / 2 > inside.height;
    const covered = obstacles.filter(
      (point) =>
        Math.abs(point.x - x) < label.width / 2 + 2 && Math.abs(point.y - y) < label.height / 2 + 2,
    ).length;
    const cost = covered + (outside ? 1e6 : 0);
    if (cost < lowestCost) {
      lowestCost = cost;
      best = { x, y };
    }
  }
  return best;
}
