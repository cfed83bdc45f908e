/** Serves the built page for browser tests. */

import { existsSync } from 'node:fs';
import { preview } from 'vite';
import { root } from '../../src/setup/command.mjs';

/** What browsers take for granted where a host says nothing. */
const noHeaders = {
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Cross-Origin-Embedder-Policy': 'unsafe-none',
};

/** A running server of the built page. */
export interface PreviewServer {
  /** Ends with a slash. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves `dist` on a free port.
 *
 * @param folder where on the host the page lies, with slashes at both ends
 * @param isolated false for a host that sends no headers of its own, as most do
 */
export async function servePreview(folder = '/', isolated = true): Promise<PreviewServer> {
  if (!existsSync(`${root}dist/index.html`)) {
    throw new Error('There is no built page to test: run "npm run build" first.');
  }
  const server = await preview({
    root,
    base: folder,
    logLevel: 'error',
    preview: { port: 0, open: false, ...(isolated ? {} : { headers: noHeaders }) },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The preview server did not say where it listens.');
  return { address, close: () => server.close() };
}
