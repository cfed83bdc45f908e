/**
 * Pages of other people, on origins of their own, that embed figures: one server that answers under two
 * names. `127.0.0.1` is the site of the page itself on another port; `localhost` is another site.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { BrowserHandle, OpenedPage } from './browser.ts';

/** Serves pages of other origins. */
export interface HostPages {
  /**
   * Serves a document.
   *
   * @param headers of the answer, besides its type
   * @returns its address
   */
  serve(html: string, headers?: Readonly<Record<string, string>>): string;
}

/** A page that was opened, and everything it and its frames asked for since. */
export interface OpenedHost extends OpenedPage {
  readonly requests: string[];
}

/** A server for the tests of one `describeInBrowser`. */
export function useHostPages(): HostPages {
  const documents = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
  let server: Server | undefined;
  let origin = '';
  beforeAll(async () => {
    const started = createServer(({ url = '/' }, response) => {
      const found = documents.get(url);
      response.writeHead(found === undefined ? 404 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...found?.headers,
      });
      response.end(found?.html);
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return {
    serve(html, headers = {}) {
      const path = `/${documents.size}.html`;
      documents.set(path, { html, headers });
      return `${origin}${path}`;
    },
  };
}

/** The same page on another site. */
export function onOtherSite(address: string): string {
  return address.replace('//127.0.0.1:', '//localhost:');
}

/** Opens a page of another origin. What it asks for is written down from the first request on. */
export async function openHost(
  { open }: Pick<BrowserHandle, 'open'>,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedHost> {
  const { page, problems } = await open('about:blank', options);
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, problems, requests };
}
