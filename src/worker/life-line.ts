/**
 * How the page learns that a worker is gone without a word: out of memory, or ended by the browser.
 * No event tells of that, but a lock that the worker holds for as long as it lives is free then.
 */

/** Begins to hold a lock in a worker. @returns its name; empty where there are no locks */
export function holdLifeLine(): string {
  const { locks } = navigator;
  if (locks === undefined) return '';
  const name = `clock-and-pizza-worker-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  void locks.request(name, () => new Promise<never>(() => undefined)).catch(() => undefined);
  return name;
}

/**
 * Waits in the page for the end of a worker.
 *
 * @param name what the worker holds
 * @param onEnd told when it is gone, unless it was let go before
 * @returns lets it go
 */
export function watchLifeLine(name: string, onEnd: () => void): () => void {
  if (name === '' || navigator.locks === undefined) return () => undefined;
  const waiting = new AbortController();
  navigator.locks.request(name, { signal: waiting.signal }, () => onEnd()).catch(() => undefined);
  return () => waiting.abort();
}
