/** Inside the network that was just trained: its heatmap, its measures, and the reader's own sum. */
import { lazy, Suspense, useState } from 'react';
import { createVerdictPlane } from '../../plots/curves.ts';
import { CirclesCard } from '../figures/CirclesCard.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { HeatmapCard } from '../figures/HeatmapCard.tsx';
import { historyDependencies, runHistory } from '../figures/run-history.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { VerdictCard } from '../VerdictCard.tsx';
import { RunOrigin } from './RunOrigin.tsx';
import { StoryFigure } from './StoryFigure.tsx';

const PairCard = lazy(async () => ({ default: (await import('../inside/PairCard.tsx')).PairCard }));

type Look = 'heatmap' | 'circles' | 'sum' | 'verdict';

/** The run of the chapter before, from the inside. */
export function InsideRun() {
  const [look, setLook] = useState<Look>('heatmap');
  const idle = usePageState((state) => state.status === 'idle');
  return (
    <StoryFigure
      title="Inside the trained network"
      name="inside"
      caption={captions[look]}
      switches={
        <FigureSwitch
          label="What to look at"
          value={look}
          options={[
            { value: 'heatmap', label: 'Every sum' },
            { value: 'circles', label: 'Circles' },
            { value: 'sum', label: 'One sum' },
            { value: 'verdict', label: 'The verdict' },
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

const captions: Readonly<Record<Look, string>> = {
  heatmap: 'Point at a cell: how strongly the network says the right answer for that sum.',
  circles: 'Point at a number: where it stands on each of the six strongest circles.',
  sum: 'Type your own sum, or drag the hands: each circle votes, and the votes are added.',
  verdict: 'The two measures of this network, and what they make of it.',
};

function NothingYet() {
  const { recorded } = usePage();
  return (
    <p className="story-nothing">
      Train a network in the chapter above first, or{' '}
      <button type="button" className="link-button" onClick={() => void recorded.show('pizza')}>
        take the recorded Pizza
      </button>
      .
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
          {ready ? 'Trace through the network as it is now' : 'Trace a sum through this network'}
        </button>{' '}
        {training && 'Pause first.'}
        {busy && `Analysing … ${Math.round(100 * (progress?.done ?? 0))} %`}
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
