/** What is left of the network when only some of its circles are on. */

import { useState } from 'react';
import english from '../../messages/en/ui/inside/remaining.json';
import { listed } from '../../messages/lists.ts';
import { createWords } from '../../messages/words.ts';
import { createRemainingFigure, type RemainingData } from '../../plots/remaining-figure.ts';
import { reasonInWords } from '../../state/inspection/reason.ts';
import { type RemainingNetwork, strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { formatMeasure, formatPercent } from '../format.ts';
import { Help } from '../help/Help.tsx';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { inspectedModulus, tracedPair } from './data.ts';

const words = createWords('ui/inside/remaining', english);

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
    'remaining',
  );
  const isAlone = usePageState(({ page }) => page.embed !== '');
  const a = usePageState((state) => tracedPair(state).a);
  const b = usePageState((state) => tracedPair(state).b);
  return (
    <div className="remaining">
      <RemainingWords />
      <div ref={host} />
      <p className="figure-explanation">
        <Phrase
          of={words}
          say={isAlone ? 'explanationAlone' : 'explanation'}
          values={{ a, b }}
          parts={{ link: <a href="#one-sum">#</a> }}
        />
      </p>
    </div>
  );
}

function RemainingWords() {
  const remaining = useInspection((state) => state.remaining);
  const chosen = useInspection((state) => state.kept);
  const inspected = useInspection((state) => state.inspection);
  // What was chosen is said together with its numbers, not while these are still computed.
  const [shown, setShown] = useState({ remaining, inspected, kept: chosen });
  if (shown.remaining !== remaining || shown.inspected !== inspected) {
    setShown({ remaining, inspected, kept: chosen });
  }
  const { kept } = shown;
  const verdict = remainingVerdict(remaining, inspected?.result.verdict === 'learning');
  return (
    <div className="remaining-words" data-pictured data-verdict={verdict.kind} aria-live="polite">
      <h3>{keptWords(kept, inspected === undefined ? 0 : strongFrequencies(inspected).length)}</h3>
      <p className="remaining-verdict">
        <strong>{verdict.label}</strong>
        <span>{words('accuracy', { share: formatPercent(remaining?.accuracy) })}</span>
      </p>
      <p className="remaining-reason">{verdict.reason}</p>
      <dl>
        {factsOf(remaining).map(({ name, topic, value }) => (
          <div key={name} className="fact-row">
            <dt>
              {name}
              <Help topic={topic} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Numbers about what remains, each with what explains it. */
function factsOf(remaining: RemainingNetwork | undefined) {
  return [
    {
      name: words('clockFit'),
      topic: 'clockFit',
      value: formatPercent(remaining?.clockFit),
    },
    {
      name: words('pizzaFit'),
      topic: 'pizzaFit',
      value: formatPercent(remaining?.pizzaFit),
    },
    {
      name: words('symmetricity'),
      topic: 'gradientSymmetricity',
      value: formatMeasure(remaining?.gradientSymmetricity, 3),
    },
    {
      name: words('irrelevance'),
      topic: 'distanceIrrelevance',
      value: formatMeasure(remaining?.distanceIrrelevance, 3),
    },
  ] as const;
}

/** Where no formula explains a quarter of the logits, no algorithm is named. */
const leastFit = 0.25;

function remainingVerdict(remaining: RemainingNetwork | undefined, learning: boolean) {
  if (remaining === undefined) return { kind: 'none', label: '…', reason: '' };
  const { verdict, clockFit, pizzaFit } = remaining;
  if (verdict === undefined) return { kind: 'none', label: words('nothing'), reason: '' };
  if (learning) {
    return {
      kind: 'none',
      label: words('learning'),
      reason: words('learningAbout'),
    };
  }
  if (!(Math.max(clockFit, pizzaFit) >= leastFit)) {
    return { kind: 'none', label: words('neither'), reason: words('neitherAbout') };
  }
  const { kind, reason } = verdict;
  return { kind, label: verdictLabels[kind], reason: reasonInWords(reason) };
}

function keptWords(kept: readonly number[], total: number): string {
  if (kept.length === 0) return words('noCircle');
  if (kept.length === total) return words('allCircles', { total });
  if (kept.length === 1) return words('oneCircle', { k: listed(kept) });
  return words('someCircles', { circles: listed(kept) });
}
