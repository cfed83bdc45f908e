/** Inside the network that was just trained: its heatmap, its measures, and the reader's own sum. */
import { lazy, Suspense, useState } from 'react';
import english from '../../messages/en/ui/explainers/inside-run.json';
import { formatNumber } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';
import { createVerdictPlane } from '../../plots/verdict-plane.ts';
import { CirclesCard } from '../figures/CirclesCard.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { HeatmapCard } from '../figures/HeatmapCard.tsx';
import { historyDependencies, runHistory } from '../figures/run-history.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { VerdictCard } from '../VerdictCard.tsx';
import { RunOrigin } from './RunOrigin.tsx';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/inside-run', english);

const PairCard = lazy(async () => ({ default: (await import('../inside/PairCard.tsx')).PairCard }));

type Look = 'heatmap' | 'circles' | 'sum' | 'verdict';

/** The run of the chapter before, from the inside. */
export function InsideRun() {
  const [look, setLook] = useState<Look>('heatmap');
  const idle = usePageState((state) => state.status === 'idle');
  return (
    <StoryFigure
      title={words('title')}
      name="inside"
      caption={words(`${look}Caption`)}
      switches={
        <FigureSwitch
          label={words('look')}
          value={look}
          options={[
            { value: 'heatmap', label: words('heatmap') },
            { value: 'circles', label: words('circles') },
            { value: 'sum', label: words('sum') },
            { value: 'verdict', label: words('verdict') },
          ]}
          onChange={setLook}
        />
      }
    >
      <RunOrigin />
      {idle ? <NothingYet /> : <Chosen look={look} />}
    </StoryFigure>
  );
}

function NothingYet() {
  const { recorded } = usePage();
  return (
    <p className="story-nothing">
      <Phrase
        of={words}
        say="nothingYet"
        parts={{
          take: (
            <button
              type="button"
              className="link-button"
              onClick={() => void recorded.show('pizza')}
            />
          ),
        }}
      />
    </p>
  );
}

function Chosen({ look }: { readonly look: Look }) {
  if (look === 'heatmap') return <HeatmapCard />;
  if (look === 'circles') return <CirclesCard />;
  if (look === 'sum') return <OneSum />;
  return (
    <>
      <VerdictCard />
      <Plane />
    </>
  );
}

function Plane() {
  const host = useFigure(
    (element) => createVerdictPlane(element, { height: 230 }),
    runHistory,
    historyDependencies,
    'path',
  );
  return <div ref={host} className="figure-host" />;
}

/** The sum needs the analysis of the network, which is made when it is asked for. */
function OneSum() {
  const { inspection } = usePage();
  const phase = useInspection((state) => state.phase);
  // Another network's sum must not stand under this one's name.
  const ready = usePageState(
    ({ inspection: { inspection: analysed, subject }, shownRun }) =>
      analysed !== undefined && subject?.kind === 'run' && subject.run === shownRun,
  );
  const problem = useInspection((state) => state.problem);
  const progress = useInspection((state) => state.progress);
  const training = usePageState((state) => state.status === 'training');
  const busy = phase === 'opening' || phase === 'analysing';
  return (
    <div className="story-sum">
      <p>
        <button
          type="button"
          className="chip"
          aria-disabled={busy || training}
          onClick={() => {
            if (!busy && !training) void inspection.inspectRun();
          }}
        >
          {words(ready ? 'traceNow' : 'trace')}
        </button>{' '}
        {training && words('pauseFirst')}
        {busy &&
          words('analysing', { percent: formatNumber(Math.round(100 * (progress?.done ?? 0))) })}
      </p>
      {problem !== undefined && <p role="status">{problem}</p>}
      {ready && (
        <Suspense fallback={null}>
          <PairCard brief />
        </Suspense>
      )}
    </div>
  );
}
