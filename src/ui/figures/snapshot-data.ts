/** What pictures of one moment are drawn from. */
import type { CirclesData } from '../../plots/circles.ts';
import type { HeatmapData } from '../../plots/heatmap.ts';
import type { Snapshot } from '../../state/timeline.ts';

/** How circles are drawn where nobody says otherwise: at rest, and in their true size. */
const atRest = { paused: true, scaleMode: 'amplitude' } as const;

/** The strongest circles of a moment; as many empty places without one, so that nothing moves later. */
export function circlesOf(
  snapshot: Snapshot | undefined,
  p: number,
  count: number,
  manner: Pick<CirclesData, 'paused' | 'scaleMode'> = atRest,
): CirclesData {
  if (snapshot === undefined) {
    return { ...manner, p, step: 0, planes: [], count: Math.min(count, Math.floor(p / 2)) };
  }
  const { result, planes } = snapshot;
  return {
    ...manner,
    p,
    step: result.step,
    count,
    // Of some runs only the measures are known.
    planes: (planes.length === 0 ? [] : result.frequencies).map((frequency, index) => ({
      ...frequency,
      points: planes.subarray(index * p * 2, (index + 1) * p * 2),
      degenerate: 2 * frequency.k === p,
    })),
  };
}

const noLogits = new Float32Array(0);

/** The correct logits of a moment. @param order of rows and columns: a − b by a + b, or a by b */
export function heatmapOf(
  snapshot: Snapshot | undefined,
  p: number,
  order: HeatmapData['order'] = 'difference-sum',
): HeatmapData {
  return {
    p,
    step: snapshot?.result.step ?? 0,
    correctLogits: snapshot?.correctLogits ?? noLogits,
    order,
  };
}
