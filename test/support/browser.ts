/**
 * Drives the built page in a real Chromium. A browser test wraps itself in `describeInBrowser` and
 * opens pages with the handle it is given; pages, browser and server are closed for it.
 */

import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, describe } from 'vitest';
import { findChromium, missingChromium } from '../../src/setup/chromium.mjs';
import { type PreviewServer, servePreview } from './preview.ts';

/** Which GPU the page finds: Chromium's software adapter, none at all, or whatever there is. */
export type WebGpuChoice = 'software' | 'none' | 'native';

/** A page that a test opened. */
export interface OpenedPage {
  page: Page;
  /**
   * Errors on the page's console, uncaught ones, and what the policy refused in any page or worker of
   * the test, in order. Empty on a healthy page.
   */
  problems: string[];
}

/** What a browser test works with. */
export interface BrowserHandle {
  /**
   * Opens the page in a fresh profile. It is closed after the test.
   *
   * @param path query and fragment, for example "?view=lab&p=13", or a path below the served folder
   * @param options viewport, colour scheme, reduced motion and the like
   */
  open(path?: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  /** Where the built page is served, with a slash at the end. */
  address(): Promise<string>;
}

/** How the browser and the server of one `describeInBrowser` are set up. */
export interface BrowserSetup {
  /** "none" when left out: the quickest to start, and the same everywhere. */
  webgpu?: WebGpuChoice;
  /** Folder of the host under which the page is served, for example "/a/b/"; "/" when left out. */
  folder?: string;
  /** False for a host that does not isolate the page, as most do not. */
  isolated?: boolean;
}

const quietChromium = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const webGpuParameters: Record<WebGpuChoice, readonly string[]> = {
  software: [
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
  // navigator.gpu stays, but has no adapter to give; WebGL goes on in software.
  none: ['--disable-gpu', '--disable-features=WebGPUService'],
  native: [],
};

/**
 * A `describe` whose tests run in Chromium. Where there is none, the tests are skipped and the
 * name says why.
 *
 * @param name what is described
 * @param tests registers the tests, as in `describe`
 */
export function describeInBrowser(
  name: string,
  tests: (browser: BrowserHandle) => void,
  setup: BrowserSetup = {},
): void {
  const executablePath = findChromium();
  const title = executablePath ? name : `${name} (skipped: ${missingChromium})`;

  describe.skipIf(!executablePath)(title, () => {
    let browser: Promise<Browser> | undefined;
    let server: Promise<PreviewServer> | undefined;
    const listening = new Set<string[]>();
    const refused = (refusal: string) => {
      for (const problems of listening) problems.push(refusal);
    };
    const startServer = () => (server ??= servePreview(setup.folder, setup.isolated, refused));
    const startBrowser = () => (browser ??= launchChromium(setup.webgpu ?? 'none', executablePath));

    afterEach(async () => {
      listening.clear();
      const started = await browser;
      await Promise.all(started?.contexts().map((context) => context.close()) ?? []);
    });
    afterAll(async () => {
      await (await browser)?.close();
      await (await server)?.close();
    });

    tests({
      address: async () => (await startServer()).address,
      async open(path = '', options = {}) {
        const [{ address }, started] = await Promise.all([startServer(), startBrowser()]);
        // What a service worker does is looked at by tests of their own.
        const context = await started.newContext({ serviceWorkers: 'block', ...options });
        // Wherever tests run, the page takes the device for one that trains networks of the paper's size.
        await context.addInitScript(pretendCores, usualCores);
        const page = await context.newPage();
        const problems = collectProblems(page);
        listening.add(problems);
        await page.goto(new URL(path, address).href);
        if (options.javaScriptEnabled !== false) await viewLoaded(page);
        return { page, problems };
      },
    });
  });
}

/**
 * Starts Chromium on its own, for scripts that do not run in vitest.
 *
 * @param executablePath program file; searched for when left out
 */
export async function launchChromium(
  webgpu: WebGpuChoice,
  executablePath = findChromium(),
): Promise<Browser> {
  if (!executablePath) throw new Error(`There is ${missingChromium}.`);
  const options: LaunchOptions = {
    executablePath,
    args: [...quietChromium, ...webGpuParameters[webgpu]],
  };
  return chromium.launch(options);
}

/** Processor cores of the device that the page takes itself to run on. */
const usualCores = 8;

/** Runs in the page, before its own scripts; workers ask for themselves. */
export function pretendCores(cores: number): void {
  Object.defineProperty(navigator, 'hardwareConcurrency', { configurable: true, get: () => cores });
}

/** The page's code and its views are loaded after the document; only then it answers to anything. */
async function viewLoaded(page: Page): Promise<void> {
  // A page that only embeds this one has nothing of the kind.
  if ((await page.locator('#page').count()) === 0) return;
  await page.getByRole('main').first().waitFor({ state: 'attached' });
  await page.getByText('Loading …', { exact: true }).waitFor({ state: 'hidden' });
}

/** The list fills up as long as the page lives. */
function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Chromium's text for a missing file does not name the file.
    problems.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => {
    problems.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`);
  });
  return problems;
}
