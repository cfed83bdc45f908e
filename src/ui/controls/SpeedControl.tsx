/** How fast training runs: flat out, or slowly enough to watch. */
import { useId } from 'react';
import english from '../../messages/en/ui/controls/speed-control.json';
import { createWords } from '../../messages/words.ts';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/controls/speed-control', english);

/** Steps a second. */
const speeds = [Number.POSITIVE_INFINITY, 50, 20, 5, 1];

/** Choice of a speed limit. */
export function SpeedControl() {
  const { controller } = usePage();
  const speed = usePageState((state) => state.speed);
  const id = useId();
  return (
    <div className="setting-line">
      <span className="help-label">
        <label htmlFor={id}>{words('speed')}</label>
        <Help topic="speed" />
      </span>
      <select
        id={id}
        value={String(speed)}
        onChange={(event) => controller.setSpeed(Number(event.target.value))}
      >
        {speeds.map((count) => (
          <option key={count} value={String(count)}>
            {Number.isFinite(count) ? words('limit', { count }) : words('unlimited')}
          </option>
        ))}
      </select>
    </div>
  );
}
