/** The two ways to tell a Pizza from a Clock, each to be seen before it has a name. */
import { useMemo, useState } from 'react';
import { createGradientsFigure } from '../../plots/explainers/gradients-figure.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRecording } from '../hooks/recordings.ts';
import { RecordedHeatmap } from './RecordedHeatmap.tsx';
import { StoryFigure } from './StoryFigure.tsx';

const p = 59;
const k = 7;

type Look = 'arrows' | 'bands';

/** Arrows of the ideal algorithms, or heatmaps of two trained networks. */
export function TellingApart() {
  const [look, setLook] = useState<Look>('arrows');
  return (
    <StoryFigure
      title="Telling Clock and Pizza apart"
      name="telling-apart"
      caption={
        look === 'arrows'
          ? 'Drag a, b and the answer c. In the Pizza the two arrows never part; in the Clock they do.'
          : 'Two recorded runs at their last step: how strongly each says the right answer, by the distance a−b (rows) and the sum a+b (columns). Each has its own scale. Point at a cell.'
      }
      switches={
        <FigureSwitch
          label="What to look at"
          value={look}
          options={[
            { value: 'arrows', label: 'Arrows' },
            { value: 'bands', label: 'Bands' },
          ]}
          onChange={setLook}
        />
      }
    >
      {look === 'arrows' ? <Arrows /> : <Bands />}
    </StoryFigure>
  );
}

function Arrows() {
  const [algorithm, setAlgorithm] = useState<'pizza' | 'clock'>('pizza');
  const [chosen, setChosen] = useState({ a: 4, b: 11, c: 12 });
  const data = useMemo(() => ({ p, k, algorithm, ...chosen }), [algorithm, chosen]);
  const host = useLocalFigure(
    (element) => createGradientsFigure(element, { onChange: (a, b, c) => setChosen({ a, b, c }) }),
    data,
  );
  return (
    <>
      <div className="story-switches">
        <FigureSwitch
          label="Algorithm"
          value={algorithm}
          options={[
            { value: 'pizza', label: 'Pizza' },
            { value: 'clock', label: 'Clock' },
          ]}
          onChange={setAlgorithm}
        />
      </div>
      <div ref={host} />
    </>
  );
}

function Bands() {
  const [element, near] = useNear<HTMLDivElement>();
  const pizza = useRecording('pizza', near);
  const clock = useRecording('clock', near);
  return (
    <div className="story-halves" ref={element}>
      <RecordedHeatmap title="Pizza" className="word-pizza" recording={pizza} />
      <RecordedHeatmap title="Clock" className="word-clock" recording={clock} />
    </div>
  );
}
