/** Adding on a clock face. */
import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/clock-face.json';
import { createWords } from '../../messages/words.ts';
import { createClockFaceFigure } from '../../plots/explainers/clock-face-figure.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/clock-face', english);

const examples = { '12': { a: 9, b: 5 }, '59': { a: 40, b: 30 } } as const;

/** A face of twelve hours, or of fifty-nine. */
export function ClockFace() {
  const [hours, setHours] = useState<'12' | '59'>('12');
  const [pairs, setPairs] = useState<Record<'12' | '59', { a: number; b: number }>>(examples);
  const { a, b } = pairs[hours];
  const data = useMemo(() => ({ hours: Number(hours), a, b }), [hours, a, b]);
  const host = useLocalFigure(
    (element) =>
      createClockFaceFigure(element, {
        onChange: (nextA, nextB) =>
          setHours((shown) => {
            setPairs((before) => ({ ...before, [shown]: { a: nextA, b: nextB } }));
            return shown;
          }),
      }),
    data,
    'face',
  );
  return (
    <StoryFigure
      title={words('title')}
      name="clock-face"
      caption={words('caption')}
      switches={
        <FigureSwitch
          label={words('face')}
          value={hours}
          options={[
            { value: '12', label: words('hours', { hours: 12 }) },
            { value: '59', label: words('hours', { hours: 59 }) },
          ]}
          onChange={setHours}
        />
      }
    >
      <div ref={host} />
    </StoryFigure>
  );
}
