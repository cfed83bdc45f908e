/** Buttons that lie over the marks of a drawing: arrow keys go from one to the next, as in other figures. */

import { afterKey } from './walk.ts';

/**
 * @param group holds the buttons, in the order of the keyboard
 * @returns a function that stops listening
 */
export function listenToButtonRow(group: HTMLElement): () => void {
  const listening = new AbortController();
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const buttons = [...group.querySelectorAll('button')];
    const current = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const order = buttons.map((_, index) => index);
    const next = afterKey(order, current < 0 ? undefined : current, event.key, order[0]);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'none') buttons[current]?.blur();
    else buttons[next]?.focus();
  };
  group.addEventListener('keydown', walk, { signal: listening.signal });
  return () => listening.abort();
}
