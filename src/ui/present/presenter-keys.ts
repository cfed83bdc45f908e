/** The keys of a presenter, wherever the focus is. */
import { useEffect, useRef } from 'react';

/** What keys do. */
export interface PresenterKeys {
  onPlace(step: 1 | -1): void;
  onEnd(last: boolean): void;
  onRow(step: 1 | -1): void;
  onFill(): void;
  onLeave(): void;
}

const actions: ReadonlyMap<string, (keys: PresenterKeys) => void> = new Map([
  ['ArrowRight', (keys) => keys.onPlace(1)],
  ['PageDown', (keys) => keys.onPlace(1)],
  ['ArrowLeft', (keys) => keys.onPlace(-1)],
  ['PageUp', (keys) => keys.onPlace(-1)],
  ['Home', (keys) => keys.onEnd(false)],
  ['End', (keys) => keys.onEnd(true)],
  ['ArrowDown', (keys) => keys.onRow(1)],
  ['ArrowUp', (keys) => keys.onRow(-1)],
  ['f', (keys) => keys.onFill()],
  ['F', (keys) => keys.onFill()],
  ['Escape', (keys) => keys.onLeave()],
]);

/** Listens while the component is there. A presenter's remote control sends PageUp and PageDown. */
export function usePresenterKeys(keys: PresenterKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      // A list of choices and a slider have arrow keys of their own.
      const target = event.target as HTMLElement;
      const isField = target.matches('select, textarea, input:not([type="range"])');
      if (isField && event.key !== 'Escape') return;
      const action = actions.get(event.key);
      if (action === undefined) return;
      event.preventDefault();
      action(newest.current);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
