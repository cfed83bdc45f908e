/**
 * How the page learns that a worker is gone without a word: out of memory, or ended by the browser.
 * No event tells of that, but a lock that the worker holds for as long as it lives is free then.
 */

/** Begins to hold a lock in a worker. @returns its name once it is held; empty where there are no locks */
export function holdLifeLine(): Promise<string> {
  const { locks } = navigator;
  if (locks === undefined) return Promise.resolve('');
  const name = `clock-and-pizza-worker-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return new Promise((resolve) => {
    const hold = () => {
      // Who waited for it any sooner would have it first, and take the worker for dead.
      resolve(name);
      return new Promise<never>(() => undefined);
    };
    locks.request(name, hold).catch(() => resolve(''));
  });
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
