/** What the page, its workers and its service worker call things. */

/** File of the service worker, beside the page. */
export const serviceWorkerFile = 'service-worker.js';

/** Cache of code that was needed once: engines, and what only some visitors open. */
export const codeCache = 'clock-and-pizza-code';

/** Cache of recordings, tables and pictures that were shown once. */
export const contentCache = 'clock-and-pizza-content';

/** Name of the lock that a tab holds while something trains in it. */
export const trainingLock = 'clock-and-pizza-trains';

/** Files whose names change whenever their contents do, below the folder of the page. */
export const isCode = (path: string): boolean => /^assets\/[^/]+\.(js|wasm|css)$/.test(path);

/** Files that keep their names. */
export const isContent = (path: string): boolean =>
  /^(recordings|sweeps|pictures)\/[^/]+$/.test(path);

/** Path of an address below a folder; undefined for what lies elsewhere. */
export function pathBelow(folder: string, address: string): string | undefined {
  const { origin, pathname } = new URL(address, folder);
  const start = new URL(folder);
  if (origin !== start.origin || !pathname.startsWith(start.pathname)) return undefined;
  return pathname.slice(start.pathname.length);
}
