/** How fast training runs: flat out, or slowly enough to watch. */
import { useId } from 'react';
import { usePage, usePageState } from '../hooks/page.ts';

const speeds = [
  { value: Number.POSITIVE_INFINITY, label: 'as fast as it goes' },
  { value: 50, label: '50 steps a second' },
  { value: 20, label: '20 steps a second' },
  { value: 5, label: '5 steps a second' },
  { value: 1, label: '1 step a second' },
];

/** Choice of a speed limit. */
export function SpeedControl() {
  const { controller } = usePage();
  const speed = usePageState((state) => state.speed);
  const id = useId();
  return (
    <div className="setting-line">
      <label htmlFor={id}>Speed</label>
      <select
        id={id}
        value={String(speed)}
        onChange={(event) => controller.setSpeed(Number(event.target.value))}
      >
        {speeds.map(({ value, label }) => (
          <option key={label} value={String(value)}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
