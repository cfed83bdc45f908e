/**
 * Keeps what a thread has loaded before the service worker was there to do it: on the first visit that
 * is nearly everything.
 */
import { codeCache, contentCache, isCode, isContent, pathBelow } from './names.ts';

/**
 * Puts every file of the page that this thread has loaded into the caches that the service worker answers
 * from. Does nothing where the page is not kept: frames of other pages, and browsers that do not allow it.
 *
 * @param folder address of the folder of the page
 */
export async function keepLoaded(folder: string): Promise<void> {
  try {
    const { caches } = globalThis;
    if (caches === undefined || !(await caches.has(codeCache))) return;
    const [code, content] = await Promise.all([caches.open(codeCache), caches.open(contentCache)]);
    for (const { name } of performance.getEntriesByType('resource')) {
      const path = pathBelow(folder, name);
      if (path === undefined) continue;
      const cache = isCode(path) ? code : isContent(path) ? content : undefined;
      if (cache === undefined || (await caches.match(name)) !== undefined) continue;
      // The browser has it still: nothing is fetched again.
      await cache.add(name);
    }
  } catch {
    // Nothing on screen depends on it.
  }
}

/** Milliseconds without anything new before what was loaded is kept. */
const calm = 1000;

/** Keeps what this thread has loaded, and what it will load. @param folder address of the folder of the page */
export function keepWhatLoads(folder: string): void {
  if (globalThis.PerformanceObserver === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  new PerformanceObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void keepLoaded(folder), calm);
  }).observe({ type: 'resource', buffered: true });
}

/** Says that this page is kept, so that its workers keep what they load too. */
export async function beginToKeep(): Promise<void> {
  await globalThis.caches?.open(codeCache).catch(() => undefined);
}
