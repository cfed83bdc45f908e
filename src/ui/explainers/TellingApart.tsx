/** The two ways to tell a Pizza from a Clock, each to be seen before it has a name. */
import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/telling-apart.json';
import { createWords } from '../../messages/words.ts';
import { createGradientsFigure } from '../../plots/explainers/gradients-figure.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRecording } from '../hooks/recordings.ts';
import { RecordedHeatmap } from './RecordedHeatmap.tsx';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/telling-apart', english);

const p = 59;
const k = 7;

type Look = 'arrows' | 'bands';

/** Arrows of the ideal algorithms, or heatmaps of two trained networks. */
export function TellingApart() {
  const [look, setLook] = useState<Look>('arrows');
  return (
    <StoryFigure
      title={words('title')}
      name="telling-apart"
      caption={words(`${look}Caption`)}
      switches={
        <FigureSwitch
          label={words('look')}
          value={look}
          options={[
            { value: 'arrows', label: words('arrows') },
            { value: 'bands', label: words('bands') },
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
    'gradients',
  );
  return (
    <>
      <div className="story-switches">
        <FigureSwitch
          label={words('algorithm')}
          value={algorithm}
          options={[
            { value: 'pizza', label: words('pizza') },
            { value: 'clock', label: words('clock') },
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
      <RecordedHeatmap title={words('pizza')} className="word-pizza" recording={pizza} />
      <RecordedHeatmap title={words('clock')} className="word-clock" recording={clock} />
    </div>
  );
}
