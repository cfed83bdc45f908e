/** One network as large as the window allows: its circles, its heatmap, its verdict. */
import { useMemo } from 'react';
import { createCirclesFigure } from '../../plots/circles.ts';
import { createHeatmapFigure } from '../../plots/heatmap.ts';
import type { OwnRun } from '../../state/tables.ts';
import { circlesOf, heatmapOf } from '../figures/snapshot-data.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useSnapshot } from '../hooks/tables.ts';
import { irrelevanceText, symmetricityText, verdictName } from '../map/wording.ts';

const shownCircles = 4;

/** @param run undefined while there is none */
export function PresentedRun({ run }: { readonly run: OwnRun | undefined }) {
  const snapshot = useSnapshot(run);
  const p = run?.configuration.p ?? 59;
  // While another network's pictures are on their way those on screen keep their own modulus.
  const shown = snapshot?.correctLogits.length === p * p ? snapshot : undefined;
  const circles = useMemo(
    () => circlesOf(shown, p, shownCircles, { paused: true, scaleMode: 'amplitude' }),
    [shown, p],
  );
  const heatmap = useMemo(() => heatmapOf(shown, p), [shown, p]);
  const circlesHost = useLocalFigure((element) => createCirclesFigure(element), circles);
  const heatmapHost = useLocalFigure((element) => createHeatmapFigure(element), heatmap);
  const result = run?.result;
  return (
    <div className="present-run">
      <section className="present-figure" aria-label="Embedding circles">
        <h2>Its strongest circles</h2>
        <div ref={circlesHost} />
      </section>
      <section className="present-figure present-heatmap" aria-label="Correct logit">
        <h2>How strongly it says the right answer</h2>
        <div ref={heatmapHost} />
      </section>
      <section className="present-verdict" aria-label="Verdict" aria-live="polite">
        <p className={`present-name verdict-${result?.verdict ?? 'learning'}`}>
          {verdictName(result?.verdict ?? null)}
        </p>
        <p className="present-reason">{result?.verdictReason}</p>
        <dl>
          <dt>gradient symmetricity</dt>
          <dd>{symmetricityText(result?.gradientSymmetricity ?? Number.NaN)}</dd>
          <dt>distance irrelevance</dt>
          <dd>{irrelevanceText(result?.distanceIrrelevance ?? Number.NaN)}</dd>
        </dl>
      </section>
    </div>
  );
}
