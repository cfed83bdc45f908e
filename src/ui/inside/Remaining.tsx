/** What is left of the network when only some of its circles are on. */
import { createRemainingFigure, type RemainingData } from '../../plots/remaining-figure.ts';
import { type RemainingNetwork, strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { formatMeasure, formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { inspectedModulus, tracedPair } from './data.ts';

const noLogits = new Float32Array(0);

function remainingData(state: PageState): RemainingData {
  return {
    p: inspectedModulus(state),
    correctLogits: state.inspection.remaining?.correctLogits ?? noLogits,
    order: state.page.heatmap === 'plain' ? 'plain' : 'difference-sum',
    selectedPair: tracedPair(state),
  };
}

/** Verdict, numbers and heatmap of the circles that are on. */
export function Remaining() {
  const { inspection } = usePage();
  const host = useFigure(
    (element) =>
      createRemainingFigure(element, {
        onPickPair: (a, b) => void inspection.choosePair({ a, b }),
      }),
    remainingData,
    (state) => [state.inspection.remaining, state.page, state.inspection.subject],
  );
  const isAlone = usePageState(({ page }) => page.embed !== '');
  const sum = usePageState((state) => {
    const { a, b } = tracedPair(state);
    return `${a} + ${b}`;
  });
  return (
    <div className="remaining">
      <RemainingWords />
      <div ref={host} />
      <p className="figure-explanation">
        Logit of the right answer with the circles that are on.
        {!isAlone && (
          <>
            {' '}
            Click a cell to choose its sum: <a href="#one-sum">{sum} is traced below</a>.
          </>
        )}
      </p>
    </div>
  );
}

function RemainingWords() {
  const remaining = useInspection((state) => state.remaining);
  const kept = useInspection((state) => state.kept);
  const inspected = useInspection((state) => state.inspection);
  const verdict = remainingVerdict(remaining, inspected?.result.verdict === 'learning');
  return (
    <div className="remaining-words" data-pictured data-verdict={verdict.kind} aria-live="polite">
      <h3>{keptWords(kept, inspected === undefined ? 0 : strongFrequencies(inspected).length)}</h3>
      <p className="remaining-verdict">
        <strong>{verdict.label}</strong>
        <span>{formatPercent(remaining?.accuracy)} of all pairs right</span>
      </p>
      <p className="remaining-reason">{verdict.reason}</p>
      <dl>
        {facts.map(({ name, about, value }) => (
          <div key={name} className="fact-row" title={about}>
            <dt>{name}</dt>
            <dd>{value(remaining)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Numbers about what remains, each with what it means. */
const facts: readonly {
  readonly name: string;
  readonly about: string;
  readonly value: (remaining: RemainingNetwork | undefined) => string;
}[] = [
  {
    name: 'Clock formulas explain',
    about: 'R² of a least-squares fit of these logits on the kept circles’ cosines',
    value: (remaining) => formatPercent(remaining?.clockFit),
  },
  {
    name: 'Pizza formulas explain',
    about: 'The same for their Pizza formulas',
    value: (remaining) => formatPercent(remaining?.pizzaFit),
  },
  {
    name: 'Gradient symmetricity',
    about: 'Mean cosine between the gradients to a and b',
    value: (remaining) => formatMeasure(remaining?.gradientSymmetricity, 3),
  },
  {
    name: 'Distance irrelevance q',
    about: 'How little the correct logit depends on a−b',
    value: (remaining) => formatMeasure(remaining?.distanceIrrelevance, 3),
  },
];

/** Where no formula explains a quarter of the logits, no algorithm is named. */
const leastFit = 0.25;

function remainingVerdict(remaining: RemainingNetwork | undefined, learning: boolean) {
  if (remaining === undefined) return { kind: 'none', label: '…', reason: '' };
  const { verdict, clockFit, pizzaFit } = remaining;
  if (verdict === undefined) return { kind: 'none', label: 'Nothing left', reason: '' };
  if (learning) {
    return {
      kind: 'none',
      label: 'Still learning',
      reason: 'The whole network has no verdict yet.',
    };
  }
  if (!(Math.max(clockFit, pizzaFit) >= leastFit)) {
    return { kind: 'none', label: 'Neither', reason: 'No formula describes these votes.' };
  }
  return { kind: verdict.kind, label: verdictLabels[verdict.kind], reason: verdict.reason };
}

function keptWords(kept: readonly number[], total: number): string {
  if (kept.length === 0) return 'No circle left';
  if (kept.length === total) return `All ${total} circles, without the rest`;
  if (kept.length === 1) return `Circle ${kept[0]} alone`;
  return `Circles ${kept.join(', ')}`;
}
