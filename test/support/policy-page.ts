/** Pages whose policy is tested: what it refused, and attempts at what it must refuse. */
import type { Page } from 'playwright-core';
import type { BrowserHandle, OpenedPage } from './browser.ts';

/** Opens a page that notes what its policy refuses, from its first byte on. */
export async function openWatched(
  { open, address }: BrowserHandle,
  path: string,
): Promise<OpenedPage> {
  const opened = await open('about:blank');
  await watch(opened.page);
  await opened.page.goto(new URL(path, await address()).href);
  return opened;
}

function watch(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const marks = window as unknown as { refused: string[] };
    marks.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      marks.refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
}

/** What was refused in the page and in its frames, in order. */
export async function refusedIn(page: Page): Promise<string[]> {
  const inFrames = await Promise.all(
    page.frames().map((frame) => {
      return frame.evaluate(() => (window as unknown as { refused?: string[] }).refused ?? []);
    }),
  );
  return inFrames.flat();
}

/** Opens a page into whose document somebody has put something. */
export async function openAltered(
  browser: BrowserHandle,
  path: string,
  markup: string,
): Promise<OpenedPage> {
  const { open, address } = browser;
  const opened = await open('about:blank');
  await watch(opened.page);
  const target = new URL(path, await address()).href;
  await opened.page.route(target, async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace('</body>', `${markup}</body>`);
    await route.fulfill({ response, body: text });
  });
  await opened.page.goto(target);
  return opened;
}

/** Ways to make code of text, or of what lies elsewhere. */
export const attempts = [
  'inline script',
  'foreign script',
  'inline handler',
  'eval',
  'timer with text',
  'markup',
  'document.write',
  'worker from memory',
  'worker from elsewhere',
  'question to elsewhere',
] as const;

/**
 * Tries one as a script that got into the page would.
 *
 * @returns true when it came through
 */
export function attempt(page: Page, name: (typeof attempts)[number]): Promise<boolean> {
  return page.evaluate(async (what) => {
    const marks = window as unknown as { came?: boolean };
    const come = 'window.came = true';
    const pause = (milliseconds: number) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds));
    // What the browser's inspector itself is running may make code of text.
    await pause(0);
    const scriptWith = (change: (script: HTMLScriptElement) => void) => {
      const script = document.createElement('script');
      change(script);
      document.head.append(script);
    };
    const asText = <Text>(text: string) => text as Text;
    const ways = {
      'inline script': () => scriptWith((script) => script.append(come)),
      'foreign script': () =>
        scriptWith((script) => {
          script.src = 'https://example.org/script.js';
          script.onload = () => {
            marks.came = true;
          };
        }),
      'inline handler': () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', come);
        button.click();
      },
      // biome-ignore lint/security/noGlobalEval: this is what must not be possible
      eval: () => globalThis.eval(come),
      'timer with text': () => setTimeout(asText<() => void>(come)),
      markup: () => {
        const place = document.createElement('div');
        place.innerHTML = '<b>data</b>';
        marks.came = place.firstChild !== null;
      },
      'document.write': () => {
        document.write('<b id="written"></b>');
        marks.came = document.getElementById('written') !== null;
      },
      'worker from memory': () => startWorker(URL.createObjectURL(new Blob(['postMessage(1)']))),
      'worker from elsewhere': () => startWorker(new URL('./icon.svg', document.baseURI).href),
      'question to elsewhere': async () => {
        marks.came = (await fetch('https://example.org/')) !== undefined;
      },
    } as const;
    function startWorker(address: string) {
      new Worker(address).onmessage = () => {
        marks.came = true;
      };
    }
    marks.came = false;
    try {
      await ways[what]();
    } catch {
      // That is how most of them end.
    }
    await pause(100);
    return marks.came;
  }, name);
}
