import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  injectFault,
  inWorker,
  preparePageForFaults,
  reportLines,
  someTimeAfterStep,
  trainingWorker,
} from '../support/faults.ts';
import {
  pauseAndSettle,
  press,
  runStatus,
  shownLosses,
  trainButton,
  trainToTheEnd,
  waitForState,
  waitForStep,
} from '../support/lab-page.ts';

/** Long enough that whatever happens to it happens in the middle. */
const long = '?p=13&width=16&steps=100000&backend=wasm';
const offer = /A run of yours .* is kept in this browser/;

afterAll(() => process.stdout.write(`${reportLines()}\n`));

/** It is not only said to go on. */
async function expectToTrainOn(page: Page): Promise<void> {
  const { step } = await runStatus(page);
  await waitForStep(page, Math.min(step + 5, 100_000));
  expect(['training', 'done']).toContain((await runStatus(page)).state);
}

/** Another page of the same visitor. */
async function openAnother(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('main').first().waitFor({ state: 'attached' });
  return page;
}

describeInBrowser('a run whose worker dies', ({ open }) => {
  it.each([
    ['ends without a word', 'self.close()', /has ended it/],
    [
      'throws an error',
      'setTimeout(() => { throw new Error("broken on purpose"); })',
      /on purpose/,
    ],
    [
      'runs out of memory',
      'setTimeout(() => new ArrayBuffer(9e15))',
      /has stopped \(.*(allocation|length)/i,
    ],
  ])('goes on from its copy where it %s', async (name, deed, said) => {
    const { page } = await open(long);
    await preparePageForFaults(page);
    await trainButton(page).click();
    await someTimeAfterStep(page, 100);
    await injectFault(
      page,
      `worker ${name}`,
      () =>
        trainingWorker(page)
          .evaluate(deed)
          .catch(() => undefined),
      said,
    );
    expect((await runStatus(page)).state).toBe('failed');
    // The rest of the page is as it was.
    await page.getByRole('slider', { name: /step shown/i }).press('ArrowLeft');
    await press(page, /^go on from step/i);
    await expectToTrainOn(page);
    // What went on is kept in turn.
    await page.waitForTimeout(1500);
    await page.reload();
    await page.getByText(offer).waitFor();
  });

  it('goes on by itself on one thread where the second dies', async () => {
    const { page, problems } = await open('?p=59&width=32&steps=100000&backend=wasm');
    await preparePageForFaults(page);
    await trainButton(page).click();
    await page.getByText(/^This run: WebAssembly \(2 threads\)/).waitFor();
    await someTimeAfterStep(page, 10);
    await injectFault(
      page,
      'second thread dies',
      async () => {
        await inWorker(page, ({ threads }) => threads.at(-1)?.terminate());
        await page.getByText(/^This run: WebAssembly(?! \(2)/).waitFor();
      },
      /Training/,
    );
    await expectToTrainOn(page);
    expect(problems).toEqual([]);
  });
});

describeInBrowser('a run that is left', ({ open, address }) => {
  it('goes on after a reload to the numbers of one that never stopped', async () => {
    const settings = '?p=13&width=16&steps=4000&backend=wasm&seed=4';
    const { page, problems } = await open(settings);
    await trainButton(page).click();
    await someTimeAfterStep(page, 300);
    await injectFault(page, 'page reloaded', () => page.reload(), offer);
    await press(page, /^go on with it/i);
    await waitForState(page, 'done');
    const interrupted = await shownLosses(page);

    const other = await open(settings);
    await trainToTheEnd(other.page);
    expect(interrupted).toEqual(await shownLosses(other.page));
    expect(interrupted.step).toBe(4000);
    expect([...problems, ...other.problems]).toEqual([]);
  });

  it('goes on after its tab has crashed', async () => {
    const { page } = await open(long);
    await trainButton(page).click();
    await someTimeAfterStep(page, 300);
    const { step } = await runStatus(page);
    const context = page.context();
    const devtools = await context.newCDPSession(page);
    devtools.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    const again = await openAnother(context, new URL(long, await address()).href);
    const kept = await injectFault(again, 'tab crashed', async () => undefined, offer);
    const keptStep = Number(/stopped at step ([\d,]+)/.exec(kept)?.[1]?.replaceAll(',', ''));
    expect(keptStep).toBeGreaterThan(0);
    expect(step - keptStep).toBeLessThan(step);
    await press(again, /^go on with it/i);
    await waitForStep(again, keptStep + 5);
  });

  it('belongs to one tab at a time', async () => {
    const { page } = await open(long);
    await trainButton(page).click();
    await waitForStep(page, 100);
    await pauseAndSettle(page);
    await page.waitForTimeout(500);
    const context = page.context();
    const here = new URL(long, await address()).href;
    const second = await openAnother(context, here);
    await second.waitForTimeout(500);
    // The first tab has it: nothing is offered.
    expect(await second.getByText(offer).count()).toBe(0);
    await page.reload();
    await second.reload();
    await page.getByText(offer).waitFor();
    await second.getByText(offer).waitFor();
    await press(page, /^go on with it/i);
    await waitForState(page, 'training');
    await injectFault(
      second,
      'two tabs want one run',
      () => press(second, /^go on with it/i),
      /goes on in another tab/,
    );
    await expectToTrainOn(page);
    await page.close();
    await second.bringToFront();
    // The browser frees what a closed tab had a moment later.
    await second.waitForTimeout(1000);
    await press(second, /^try again/i);
    await waitForState(second, 'training');
  });

  it('is forgotten when the visitor says so', async () => {
    const { page } = await open(long);
    await trainButton(page).click();
    await waitForStep(page, 100);
    await pauseAndSettle(page);
    await page.waitForTimeout(500);
    await page.reload();
    await press(page, /^forget it/i);
    await page.getByText(offer).waitFor({ state: 'hidden' });
    await page.reload();
    await page.waitForTimeout(700);
    expect(await page.getByText(offer).count()).toBe(0);
  });

  it.each([
    ['is full', 'QuotaExceededError', /no room left in this browser/],
    ['is closed to pages', 'SecurityError', /does not let the page keep the run/],
  ])(
    'trains on where the browser’s database %s, and that is said once',
    async (name, error, said) => {
      const { page } = await open(long);
      await page.evaluate((failure) => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('It is a test.', failure);
        };
      }, error);
      await injectFault(page, `database ${name}`, () => trainButton(page).click(), said);
      await expectToTrainOn(page);
      await press(page, /^dismiss/i);
      await page.waitForTimeout(1500);
      expect(await page.getByText(said).count()).toBe(0);
      await expectToTrainOn(page);
    },
  );
});

describeInBrowser('a run in a hidden tab', ({ open }) => {
  /** Tells the page that it is hidden, or seen, as browsers do. */
  const show = (page: Page, state: 'hidden' | 'visible') =>
    page.evaluate((wanted) => {
      Object.defineProperty(document, 'visibilityState', { value: wanted, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);

  it('rests, and goes on without hurry when it is seen again', async () => {
    const { page, problems } = await open(`${long}`);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('50 steps a second');
    await trainButton(page).click();
    await someTimeAfterStep(page, 20);
    await injectFault(page, 'tab hidden', () => show(page, 'hidden'), /Paused/);
    await waitForState(page, 'paused');
    await page.getByText('rests while hidden').waitFor();
    await page.waitForTimeout(300);
    const { step } = await runStatus(page);
    await page.waitForTimeout(2000);
    expect((await runStatus(page)).step).toBe(step);
    await show(page, 'visible');
    await waitForState(page, 'training');
    await waitForStep(page, step + 10);
    // Nothing of the two seconds is made up for.
    expect((await runStatus(page)).step).toBeLessThan(step + 90);
    expect(problems).toEqual([]);
  });

  it('goes on where the visitor wants it to', async () => {
    const { page } = await open(long);
    await page.getByText('More settings').click();
    await page.getByRole('checkbox', { name: 'Train in a hidden tab' }).check();
    await trainButton(page).click();
    await waitForStep(page, 50);
    await show(page, 'hidden');
    await expectToTrainOn(page);
  });

  it('that the visitor has paused stays paused', async () => {
    const { page } = await open(long);
    await trainButton(page).click();
    await waitForStep(page, 50);
    await pauseAndSettle(page);
    await show(page, 'hidden');
    await show(page, 'visible');
    await page.waitForTimeout(500);
    expect((await runStatus(page)).state).toBe('paused');
  });
});
