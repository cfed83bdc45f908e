/** One network as large as the window allows: its circles, its heatmap, its verdict. */

import type { OwnRun } from '../../state/tables.ts';
import { useRunPictures } from '../hooks/run-pictures.ts';
import { irrelevanceText, symmetricityText, verdictName } from '../map/wording.ts';

const shownCircles = 4;

/** @param run undefined while there is none */
export function PresentedRun({ run }: { readonly run: OwnRun | undefined }) {
  const pictures = useRunPictures(run, shownCircles);
  const result = run?.result;
  return (
    <div className="present-run">
      <section className="present-figure" aria-label="Embedding circles">
        <h2>Its strongest circles</h2>
        <div ref={pictures.circles} />
      </section>
      <section className="present-figure present-heatmap" aria-label="Correct logit">
        <h2>How strongly it says the right answer</h2>
        <div ref={pictures.heatmap} />
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
