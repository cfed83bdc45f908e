/** Pointer and keyboard on a picture of many things in an order: which one is meant. */

/** What is listened for. Things are named by numbers. */
export interface Walk {
  current(): number | undefined;
  /** Where the keyboard starts; undefined while there is nothing. */
  start(): number | undefined;
  /** What lies at a place, in pixels from the target's top left corner. */
  at(x: number, y: number): number | undefined;
  /** Where a key leads; "none" to leave, undefined for keys without a meaning. */
  afterKey(key: string): number | 'none' | undefined;
  change(next: number | undefined, byKeyboard: boolean): void;
  /** By click, Enter or Space. Without it there is nothing to choose. */
  readonly choose?: (current: number) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** @returns a function that stops listening */
export function listenToWalk(target: HTMLElement | SVGElement, walk: Walk): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    handle: (event: HTMLElementEventMap[Name]) => void,
  ) => target.addEventListener(name, handle as (event: Event) => void, { signal });
  const point = (event: MouseEvent) => {
    const box = target.getBoundingClientRect();
    walk.change(walk.at(event.clientX - box.left, event.clientY - box.top), false);
  };
  const choose = () => {
    const current = walk.current();
    if (current !== undefined) walk.choose?.(current);
  };

  on('pointermove', point);
  on('pointerdown', point);
  on('click', choose);
  on('pointerleave', ({ pointerType }) => {
    // A finger that is lifted leaves too; what it chose should stay readable.
    if (pointerType !== 'touch') walk.change(undefined, false);
  });
  on('focus', () => {
    const start = walk.start();
    if (start === undefined || walk.current() !== undefined) return;
    if (target.matches(':focus-visible')) walk.change(start, true);
  });
  on('blur', () => walk.change(undefined, false));
  on('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (walk.choose !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      choose();
      return;
    }
    const next = walk.afterKey(event.key);
    if (next === undefined) return;
    event.preventDefault();
    walk.change(next === 'none' ? undefined : next, true);
  });
  return () => listening.abort();
}

/**
 * What a key leads to in an order, from the last to the first again: "none" for Escape, undefined for
 * keys without a meaning here.
 */
export function afterKey(
  order: readonly number[],
  current: number | undefined,
  key: string,
  start: number | undefined,
): number | 'none' | undefined {
  if (order.length === 0) return undefined;
  if (key === 'Escape') return 'none';
  if (key === 'Home') return order[0];
  if (key === 'End') return order.at(-1);
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const from = current === undefined ? -1 : order.indexOf(current);
  if (from < 0) return start ?? order[0];
  return order[(((from + step) % order.length) + order.length) % order.length];
}
