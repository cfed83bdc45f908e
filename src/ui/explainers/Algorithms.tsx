/** The two algorithms on one circle, to be moved by hand. */
import { useMemo, useState } from 'react';
import { createClockAlgorithmFigure } from '../../plots/explainers/clock-algorithm-figure.ts';
import { createPizzaAlgorithmFigure } from '../../plots/explainers/pizza-algorithm-figure.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { StoryFigure } from './StoryFigure.tsx';

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
  );
  return (
    <StoryFigure
      title="The Clock algorithm"
      name="clock"
      caption="The circle of frequency 7: one more is 7/59 of a turn further. Drag the hands a and b. However far apart they are, the answer is equally clear."
    >
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
  );
  return (
    <StoryFigure
      title="The Pizza algorithm"
      name="pizza"
      caption="The circle of frequency 7 again. Drag a and b apart until their midpoint falls through the centre. Then take the absolute value away, or add the accompanying circle."
      switches={
        <>
          <FigureSwitch
            label="Absolute value"
            value={absolute}
            options={[
              { value: 'yes', label: 'Absolute value' },
              { value: 'no', label: 'without it' },
            ]}
            onChange={setAbsolute}
          />
          <FigureSwitch
            label="Circles"
            value={accompanied}
            options={[
              { value: 'no', label: 'One circle' },
              { value: 'yes', label: 'With its companion' },
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
