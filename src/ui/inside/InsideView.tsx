/** One network from the inside: measures, circles, one sum, neurons, and what is argued about. */
import { useInspection } from '../hooks/page.ts';
import { CircleCards } from './CircleCards.tsx';
import { DebateCard } from './DebateCard.tsx';
import { EmptyInside } from './EmptyInside.tsx';
import { EnsembleCard } from './EnsembleCard.tsx';
import { FileQuestions } from './FileQuestions.tsx';
import { MeasuresCard } from './MeasuresCard.tsx';
import { NetworkVerdict } from './NetworkVerdict.tsx';
import { NeuronCards } from './NeuronCards.tsx';
import { PairCard } from './PairCard.tsx';
import { SpectrumCard } from './SpectrumCard.tsx';
import { SubjectBar } from './SubjectBar.tsx';

/** Everything below the timeline in the "Look inside" view. */
export function InsideView() {
  const analysed = useInspection(({ inspection }) => inspection !== undefined);
  const stale = useInspection(({ phase }) => phase === 'analysing' || phase === 'opening');
  return (
    <div className="inside" data-stale={stale && analysed}>
      <SubjectBar />
      <FileQuestions />
      <EmptyInside />
      {analysed && (
        <>
          <NetworkVerdict />
          <EnsembleCard />
          <CircleCards />
          <PairCard />
          <NeuronCards />
          <SpectrumCard />
          <MeasuresCard />
          <DebateCard />
        </>
      )}
    </div>
  );
}
