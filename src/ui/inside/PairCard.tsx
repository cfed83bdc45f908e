/** One sum, traced through the circles. */
import { useId, useState } from 'react';
import english from '../../messages/en/ui/inside/pair-card.json';
import { createWords } from '../../messages/words.ts';
import { createPairFigure, type PairData } from '../../plots/pair-figure.ts';
import { fittingPair, strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { circlePictures, inspectedModulus, tracedPair } from './data.ts';

const words = createWords('ui/inside/pair-card', english);

function pairData(state: PageState): PairData {
  const p = inspectedModulus(state);
  const { a, b } = tracedPair(state);
  const { inspection, votes, kept } = state.inspection;
  const current = votes?.a === a && votes.b === b ? votes : undefined;
  if (inspection === undefined) return { p, a, b, kept, circles: [], sum: null, full: null };
  const strong = strongFrequencies(inspection);
  const pictures = circlePictures(inspection).filter(({ circle }) => strong.includes(circle.k));
  return {
    p,
    a,
    b,
    kept,
    circles: pictures.map(({ circle, points, index }) => ({
      k: circle.k,
      verdict: circle.verdict,
      accompanies: circle.verdict === 'accompanying' ? circle.accompanies : null,
      points,
      logits: current?.circles[index] ?? null,
    })),
    sum: current === undefined ? null : sumOfVotes(current.circles, pictures, kept, p),
    full: current?.full ?? null,
  };
}

/** Sum of the kept circles' logits, each about its mean. */
function sumOfVotes(
  votes: readonly Float32Array[],
  pictures: readonly { readonly circle: { readonly k: number }; readonly index: number }[],
  kept: readonly number[],
  p: number,
): Float32Array {
  const sum = new Float32Array(p);
  for (const { circle, index } of pictures) {
    const own = votes[index];
    if (own === undefined || !kept.includes(circle.k)) continue;
    const mean = own.reduce((total, value) => total + value, 0) / p;
    own.forEach((value, c) => {
      sum[c] = (sum[c] ?? 0) + value - mean;
    });
  }
  return sum;
}

/** The pair inspector. @param brief without the words that the story has said already */
export function PairCard({ brief = false }: { readonly brief?: boolean }) {
  const { inspection } = usePage();
  const isAlone = usePageState(({ page }) => page.embed !== '');
  const host = useFigure(
    (element) =>
      createPairFigure(element, {
        onChangePair: (a, b) => void inspection.choosePair({ a, b }),
      }),
    pairData,
    (state) => [
      state.inspection.inspection,
      state.inspection.votes,
      state.inspection.kept,
      state.page.pair,
    ],
    'pair',
  );
  return (
    <section
      className="card figure-card pair-card"
      id="one-sum"
      aria-labelledby="pair-title"
      data-figure="pair"
    >
      <header className="figure-head">
        <h2 id="pair-title">{words('title')}</h2>
        <div className="figure-tools">
          <PairFields />
          <FigureButtons name="pair" />
        </div>
      </header>
      <p className="figure-explanation">
        {!brief && words(isAlone ? 'explanationAlone' : 'explanation')}
        <VotesNote />
      </p>
      <div ref={host} />
    </section>
  );
}

/** How far the network is the sum of its circles. */
function VotesNote() {
  const separate = useInspection(
    ({ subject }) => subject?.summary.configuration.separateEmbeddings,
  );
  const share = useInspection(({ inspection }) => inspection?.result.votesAccuracy);
  if (share === undefined) return null;
  return (
    <>
      {separate === true && words('separate')}
      <b>{words('votes', { share: formatPercent(share), mixes: share < 0.9 ? 'yes' : 'no' })}</b>
    </>
  );
}

function PairFields() {
  const p = usePageState(inspectedModulus);
  const a = usePageState((state) => tracedPair(state).a);
  const b = usePageState((state) => tracedPair(state).b);
  const { inspection } = usePage();
  return (
    <div className="pair-fields">
      <PairField
        name="a"
        value={a}
        p={p}
        onChange={(value) => void inspection.choosePair(fittingPair({ a: value, b }, p))}
      />
      <span aria-hidden="true">+</span>
      <PairField
        name="b"
        value={b}
        p={p}
        onChange={(value) => void inspection.choosePair(fittingPair({ a, b: value }, p))}
      />
      <output aria-label={words('answer')}>
        <Phrase
          of={words}
          say="sum"
          values={{ sum: (a + b) % p, p }}
          parts={{ modulus: <span className="pair-modulus" /> }}
        />
      </output>
    </div>
  );
}

function PairField(props: {
  readonly name: string;
  readonly value: number;
  readonly p: number;
  readonly onChange: (value: number) => void;
}) {
  const { name, value, p, onChange } = props;
  const id = useId();
  /** Text being typed; undefined while the field shows the pair. */
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);

  function commit() {
    if (draft === undefined) return;
    setDraft(undefined);
    const fits = /^\s*\d+\s*$/.test(draft) && Number(draft) < p;
    setWrong(!fits);
    if (fits) onChange(Number(draft));
  }

  return (
    <span className="pair-field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className="number-input"
        inputMode="numeric"
        title={words('range', { most: p - 1 })}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={draft ?? String(value)}
        onChange={(event) => {
          setDraft(event.target.value);
          setWrong(false);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          const step = { ArrowUp: 1, ArrowDown: p - 1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          setDraft(undefined);
          setWrong(false);
          onChange((value + step) % p);
        }}
      />
      {wrong && (
        <span id={`${id}-wrong`} role="status" className="setting-wrong">
          {words('wrong', { most: p - 1 })}
        </span>
      )}
    </span>
  );
}
