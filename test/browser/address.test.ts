import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { shownLosses, trainToTheEnd, verdictNumbers } from '../support/lab-page.ts';

/** Every setting that the controls show, by its name. */
async function settingsOnPage(page: Page): Promise<Record<string, string>> {
  const entries = await page
    .getByRole('region', { name: /^controls/i })
    .locator('input, select')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const input = element as HTMLInputElement;
        const name = input.labels?.[0]?.textContent ?? input.getAttribute('aria-label') ?? '';
        return [
          `${name} (${input.type})`,
          input.type === 'checkbox' ? `${input.checked}` : input.value,
        ];
      }),
    );
  return Object.fromEntries(entries);
}

/** Chooses something different from the defaults in every kind of control. */
async function changeSettings(page: Page): Promise<void> {
  for (const [name, value] of [
    [/^modulus/i, '7'],
    [/^width/i, '24'],
    [/^attention/i, '0.3'],
    [/^seed/i, '12'],
    [/^steps/i, '25'],
    [/^learning rate/i, '0.002'],
    [/^weight decay/i, '1.5'],
    [/^train fraction/i, '0.7'],
    [/^heads/i, '2'],
  ] as const) {
    const box = page.getByRole('textbox', { name });
    await box.fill(value);
    await box.press('Enter');
  }
  await page.getByRole('combobox', { name: /^activation/i }).selectOption('gelu');
  await page.getByRole('checkbox', { name: /^separate/i }).check();
  await page.getByRole('combobox', { name: /^train on/i }).selectOption('wasm');
}

describeInBrowser('the address', ({ open }) => {
  it('repeats the experiment, number for number', async () => {
    const first = await open('?view=lab');
    await first.page.getByText(/^more settings/i).click();
    await changeSettings(first.page);
    await first.page.getByRole('button', { name: /^equal size/i }).click();
    await first.page.getByRole('button', { name: /^a, b/i }).click();
    const settings = await settingsOnPage(first.page);
    expect(Object.values(settings)).toEqual(
      expect.arrayContaining(['7', '24', '0.3', 'gelu', 'wasm']),
    );
    await trainToTheEnd(first.page);

    const second = await open(new URL(first.page.url()).search);
    await second.page.getByText(/^more settings/i).click();
    expect(await settingsOnPage(second.page)).toEqual(settings);
    for (const name of [/^equal size/i, /^a, b/i]) {
      const choice = second.page.getByRole('button', { name });
      expect(await choice.getAttribute('aria-pressed')).toBe('true');
    }
    await trainToTheEnd(second.page);
    expect(await verdictNumbers(second.page)).toEqual(await verdictNumbers(first.page));
    expect(await shownLosses(second.page)).toEqual(await shownLosses(first.page));
    expect([...first.problems, ...second.problems]).toEqual([]);
  });

  it('starts by itself only when the address says so, and forgets that in the next address', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10&autorun=1');
    await page
      .locator('[data-testid="run-status"][data-state="done"]')
      .waitFor({ state: 'attached' });
    expect(new URL(page.url()).searchParams.has('autorun')).toBe(false);
    expect(problems).toEqual([]);
  });
});
