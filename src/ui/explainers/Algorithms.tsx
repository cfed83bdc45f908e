/** The two algorithms on one circle, to be moved by hand. */
import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/algorithms.json';
import { createWords } from '../../messages/words.ts';
import { createClockAlgorithmFigure } from '../../plots/explainers/clock-algorithm-figure.ts';
import { createPizzaAlgorithmFigure } from '../../plots/explainers/pizza-algorithm-figure.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/algorithms', english);

const p = 59;
/** A frequency whose points are far enough apart to be taken by hand. */
const k = 7;

/** Two hands, one turned by the other. */
export function ClockAlgorithm() {
  const [pair, setPair] = useState({ a: 4, b: 11 });
  const data = useMemo(() => ({ p, k, ...pair }), [pair]);
  const host = useLocalFigure(
    (element) => createClockAlgorithmFigure(element, { onChange: (a, b) => setPair({ a, b }) }),
    data,
    'clock',
  );
  return (
    <StoryFigure title={words('clockTitle')} name="clock" caption={words('clockCaption')}>
      <div ref={host} />
    </StoryFigure>
  );
}

/** Two points, their midpoint, and the slice it lies on. */
export function PizzaAlgorithm() {
  const [pair, setPair] = useState({ a: 3, b: 5 });
  const [absolute, setAbsolute] = useState<'yes' | 'no'>('yes');
  const [accompanied, setAccompanied] = useState<'no' | 'yes'>('no');
  const data = useMemo(
    () => ({ p, k, ...pair, absolute: absolute === 'yes', accompanied: accompanied === 'yes' }),
    [pair, absolute, accompanied],
  );
  const host = useLocalFigure(
    (element) => createPizzaAlgorithmFigure(element, { onChange: (a, b) => setPair({ a, b }) }),
    data,
    'pizza',
  );
  return (
    <StoryFigure
      title={words('pizzaTitle')}
      name="pizza"
      caption={words('pizzaCaption')}
      switches={
        <>
          <FigureSwitch
            label={words('absolute')}
            value={absolute}
            options={[
              { value: 'yes', label: words('withAbsolute') },
              { value: 'no', label: words('withoutAbsolute') },
            ]}
            onChange={setAbsolute}
          />
          <FigureSwitch
            label={words('circles')}
            value={accompanied}
            options={[
              { value: 'no', label: words('oneCircle') },
              { value: 'yes', label: words('companion') },
            ]}
            onChange={setAccompanied}
          />
        </>
      }
    >
      <div ref={host} />
    </StoryFigure>
  );
}
