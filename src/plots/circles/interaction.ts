/** Pointer and keyboard on a panel: which residue is meant. */

import { stepsOfKey } from '../key-steps.ts';
import type { CirclePanel } from './panel.ts';

/** The residue in question, and the panel where it was pointed at. */
export interface ActiveResidue {
  readonly panel: CirclePanel;
  readonly residue: number;
  /** True when it was reached by keyboard, where the readout must also be spoken. */
  readonly byKeyboard: boolean;
}

/** Farther from every point than this, in pixels, nothing is meant. */
const POINTER_REACH = 22;

/**
 * Listens on a panel.
 *
 * @param current the residue in question in the whole figure
 * @param change called with the new one, or undefined when nothing is meant any more
 * @returns a function that stops listening
 */
export function listenToPanel(
  panel: CirclePanel,
  current: () => ActiveResidue | undefined,
  change: (active: ActiveResidue | undefined) => void,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const { element, stage } = panel;

  const point = (event: PointerEvent) => {
    const residue = residueNear(panel, event);
    change(residue === undefined ? undefined : { panel, residue, byKeyboard: false });
  };
  element.addEventListener('pointermove', point, { signal });
  element.addEventListener('pointerdown', point, { signal });
  element.addEventListener(
    'pointerleave',
    (event) => {
      // A finger that is lifted leaves too; what it chose should stay readable.
      if (event.pointerType !== 'touch') change(undefined);
    },
    { signal },
  );
  element.addEventListener(
    'focus',
    () => {
      if (current() || !element.matches(':focus-visible')) return;
      change({ panel, residue: 0, byKeyboard: true });
    },
    { signal },
  );
  element.addEventListener('blur', () => change(undefined), { signal });
  element.addEventListener(
    'keydown',
    (event) => {
      const next = residueAfterKey(panel.order(), current()?.residue, event.key);
      if (next === undefined) return;
      event.preventDefault();
      change(next === 'none' ? undefined : { panel, residue: next, byKeyboard: true });
    },
    { signal },
  );
  stage.style.touchAction = 'pan-y pinch-zoom';
  return () => listening.abort();
}

/**
 * The residue a key leads to along the circle: "none" for Escape, undefined for keys without a
 * meaning here.
 */
export function residueAfterKey(
  order: readonly number[],
  current: number | undefined,
  key: string,
): number | 'none' | undefined {
  if (key === 'Escape') return 'none';
  if (key === 'Home') return order[0];
  if (key === 'End') return order.at(-1);
  const step = stepsOfKey(key);
  if (step === undefined || order.length === 0) return undefined;
  const from = current === undefined ? -1 : order.indexOf(current);
  if (from < 0) return order[0];
  return order[(from + step + order.length) % order.length];
}

/** The residue whose point is nearest to the pointer, within reach. */
function residueNear(panel: CirclePanel, event: PointerEvent): number | undefined {
  const content = panel.content();
  if (!content || content.presence === 'folded') return undefined;
  const box = panel.stage.getBoundingClientRect();
  let nearest: number | undefined;
  let smallest = POINTER_REACH;
  for (let residue = 0; residue < content.p; residue++) {
    const { x, y } = panel.pointOf(residue);
    const distance = Math.hypot(event.clientX - box.left - x, event.clientY - box.top - y);
    if (distance < smallest) {
      smallest = distance;
      nearest = residue;
    }
  }
  return nearest;
}
