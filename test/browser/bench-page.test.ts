import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { violations } from '../support/violations.ts';

const small = '?view=bench&p=5&width=16';
const patience = 90_000;

const runButton = (page: Page) => page.getByRole('button', { name: 'Run the benchmark' });
const outcome = (page: Page, text: RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor({ timeout: patience });

describeInBrowser('the benchmark page', ({ open }) => {
  it.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 390, height: 844 }],
  ] as const)('measures everyone side by side: %s, %o', async (theme, viewport) => {
    const { page, problems } = await open(`${small}&theme=${theme}`, { viewport });
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    expect(page.workers()).toEqual([]);
    await runButton(page).click();
    await page.getByRole('progressbar', { name: 'Benchmark' }).waitFor();
    await outcome(page, /^Done in \d+\.\d seconds/);
    expect(loaded.some((address) => address.includes('bench-worker'))).toBe(true);
    await expect.poll(() => page.workers()).toEqual([]);

    const table = page.getByRole('table', { name: /p = 5, width 16, attention rate/ });
    const names = [
      /own engine.*1 thread/,
      'TensorFlow.js, gradient by hand',
      'TensorFlow.js, autograd',
      /^jax-js/,
    ];
    for (const name of names) {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
      await row.getByText(/^agree at step \d+$/).waitFor();
    }
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(problems).toEqual([]);
  });

  it('measures far into a run when asked', async () => {
    const { page, problems } = await open(small);
    await page.getByRole('checkbox', { name: /step 1,500/ }).check();
    await runButton(page).click();
    await outcome(page, /^Done in/);
    const own = page.getByRole('row').filter({ hasText: 'own engine' }).first();
    await own.getByText(/^\d\.\d\d × a fresh network beside it/).waitFor();
    expect(problems).toEqual([]);
  });

  it('copies its results as text and as JSON', async () => {
    const { page, problems } = await open(small, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await runButton(page).click();
    await outcome(page, /^Done in/);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await outcome(page, /^Copied as text/);
    expect(await copied()).toMatch(/p = 5, width 16, attention .*\n.* early .*÷ wasm/);
    await page.getByRole('button', { name: 'Copy as JSON' }).click();
    await outcome(page, /^Copied as JSON/);
    expect(JSON.parse(await copied())).toMatchObject({ cases: [{ p: 5, reference: 'wasm' }] });
    expect(problems).toEqual([]);
  });

  it('can be cancelled, and started again', async () => {
    const { page, problems } = await open('?view=bench');
    await runButton(page).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await outcome(page, /was cancelled/);
    // The browser takes a moment to let an ended worker go.
    await expect.poll(() => page.workers()).toEqual([]);
    await runButton(page).click();
    await page.getByRole('progressbar', { name: 'Benchmark' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('is reached from the foot of the page, and says what it cannot compare', async () => {
    const { page, problems } = await open('?p=5&width=16&layers=2');
    await page.getByRole('button', { name: 'How fast is training here?' }).click();
    expect(new URL(page.url()).searchParams.get('view')).toBe('bench');
    await runButton(page).click();
    await outcome(page, /Only transformers with one layer/);
    expect(problems).toEqual([]);
  });
});
