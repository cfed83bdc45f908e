/** Pointer and keyboard on the neurons: which one is meant, which one is chosen. */

/** What is listened for. Neurons are named by their position in the data. */
export interface NeuronListener {
  /** Positions in the order of the keyboard; empty while there is no data. */
  order(): readonly number[];
  current(): number | undefined;
  /** Where the keyboard starts. */
  start(): number | undefined;
  /** The neuron near a pixel of the stage. */
  at(x: number, y: number): number | undefined;
  change(position: number | undefined, byKeyboard: boolean): void;
  select(position: number): void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * Makes the stage one that can be walked on.
 *
 * @param label what the picture shows; undefined while there is nothing to walk on
 */
export function describeStage(stage: HTMLElement, label: string | undefined): void {
  if (label === undefined) {
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-description']) {
      stage.removeAttribute(name);
    }
    return;
  }
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', label);
  stage.setAttribute(
    'aria-description',
    'Arrow keys go from neuron to neuron, by frequency and phase; Enter chooses one.',
  );
  stage.tabIndex = 0;
}

/** @returns a function that stops listening */
export function listenToNeurons(stage: HTMLElement, listener: NeuronListener): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const point = (event: MouseEvent) => {
    const box = stage.getBoundingClientRect();
    listener.change(listener.at(event.clientX - box.left, event.clientY - box.top), false);
  };
  const choose = () => {
    const position = listener.current();
    if (position !== undefined) listener.select(position);
  };
  stage.addEventListener('pointermove', point, { signal });
  stage.addEventListener('pointerdown', point, { signal });
  stage.addEventListener('click', choose, { signal });
  stage.addEventListener(
    'pointerleave',
    (event) => {
      // A finger that is lifted leaves too; what it chose should stay readable.
      if (event.pointerType !== 'touch') listener.change(undefined, false);
    },
    { signal },
  );
  stage.addEventListener(
    'focus',
    () => {
      if (listener.current() === undefined && stage.matches(':focus-visible')) {
        listener.change(listener.start(), true);
      }
    },
    { signal },
  );
  stage.addEventListener('blur', () => listener.change(undefined, false), { signal });
  stage.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose();
        return;
      }
      const next = neuronAfterKey(
        listener.order(),
        listener.current(),
        event.key,
        listener.start(),
      );
      if (next === undefined) return;
      event.preventDefault();
      listener.change(next === 'none' ? undefined : next, true);
    },
    { signal },
  );
  return () => listening.abort();
}

/**
 * The neuron a key leads to, from the last to the first again: "none" for Escape, undefined for
 * keys without a meaning here.
 */
export function neuronAfterKey(
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
