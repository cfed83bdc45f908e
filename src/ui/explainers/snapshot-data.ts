/** What pictures of one moment are drawn from. */
import type { CirclesData } from '../../plots/circles.ts';
import type { HeatmapData } from '../../plots/heatmap.ts';
import type { Snapshot } from '../../state/timeline.ts';

/** The strongest circles of a moment. */
export function circlesOf(snapshot: Snapshot | undefined, p: number, count: number): CirclesData {
  const { result, planes } = snapshot ?? {};
  return {
    p,
    step: result?.step ?? 0,
    paused: true,
    scaleMode: 'amplitude',
    count,
    planes: (result?.frequencies ?? []).map((frequency, index) => ({
      ...frequency,
      points: (planes as Float32Array).subarray(index * p * 2, (index + 1) * p * 2),
      degenerate: 2 * frequency.k === p,
    })),
  };
}

const noLogits = new Float32Array(0);

/** The correct logits of a moment, rows by a − b. */
export function heatmapOf(snapshot: Snapshot | undefined, p: number): HeatmapData {
  return {
    p,
    step: snapshot?.result.step ?? 0,
    correctLogits: snapshot?.correctLogits ?? noLogits,
    order: 'difference-sum',
  };
}
