/** What the heatmap figure is fed with. */

/**
 * Rows a − b and columns a + b (mod p), where a Pizza shows horizontal bands; or plainly rows a and
 * columns b.
 */
export type HeatmapOrder = 'difference-sum' | 'plain';

/** One snapshot of the correct logits. No logits: nothing has been trained yet. */
export interface HeatmapData {
  readonly p: number;
  readonly step: number;
  /** Logit of a + b mod p for every pair, length p², pair (a, b) at a·p + b. */
  readonly correctLogits: Float32Array;
  readonly order: HeatmapOrder;
}
