import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { pauseAndSettle, waitForState, waitForStep } from '../support/lab-page.ts';
import { servePreview } from '../support/preview.ts';

const kept = { serviceWorkers: 'allow' } as const;

/** Waits until the service worker answers for the page. */
const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });

/** Names of the files in the caches. */
const cachedFiles = (page: Page) =>
  page.evaluate(async () => {
    const names: string[] = [];
    for (const key of await caches.keys()) {
      for (const { url } of await (await caches.open(key)).keys())
        names.push(new URL(url).pathname);
    }
    return names;
  });

describeInBrowser('without a network', ({ open }) => {
  it('the page opens after the first visit, and trains with the engine that was used', async () => {
    const { page, problems } = await open('?view=lab&p=11&width=32&steps=200&backend=wasm', kept);
    await page
      .getByRole('button', { name: /^train/i })
      .first()
      .click();
    await waitForState(page, 'done');
    await controlled(page);
    await expect
      // Engines are in the code of the worker, or beside it.
      .poll(async () =>
        (await cachedFiles(page)).some((name) => name.includes('/training-worker-')),
      )
      .toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await page
      .getByRole('button', { name: /^train/i })
      .first()
      .click();
    await waitForState(page, 'done');
    // Another view, which was never looked at, and another address of the page.
    await page.goto(new URL('?view=map', page.url()).href);
    await page.getByRole('button', { name: 'Map many' }).waitFor();
    // Its table was never loaded, and cannot be now; the page itself is all there.
    expect(await page.getByText(/could not be drawn/).count()).toBe(0);
    expect(problems.filter((problem) => !/Failed to (load|fetch)|ERR_/.test(problem))).toEqual([]);
  });

  it('the page keeps no engine and no recording that nobody asked for', async () => {
    const { page } = await open('?view=bench', kept);
    await controlled(page);
    const names = await cachedFiles(page);
    expect(names.some((name) => name.endsWith('/index.html'))).toBe(true);
    expect(names.filter((name) => /\.wasm$|\/recordings\/|-worker-|\/files-/.test(name))).toEqual(
      [],
    );
  });

  it('can be installed', async () => {
    const { page } = await open('?view=bench', kept);
    await controlled(page);
    const devtools = await page.context().newCDPSession(page);
    const { errors } = (await devtools.send('Page.getAppManifest')) as { errors: unknown[] };
    expect(errors).toEqual([]);
    const { installabilityErrors } = (await devtools.send('Page.getInstallabilityErrors')) as {
      installabilityErrors: { errorId: string }[];
    };
    // A fresh profile of a test is like a private window.
    expect(
      installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
    ).toEqual([]);
  });
});

describeInBrowser('in the frame of another page', ({ open }) => {
  it('nothing is kept', async () => {
    const { page } = await open('?embed=circles&run=pizza', kept);
    await page
      .getByRole('img', { name: /^frequency/i })
      .first()
      .waitFor();
    await page.waitForTimeout(4000);
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    expect(await cachedFiles(page)).toEqual([]);
  });
});

describeInBrowser('a newer version of the page', ({ open }) => {
  it('is offered once nothing trains, and shown when the visitor wants it', async () => {
    const built = await mkdtemp(join(tmpdir(), 'clock-and-pizza-'));
    await cp(`${root}dist`, built, { recursive: true });
    const host = await servePreview('/', true, undefined, built);
    try {
      const address = `${host.address}?view=lab&p=59&backend=cpu`;
      const { page, problems } = await open(address, kept);
      await controlled(page);
      await page
        .getByRole('button', { name: /^train/i })
        .first()
        .click();
      await waitForStep(page, 1);
      await appendFile(join(built, 'service-worker.js'), '\n// newer\n');
      const isThere = () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration?.update();
          return registration?.waiting !== null;
        });
      await expect.poll(isThere).toBe(true);
      const offer = page.getByText(/newer version of this page is ready/i);
      await page.waitForTimeout(500);
      expect(await offer.count()).toBe(0);
      await pauseAndSettle(page);
      await offer.waitFor();
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Show the newer version' }).click();
      await loaded;
      await controlled(page);
      expect(
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration?.waiting ?? null;
        }),
      ).toBe(null);
      expect(problems).toEqual([]);
    } finally {
      await host.close();
      await rm(built, { recursive: true });
    }
  });
});
