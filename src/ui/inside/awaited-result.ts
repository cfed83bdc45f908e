/** Whoever asked for an analysis by keyboard stands before its result when it is there, not nowhere. */

let isAwaited = false;

/** To be called when the element that has the focus goes because an analysis begins. */
export function awaitResult(): void {
  isAwaited = true;
}

/** Moves the focus to the result, where it was asked for and nothing else has taken it. */
export function focusAwaited(result: HTMLElement | null): void {
  if (isAwaited && document.activeElement === document.body) result?.focus({ preventScroll: true });
  isAwaited = false;
}
