/** Circles and heatmap of a run of a table. */
import { type RefObject, useMemo } from 'react';
import { createCirclesFigure } from '../../plots/circles.ts';
import { createHeatmapFigure } from '../../plots/heatmap.ts';
import type { OwnRun } from '../../state/tables.ts';
import { circlesOf, heatmapOf } from '../figures/snapshot-data.ts';
import { useLocalFigure } from './local-figure.ts';
import { useSnapshot } from './tables.ts';

/** Modulus of the paper, for empty figures. */
const usualModulus = 59;

/**
 * Mounts both figures.
 *
 * @param count circles that are drawn, the strongest
 * @returns references for their elements
 */
export function useRunPictures(
  run: OwnRun | undefined,
  count: number,
): Readonly<Record<'circles' | 'heatmap', RefObject<HTMLDivElement | null>>> {
  const snapshot = useSnapshot(run);
  const p = run?.configuration.p ?? usualModulus;
  // While its pictures are on their way those of a run with another modulus would not fit.
  const shown = snapshot?.correctLogits.length === p * p ? snapshot : undefined;
  const circles = useMemo(() => circlesOf(shown, p, count), [shown, p, count]);
  const heatmap = useMemo(() => heatmapOf(shown, p), [shown, p]);
  return {
    circles: useLocalFigure((element) => createCirclesFigure(element), circles, 'circles'),
    heatmap: useLocalFigure((element) => createHeatmapFigure(element), heatmap, 'heatmap'),
  };
}
