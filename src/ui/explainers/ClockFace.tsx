/** Adding on a clock face. */
import { useMemo, useState } from 'react';
import { createClockFaceFigure } from '../../plots/explainers/clock-face-figure.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { StoryFigure } from './StoryFigure.tsx';

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
  );
  return (
    <StoryFigure
      title="Adding on a clock face"
      name="clock-face"
      caption="Drag the hand and the end of the arc, or use the arrow keys. Let the sum pass the top."
      switches={
        <FigureSwitch
          label="Hours on the face"
          value={hours}
          options={[
            { value: '12', label: '12 hours' },
            { value: '59', label: '59 hours' },
          ]}
          onChange={setHours}
        />
      }
    >
      <div ref={host} />
    </StoryFigure>
  );
}
