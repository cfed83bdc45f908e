/** Which algorithm the network on screen uses, why, and the numbers behind it. */
import { untrainedSnapshot, viewedSnapshot } from '../state/selectors.ts';
import { verdictLabels } from '../state/timeline.ts';
import { formatCount, formatMeasure } from './format.ts';
import { usePageState } from './hooks/page.ts';
import { ShareButton } from './share/ShareButton.tsx';

/** The verdict, always in the same place. */
export function VerdictCard() {
  const result = usePageState((state) => viewedSnapshot(state)?.result);
  const start = usePageState((state) => untrainedSnapshot(state)?.result);
  const verdict = result?.verdict ?? 'none';
  return (
    <section
      className="card verdict-card"
      data-verdict={verdict}
      aria-labelledby="verdict-word"
      data-figure="verdict"
    >
      <div className="verdict-head">
        <p className="verdict-step">
          {result === undefined ? 'Verdict' : `Verdict at step ${formatCount(result.step)}`}
        </p>
        <ShareButton name="verdict" />
      </div>
      <h2 id="verdict-word" className="verdict-word" aria-live="polite">
        {result === undefined ? 'Clock or Pizza?' : verdictLabels[result.verdict]}
      </h2>
      <p className="verdict-reason">
        {result?.verdictReason ??
          'There are two ways to add on a circle, drawn further down. Train the network and see which one it finds.'}
      </p>
      <dl className="verdict-numbers">
        <div className="verdict-legend" aria-hidden="true">
          <dt />
          <dd>this step</dd>
          <dd className="verdict-start">untrained</dd>
        </div>
        <div title="Mean cosine between the gradients to a and b, over 100 random triples.">
          <dt>Gradient symmetricity</dt>
          <dd>{formatMeasure(result?.gradientSymmetricity, 3)}</dd>
          <dd className="verdict-start">{formatMeasure(start?.gradientSymmetricity, 3)}</dd>
        </div>
        <div title="How little the correct logit depends on a−b: 0 entirely, 1 not at all.">
          <dt>Distance irrelevance q</dt>
          <dd>{formatMeasure(result?.distanceIrrelevance, 3)}</dd>
          <dd className="verdict-start">{formatMeasure(start?.distanceIrrelevance, 3)}</dd>
        </div>
        <div title="How nearly the embedding consists of circles; the paper asks for 0.995.">
          <dt>Circularity</dt>
          <dd>{formatMeasure(result?.circularity, 3)}</dd>
          <dd className="verdict-start">{formatMeasure(start?.circularity, 3)}</dd>
        </div>
      </dl>
    </section>
  );
}
