/** One network from the inside: measures, circles, one sum, neurons, and what is argued about. */
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { useInspection, usePageState } from '../hooks/page.ts';
import { TwoWays } from '../TwoWays.tsx';
import { CircleCards } from './CircleCards.tsx';
import { DebateCard } from './DebateCard.tsx';
import { EmptyInside } from './EmptyInside.tsx';
import { EnsembleCard } from './EnsembleCard.tsx';
import { FileQuestions } from './FileQuestions.tsx';
import { Glossary } from './Glossary.tsx';
import { MeasuresCard } from './MeasuresCard.tsx';
import { NetworkVerdict } from './NetworkVerdict.tsx';
import { NeuronCards } from './NeuronCards.tsx';
import { PairCard } from './PairCard.tsx';
import { SpectrumCard } from './SpectrumCard.tsx';
import { SubjectBar } from './SubjectBar.tsx';

/** Everything below the timeline in the "Look inside" view. */
export function InsideView() {
  const analysed = useInspection(({ inspection }) => inspection !== undefined);
  const stale = usePageState(isStale);
  return (
    <div className="inside" data-stale={stale && analysed}>
      <SubjectBar />
      <FileQuestions />
      <EmptyInside />
      {analysed && (
        <>
          <NetworkVerdict />
          <Glossary />
          <EnsembleCard />
          <CircleCards />
          <PairCard />
          <NeuronCards />
          <SpectrumCard />
          <MeasuresCard />
          <DebateCard />
          <TwoWays />
        </>
      )}
    </div>
  );
}

/** True while the pictures are not those of what is to be seen: another step, another network. */
function isStale(state: PageState): boolean {
  const { subject, phase } = state.inspection;
  if (phase === 'analysing' || phase === 'opening') return true;
  const step = viewedSnapshot(state)?.result.step;
  return subject?.kind === 'run' && state.status !== 'training' && subject.summary.step !== step;
}
