/** The arcs from helpers to the circles whose weak spots they repair. Pure geometry, in pixels. */

import { approximateTextWidth } from '../curves/label-layout.ts';
import type { EnsembleFrame, EnsembleNode } from './layout.ts';
import { words } from './words.ts';

/** One arc with its arrowhead and label. */
export interface EnsembleArc {
  readonly helper: number;
  readonly helped: number;
  /** The line, as an SVG path. */
  readonly path: string;
  /** The arrowhead, as a closed SVG path. */
  readonly head: string;
  readonly label: { readonly text: string; readonly x: number; readonly y: number };
}

const allLevels = [0, 1, 2];
const LEVELS = allLevels.length;
const LEVEL_HEIGHT = 20;
const TOP = 14;
const CLEARANCE = 5;
const HEAD_LENGTH = 8;
const HEAD_HALF_WIDTH = 4.5;
const ENTRY_SPREAD = 12;
const LABEL_GAP = 8;

interface Span {
  readonly from: EnsembleNode;
  readonly to: EnsembleNode;
  readonly entry: number;
}

/** Arcs of all circles that repair another circle of the figure. */
export function ensembleArcs(
  nodes: readonly EnsembleNode[],
  { width }: Pick<EnsembleFrame, 'width'>,
): EnsembleArc[] {
  const spans = findSpans(nodes);
  const levels = assignLevels(spans, width);
  return spans.map((span, index) => shapeOf(span, levels[index] as number, width));
}

/** Pairs of helper and helped; several helpers arrive side by side. */
function findSpans(nodes: readonly EnsembleNode[]): Span[] {
  const byFrequency = new Map(nodes.map((node) => [node.circle.k, node]));
  const arrivals = new Map<EnsembleNode, EnsembleNode[]>();
  for (const from of nodes) {
    const { k, accompanies } = from.circle;
    const to = accompanies === null || accompanies === k ? undefined : byFrequency.get(accompanies);
    if (to) arrivals.set(to, [...(arrivals.get(to) ?? []), from]);
  }
  return [...arrivals].flatMap(([to, helpers]) =>
    helpers.map((from, index) => ({
      from,
      to,
      entry: to.x + (index - (helpers.length - 1) / 2) * ENTRY_SPREAD,
    })),
  );
}

/**
 * Short arcs low, longer ones above them; arcs that cross, or whose labels would touch, go to
 * different levels as long as there are levels.
 */
function assignLevels(spans: readonly Span[], width: number): number[] {
  const levels = new Array<number>(spans.length).fill(0);
  const taken: { level: number; left: number; right: number; low: number; high: number }[] = [];
  const order = spans.map((_, index) => index);
  const reach = (index: number) => {
    const { from, entry } = spans[index] as Span;
    return [Math.min(from.x, entry), Math.max(from.x, entry)] as const;
  };
  const length = (index: number) => reach(index)[1] - reach(index)[0];
  order.sort((one, other) => length(one) - length(other) || reach(one)[0] - reach(other)[0]);
  const placed: number[] = [];
  for (const index of order) {
    const [low, high] = reach(index);
    const inside = placed.filter((other) => reach(other)[0] >= low && reach(other)[1] <= high);
    const label = labelOf(spans[index] as Span, width);
    const isFree = (level: number, margin: number) =>
      taken.every(
        (other) =>
          other.level !== level ||
          (label.left >= other.right + LABEL_GAP && low >= other.high + margin) ||
          (label.right + LABEL_GAP <= other.left && high + margin <= other.low),
      );
    const lowest = Math.max(0, ...inside.map((other) => (levels[other] as number) + 1));
    const choose = (margin: number) =>
      allLevels.find((level) => level >= lowest && isFree(level, margin));
    // With more arcs than levels it is enough that the labels do not touch.
    const level = choose(0) ?? choose(Number.NEGATIVE_INFINITY) ?? Math.min(lowest, LEVELS - 1);
    levels[index] = level;
    placed.push(index);
    taken.push({ level, left: label.left, right: label.right, low, high });
  }
  return levels;
}

function labelOf({ from, to, entry }: Span, width: number) {
  const text = words('repairs', { helper: from.circle.k, helped: to.circle.k });
  const half = approximateTextWidth(text) / 2;
  const x = Math.max(half, Math.min(width - half, (from.x + entry) / 2));
  return { text, x, left: x - half, right: x + half };
}

function shapeOf(span: Span, level: number, width: number): EnsembleArc {
  const { from, to, entry } = span;
  const apex = TOP + (LEVELS - 1 - level) * LEVEL_HEIGHT;
  const startY = from.y - from.radius - CLEARANCE + 2;
  const tip = to.y - Math.sqrt(Math.max(0, to.radius ** 2 - (entry - to.x) ** 2)) - CLEARANCE;
  const endY = tip - HEAD_LENGTH;
  // A cubic Bézier curve reaches (start + 6·control + end) / 8 at its middle.
  const control = (8 * apex - startY - endY) / 6;
  const { text, x } = labelOf(span, width);
  const number = (value: number) => value.toFixed(1);
  const point = (pointX: number, pointY: number) => `${number(pointX)},${number(pointY)}`;
  return {
    helper: from.circle.k,
    helped: to.circle.k,
    path: `M${point(from.x, startY)}C${point(from.x, control)} ${point(entry, control)} ${point(entry, endY + 1)}`,
    head: `M${point(entry - HEAD_HALF_WIDTH, endY)}H${number(entry + HEAD_HALF_WIDTH)}L${point(entry, tip)}Z`,
    label: { text, x, y: apex },
  };
}
