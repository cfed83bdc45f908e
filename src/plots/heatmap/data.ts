/** What the heatmap figure is fed with. */

/**
 * Rows a − b and columns a + b (mod p), where a Pizza shows horizontal bands; or plainly rows a and
 * columns b.
 */
export type HeatmapOrder = 'difference-sum' | 'plain';

/** A pair of inputs, by name. */
export interface SelectedPair {
  readonly a: number;
  readonly b: number;
}

/** One snapshot of the correct logits. No logits: nothing has been trained yet. */
export interface HeatmapData {
  readonly p: number;
  /** Left out where the logits belong to no step of a run. */
  readonly step?: number;
  /** Logit of a + b mod p for every pair, length p², pair (a, b) at a·p + b. */
  readonly correctLogits: Float32Array;
  readonly order: HeatmapOrder;
  /** A pair to mark, if one is chosen. */
  readonly selectedPair?: SelectedPair | null;
  /** What is said where there are no logits, in place of the invitation. */
  readonly absence?: string | undefined;
}

/** What a mounted heatmap does beyond being read. */
export interface HeatmapOptions {
  /** Called when a cell is clicked, or Enter pressed on it. Without it cells cannot be picked. */
  readonly onPickPair?: (a: number, b: number) => void;
  /** Text before there are logits. */
  readonly invitation?: string;
  /** What the picture shows, at the start of its label. Default: the logit of the correct answer. */
  readonly subject?: string;
}
