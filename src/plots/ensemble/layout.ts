/** Where circles, arcs and labels of the ensemble figure stand. Pure geometry, in pixels. */

import type { EnsembleCircle } from './data.ts';

/** A circle's place: it stands on the ground line like a coin. */
export interface EnsembleNode {
  readonly circle: EnsembleCircle;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The fixed parts of the drawing. They depend on the width alone, so that nothing jumps. */
export interface EnsembleFrame {
  readonly width: number;
  readonly height: number;
  /** Height of the ground line. */
  readonly ground: number;
  readonly largestRadius: number;
}

export interface EnsembleLayout {
  /** From the strongest circle to the weakest. */
  readonly nodes: readonly EnsembleNode[];
  /** Width that every circle has for itself and its label. */
  readonly slot: number;
  /** Power and frequency fit into one line. */
  readonly isRoomy: boolean;
}

/** Height above the largest circle that belongs to the arcs. */
export const ARC_SPACE = 84;
const LABEL_SPACE = { two: 42, three: 56 };
/** From this width on even eight circles have their power and frequency in one line. */
const WIDE = 8 * 76;
const WIDEST_SLOT = 184;
const ROOMY_SLOT = 76;
const SMALLEST_RADIUS = 4;
const GAP = 6;

/** @param width of the figure */
export function ensembleFrame(width: number): EnsembleFrame {
  const largestRadius = Math.min(44, Math.max(22, width / 16));
  const ground = ARC_SPACE + 2 * largestRadius;
  return {
    width,
    height: ground + LABEL_SPACE[width >= WIDE ? 'two' : 'three'],
    ground,
    largestRadius,
  };
}

/**
 * Places the circles from the strongest to the weakest. Their areas are proportional to their power
 * as long as that leaves something to see.
 */
export function ensembleLayout(
  circles: readonly EnsembleCircle[],
  { width, ground, largestRadius }: EnsembleFrame,
): EnsembleLayout {
  const sorted = [...circles].sort(
    (left, right) => right.powerFraction - left.powerFraction || left.k - right.k,
  );
  const slot = Math.min(WIDEST_SLOT, width / Math.max(1, sorted.length));
  const start = (width - slot * sorted.length) / 2;
  const roots = sorted.map(({ powerFraction }) => Math.sqrt(Math.max(0, powerFraction)));
  // The strongest circle, the edge and its neighbour decide: pairs further on are smaller.
  const [first = 0, second = first] = roots;
  const scale = Math.min(
    Math.min(largestRadius, start + slot / 2 - 1) / Math.max(first, 1e-9),
    (slot - GAP) / Math.max(first + second, 1e-9),
  );
  const nodes = sorted.map((circle, index) => {
    const radius = Math.max(SMALLEST_RADIUS, scale * (roots[index] as number));
    return { circle, radius, x: start + slot * (index + 0.5), y: ground - radius };
  });
  return { nodes, slot, isRoomy: slot >= ROOMY_SLOT };
}
