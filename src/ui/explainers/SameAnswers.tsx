/** Two networks by their answers, which are the same, and by what is inside, which is not. */
import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/same-answers.json';
import { createWords } from '../../messages/words.ts';
import { createTaskTableFigure } from '../../plots/explainers/task-table-figure.ts';
import type { RecordingState } from '../../state/recordings.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatPercent } from '../format.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRecording } from '../hooks/recordings.ts';
import { RecordedHeatmap } from './RecordedHeatmap.tsx';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/same-answers', english);

const p = 59;
/** All sums are on show: both networks answer all of them. */
const allShown = new Uint8Array(p * p).fill(1);

/** The recorded Pizza and the recorded Clock, from outside and from inside. */
export function SameAnswers() {
  const [look, setLook] = useState<'answers' | 'inside'>('answers');
  const [pair, setPair] = useState({ a: 12, b: 34 });
  const [element, near] = useNear<HTMLDivElement>();
  const pizza = useRecording('pizza', near);
  const clock = useRecording('clock', near);
  const pick = (a: number, b: number) => setPair({ a, b });
  return (
    <StoryFigure
      title={words('title')}
      name="same-answers"
      caption={words('caption')}
      switches={
        <FigureSwitch
          label={words('look')}
          value={look}
          options={[
            { value: 'answers', label: words('answers') },
            { value: 'inside', label: words('inside') },
          ]}
          onChange={setLook}
        />
      }
    >
      <div className="story-halves" ref={element}>
        {look === 'inside' ? (
          <>
            <RecordedHeatmap title={words('pizza')} className="word-pizza" recording={pizza} />
            <RecordedHeatmap title={words('clock')} className="word-clock" recording={clock} />
          </>
        ) : (
          <>
            <Answers network="pizza" recording={pizza} pair={pair} onPick={pick} />
            <Answers network="clock" recording={clock} pair={pair} onPick={pick} />
          </>
        )}
      </div>
    </StoryFigure>
  );
}

/** What a network that is right on every sum answers. */
function Answers(props: {
  readonly network: 'pizza' | 'clock';
  readonly recording: RecordingState | undefined;
  readonly pair: { readonly a: number; readonly b: number };
  readonly onPick: (a: number, b: number) => void;
}) {
  const { network, recording, pair, onPick } = props;
  const result = recording?.phase === 'ready' ? recording.run.snapshots.at(-1)?.result : undefined;
  const data = useMemo(
    () => ({
      p,
      trainMask: allShown,
      colour: 'answers' as const,
      fate: words(`${network}Says`),
      ...pair,
    }),
    [pair, network],
  );
  const host = useLocalFigure(
    (element) => createTaskTableFigure(element, { onPick }),
    data,
    'task',
  );
  return (
    <div className="story-half">
      <p className={`story-half-title word-${network}`} data-pictured>
        {words(network)}
      </p>
      <p className="story-learned">
        {words('unseen', { share: formatPercent(result?.testAccuracy) })}
      </p>
      <div ref={host} />
    </div>
  );
}
