/** Pointer and keyboard on the vote plot: which answer is meant. */

/** What is listened for. */
export interface AnswerListener {
  /** The modulus; 0 while there is no data. */
  size(): number;
  current(): number | undefined;
  /** Where the keyboard starts. */
  start(): number;
  /** The answer at a distance from the plot's left edge, in pixels. */
  at(x: number): number;
  change(c: number | undefined, byKeyboard: boolean): void;
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
export function listenToVotes(plot: SVGSVGElement, listener: AnswerListener): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const point = (event: PointerEvent) => {
    if (listener.size() === 0) return;
    listener.change(listener.at(event.clientX - plot.getBoundingClientRect().left), false);
  };
  plot.addEventListener('pointermove', point, { signal });
  plot.addEventListener('pointerdown', point, { signal });
  plot.addEventListener(
    'pointerleave',
    (event) => {
      // A finger that is lifted leaves too; what it chose should stay readable.
      if (event.pointerType !== 'touch') listener.change(undefined, false);
    },
    { signal },
  );
  plot.addEventListener(
    'focus',
    () => {
      if (listener.size() === 0 || listener.current() !== undefined) return;
      if (plot.matches(':focus-visible')) listener.change(listener.start(), true);
    },
    { signal },
  );
  plot.addEventListener('blur', () => listener.change(undefined, false), { signal });
  plot.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const next = answerAfterKey(listener.size(), listener.current(), event.key, listener.start());
      if (next === undefined) return;
      event.preventDefault();
      listener.change(next === 'none' ? undefined : next, true);
    },
    { signal },
  );
  return () => listening.abort();
}

/**
 * The answer a key leads to, wrapping around as residues do: "none" for Escape, undefined for keys
 * without a meaning here.
 */
export function answerAfterKey(
  p: number,
  current: number | undefined,
  key: string,
  start: number,
): number | 'none' | undefined {
  if (p === 0) return undefined;
  if (key === 'Escape') return 'none';
  if (key === 'Home') return 0;
  if (key === 'End') return p - 1;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return current === undefined ? start : (((current + step) % p) + p) % p;
}
