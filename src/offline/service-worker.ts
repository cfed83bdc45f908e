/**
 * Answers for the page where there is no network. The page's own code is kept on the first visit; engines
 * and recordings when they are used. A new version waits until a visitor asks for it: what a page on
 * screen may still need is not taken away from under it.
 */
import { clientsClaim } from 'workbox-core';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { codeCache, contentCache, isCode, isContent, pathBelow } from './names.ts';

/** Filled in when the page is built (src/setup/offline-worker.ts). */
declare const pageFiles: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope & typeof globalThis;

/** The types of a service worker clash with those of a page; this is what is used of them. */
interface ServiceWorkerGlobalScope {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Files kept of each kind; the longest unused go first. */
const mostFiles = { code: 80, content: 40 };

const { scope } = self.registration;
const lies =
  (is: (path: string) => boolean) =>
  ({ url }: { url: URL }) => {
    const path = pathBelow(scope, url.href);
    return path !== undefined && is(path);
  };

precacheAndRoute(pageFiles);
cleanupOutdatedCaches();
// A page that was opened before there was a service worker is looked after at once.
clientsClaim();

// Every address of the page is the same document. Examples and other documents are left to the network.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    allowlist: [new RegExp(`^${escaped(new URL(scope).pathname)}(index\\.html)?(\\?.*)?$`)],
  }),
);
registerRoute(
  lies(isCode),
  new CacheFirst({
    cacheName: codeCache,
    plugins: [atMost(mostFiles.code)],
  }),
);
registerRoute(
  lies(isContent),
  new StaleWhileRevalidate({
    cacheName: contentCache,
    plugins: [atMost(mostFiles.content)],
  }),
);

self.addEventListener('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

/** Its types are older than strict optional properties. */
function atMost(maxEntries: number): WorkboxPlugin {
  return new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true }) as WorkboxPlugin;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
