/** Two networks by their answers, which are the same, and by what is inside, which is not. */
import { useMemo, useState } from 'react';
import { createTaskTableFigure } from '../../plots/explainers/task-table-figure.ts';
import type { RecordingState } from '../../state/recordings.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatPercent } from '../format.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRecording } from '../hooks/recordings.ts';
import { RecordedHeatmap } from './RecordedHeatmap.tsx';
import { StoryFigure } from './StoryFigure.tsx';

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
      title="Two networks, from outside and from inside"
      name="same-answers"
      caption="The recorded Pizza and the recorded Clock. Point at a cell of either: the answers are the same. Then look inside."
      switches={
        <FigureSwitch
          label="How to look"
          value={look}
          options={[
            { value: 'answers', label: 'Their answers' },
            { value: 'inside', label: 'Inside' },
          ]}
          onChange={setLook}
        />
      }
    >
      <div className="story-halves" ref={element}>
        {look === 'inside' ? (
          <>
            <RecordedHeatmap title="Pizza" className="word-pizza" recording={pizza} />
            <RecordedHeatmap title="Clock" className="word-clock" recording={clock} />
          </>
        ) : (
          <>
            <Answers
              title="Pizza"
              className="word-pizza"
              recording={pizza}
              pair={pair}
              onPick={pick}
            />
            <Answers
              title="Clock"
              className="word-clock"
              recording={clock}
              pair={pair}
              onPick={pick}
            />
          </>
        )}
      </div>
    </StoryFigure>
  );
}

/** What a network that is right on every sum answers. */
function Answers(props: {
  readonly title: string;
  readonly className: string;
  readonly recording: RecordingState | undefined;
  readonly pair: { readonly a: number; readonly b: number };
  readonly onPick: (a: number, b: number) => void;
}) {
  const { title, className, recording, pair, onPick } = props;
  const result = recording?.phase === 'ready' ? recording.run.snapshots.at(-1)?.result : undefined;
  const data = useMemo(
    () => ({
      p,
      trainMask: allShown,
      colour: 'answers' as const,
      fate: `so says the ${title}`,
      ...pair,
    }),
    [pair, title],
  );
  const host = useLocalFigure((element) => createTaskTableFigure(element, { onPick }), data);
  return (
    <div className="story-half">
      <h4 className={className} data-pictured>
        {title}
      </h4>
      <p className="story-learned">
        Right on {formatPercent(result?.testAccuracy)} of what it never saw
      </p>
      <div ref={host} />
    </div>
  );
}
