/** The verdict on the network that is looked into. */
import { verdictLabels } from '../../state/timeline.ts';
import { formatMeasure, formatPercent } from '../format.ts';
import { useInspection } from '../hooks/page.ts';

/** Verdict, its reason, and the numbers behind it. */
export function NetworkVerdict() {
  const result = useInspection(({ inspection }) => inspection?.result);
  if (result === undefined) return null;
  return (
    <section
      className="card verdict-card network-verdict"
      data-verdict={result.verdict}
      aria-labelledby="network-verdict"
    >
      <p className="verdict-step">The whole network</p>
      <h2 id="network-verdict" className="verdict-word">
        {verdictLabels[result.verdict]}
      </h2>
      <p className="verdict-reason">{result.verdictReason}</p>
      <dl className="verdict-numbers">
        <div>
          <dt>Accuracy, all pairs</dt>
          <dd>{formatPercent(result.accuracy)}</dd>
        </div>
        <div title="Mean cosine between the gradients to a and b.">
          <dt>Gradient symmetricity</dt>
          <dd>{formatMeasure(result.gradientSymmetricity, 3)}</dd>
        </div>
        <div title="How little the correct logit depends on a−b: 0 entirely, 1 not at all.">
          <dt>Distance irrelevance q</dt>
          <dd>{formatMeasure(result.distanceIrrelevance, 3)}</dd>
        </div>
        <div title="How nearly the embedding consists of circles; the paper asks for 0.995.">
          <dt>Circularity</dt>
          <dd>{formatMeasure(result.circularity, 3)}</dd>
        </div>
      </dl>
    </section>
  );
}
