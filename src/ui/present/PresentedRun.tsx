/** One network as large as the window allows: its circles, its heatmap, its verdict. */

import { reasonInWords } from '../../state/inspection/reason.ts';
import type { OwnRun } from '../../state/tables.ts';
import { useRunPictures } from '../hooks/run-pictures.ts';
import { irrelevanceText, symmetricityText, verdictName } from '../map/wording.ts';
import { words } from './words.ts';

const shownCircles = 4;

/** @param run undefined while there is none */
export function PresentedRun({ run }: { readonly run: OwnRun | undefined }) {
  const pictures = useRunPictures(run, shownCircles);
  const result = run?.result;
  return (
    <div className="present-run">
      <section className="present-figure" aria-label={words('circles')}>
        <h2>{words('circlesHeading')}</h2>
        <div ref={pictures.circles} />
      </section>
      <section className="present-figure present-heatmap" aria-label={words('heatmap')}>
        <h2>{words('heatmapHeading')}</h2>
        <div ref={pictures.heatmap} />
      </section>
      <section className="present-verdict" aria-label={words('verdict')} aria-live="polite">
        <p className={`present-name verdict-${result?.verdict ?? 'learning'}`}>
          {verdictName(result?.verdict ?? null)}
        </p>
        <p className="present-reason">
          {result !== undefined && reasonInWords(result.verdictReason)}
        </p>
        <dl>
          <dt>{words('symmetricity')}</dt>
          <dd>{symmetricityText(result?.gradientSymmetricity ?? Number.NaN)}</dd>
          <dt>{words('irrelevance')}</dt>
          <dd>{irrelevanceText(result?.distanceIrrelevance ?? Number.NaN)}</dd>
        </dl>
      </section>
    </div>
  );
}
