/** Circles on and off, and what remains of the network at once. */
import { createEnsembleFigure } from '../../plots/ensemble-figure.ts';
import { createKeepingTopFigure } from '../../plots/keeping-top-figure.ts';
import { createRemainingFigure, type RemainingData } from '../../plots/remaining-figure.ts';
import { type RemainingNetwork, strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { formatMeasure, formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage } from '../hooks/page.ts';
import { ensembleData, inspectedModulus, tracedPair } from './data.ts';

const noLogits = new Float32Array(0);

/** The switchboard of the circles and the picture of what remains. */
export function EnsembleCard() {
  const { inspection } = usePage();
  const inspected = useInspection((state) => state.inspection);
  const all = inspected === undefined ? [] : strongFrequencies(inspected);
  const kept = useInspection((state) => state.kept);
  const keep = (frequencies: readonly number[]) => void inspection.keep(frequencies);
  const [strongest] = all;
  return (
    <section className="card figure-card ensemble-card" aria-labelledby="ensemble-title">
      <header className="figure-head">
        <h2 id="ensemble-title">Circles, on and off</h2>
        <div className="ensemble-choices">
          <button type="button" className="chip" onClick={() => keep(all)}>
            All circles
          </button>
          {strongest !== undefined && (
            <button type="button" className="chip" onClick={() => keep([strongest])}>
              Only {strongest}
            </button>
          )}
          <button
            type="button"
            className="chip"
            onClick={() => keep(all.filter((k) => !kept.includes(k)))}
          >
            Swap on and off
          </button>
        </div>
      </header>
      <p className="figure-explanation">
        The network is an ensemble: each circle of its embedding votes. Switch circles off to see
        what the rest can still do. All together look like smooth cosines, in which Clock and Pizza
        are hard to tell apart; leave one alone and it shows its kind.
      </p>
      <div className="ensemble-columns">
        <div>
          <Ensemble />
          <KeepingTop />
        </div>
        <Remaining />
      </div>
    </section>
  );
}

function Ensemble() {
  const { store, inspection } = usePage();
  const host = useFigure(
    (element) =>
      createEnsembleFigure(element, {
        onToggle: (k) => {
          const { kept } = store.getState().inspection;
          void inspection.keep(
            kept.includes(k) ? kept.filter((other) => other !== k) : [...kept, k],
          );
        },
      }),
    ({ inspection: state }: PageState) => ensembleData(state),
    ({ inspection: state }) => [state.inspection, state.kept],
  );
  return <div ref={host} />;
}

function KeepingTop() {
  const { store, inspection } = usePage();
  const host = useFigure(
    (element) =>
      createKeepingTopFigure(element, {
        onPick: (count) => {
          const entries = store.getState().inspection.inspection?.result.accuracyKeepingTop;
          void inspection.keep(entries?.[count - 1]?.kept ?? []);
        },
      }),
    (state: PageState) => ({
      p: inspectedModulus(state),
      entries: state.inspection.inspection?.result.accuracyKeepingTop ?? [],
    }),
    ({ inspection: state }) => [state.inspection],
  );
  return (
    <div className="keeping-top-card">
      <h3>Only the strongest</h3>
      <div ref={host} />
    </div>
  );
}

function remainingData(state: PageState): RemainingData {
  return {
    p: inspectedModulus(state),
    correctLogits: state.inspection.remaining?.correctLogits ?? noLogits,
    order: state.page.heatmap === 'plain' ? 'plain' : 'difference-sum',
    selectedPair: tracedPair(state),
  };
}

function Remaining() {
  const { inspection } = usePage();
  const host = useFigure(
    (element) =>
      createRemainingFigure(element, {
        onPickPair: (a, b) => void inspection.choosePair({ a, b }),
      }),
    remainingData,
    (state) => [state.inspection.remaining, state.page, state.inspection.subject],
  );
  return (
    <div className="remaining">
      <RemainingWords />
      <div ref={host} />
      <p className="figure-explanation">
        Logit of the right answer with the circles that are on. Click a cell to trace its sum below.
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
    <div className="remaining-words" data-verdict={verdict.kind} aria-live="polite">
      <h3>{keptWords(kept, inspected === undefined ? 0 : strongFrequencies(inspected).length)}</h3>
      <p className="remaining-verdict">
        <strong>{verdict.label}</strong>
        <span>{formatPercent(remaining?.accuracy)} of all pairs right</span>
      </p>
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
  if (remaining === undefined) return { kind: 'none', label: '…' };
  const { verdict, clockFit, pizzaFit } = remaining;
  if (verdict === undefined) return { kind: 'none', label: 'Nothing left' };
  if (learning) return { kind: 'none', label: 'Still learning' };
  if (!(Math.max(clockFit, pizzaFit) >= leastFit)) return { kind: 'none', label: 'Neither' };
  return { kind: verdict.kind, label: verdictLabels[verdict.kind] };
}

function keptWords(kept: readonly number[], total: number): string {
  if (kept.length === 0) return 'No circle left';
  if (kept.length === total) return `All ${total} circles`;
  if (kept.length === 1) return `Circle ${kept[0]} alone`;
  return `Circles ${kept.join(', ')}`;
}
