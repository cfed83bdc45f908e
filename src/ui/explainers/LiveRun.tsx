/** A network that learns in front of the reader, or a recording of one. */
import english from '../../messages/en/ui/explainers/live-run.json';
import { createWords } from '../../messages/words.ts';
import { createAccuracyFigure } from '../../plots/accuracy-figure.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { CirclesCard } from '../figures/CirclesCard.tsx';
import { historyDependencies, runHistory } from '../figures/run-history.ts';
import { TimelineStrip } from '../figures/TimelineStrip.tsx';
import { formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePageState } from '../hooks/page.ts';
import { Prediction } from './Prediction.tsx';
import { RunControls } from './RunControls.tsx';
import { RunOrigin } from './RunOrigin.tsx';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/live-run', english);

/** As many as stand in one row. */
const shownCircles = 3;

/** The live network of the story. */
export function LiveRun() {
  return (
    <StoryFigure title={words('title')} name="learning" caption={words('caption')}>
      <RunControls />
      <Prediction />
      <RunOrigin />
      <TimelineStrip />
      <CirclesCard count={shownCircles} />
      <Accuracy />
      <Learned />
    </StoryFigure>
  );
}

/** Share of right answers over the steps. */
function Accuracy() {
  const host = useFigure(
    (element) => createAccuracyFigure(element, { height: 150 }),
    runHistory,
    historyDependencies,
    'accuracy',
  );
  return <div ref={host} className="figure-host" />;
}

function Learned() {
  const result = usePageState((state) => viewedSnapshot(state)?.result);
  return (
    <p className="story-learned">
      {result === undefined
        ? words('nothingYet')
        : words('learned', {
            train: formatPercent(result.trainAccuracy),
            test: formatPercent(result.testAccuracy),
          })}
    </p>
  );
}
