import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, trainButton, trainToTheEnd, waitForStep } from '../support/lab-page.ts';

describeInBrowser('an address that makes no sense', ({ open }) => {
  it('names every mistake, uses defaults, and trains', async () => {
    const { page, problems } = await open('?p=99999&lr=abc&frobnicate=1&attention=-3&width=16');
    const notice = (text: RegExp) => page.getByRole('status').getByText(text);
    for (const text of [/^p=99999/, /^lr=abc/, /frobnicate/, /^attention=-3/]) {
      expect(await notice(text).isVisible()).toBe(true);
    }
    for (const [name, value] of [
      [/^modulus/i, '59'],
      [/^attention/i, '0'],
      [/^width/i, '16'],
    ] as const) {
      expect(await page.getByRole('textbox', { name }).inputValue()).toBe(value);
    }

    await page
      .getByRole('button', { name: /^dismiss/i })
      .first()
      .click();
    expect(await page.getByRole('button', { name: /^dismiss/i }).count()).toBe(3);
    expect(await notice(/^p=99999/).count()).toBe(0);
    await trainButton(page).click();
    await waitForStep(page, 3);
    expect(new URL(page.url()).searchParams.has('frobnicate')).toBe(false);
    expect(problems).toEqual([]);
  });

  it.each([
    ['empty values', '?p=&width=&steps='],
    ['unknown choices', '?p=11&p=12&theme=pink&backend=abacus&heatmap=3d&circles=none'],
    ['broken escapes and names of code', '?%E0%A4%A=1&<script>=1&__proto__=1&constructor=1'],
    ['a very long value', `?seed=${'9'.repeat(3000)}`],
    ['numbers of unusual kinds', '?p=NaN&width=Infinity&lr=1e999&steps=0x10&seed=-0'],
    ['separators only', '?&&==&?'],
  ])('shows a page that works for %s', async (_, query) => {
    const { page, problems } = await open(query);
    expect(await trainButton(page).isEnabled()).toBe(true);
    expect((await runStatus(page)).state).toBe('idle');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(problems).toEqual([]);
  });

  it('says what a modulus that is not a prime means', async () => {
    const { page, problems } = await open('?p=12&width=16&steps=5');
    expect(
      await page
        .getByRole('status')
        .getByText(/12 is not a prime/i)
        .isVisible(),
    ).toBe(true);
    await trainToTheEnd(page);
    const halved = page.getByRole('img', { name: /^frequency 2, .*covers 6 of 12/i });
    expect(await halved.count()).toBe(1);
    expect(
      await page.getByRole('img', { name: /^frequency 5/i }).getAttribute('aria-label'),
    ).not.toMatch(/covers/i);
    expect(problems).toEqual([]);
  });

  it('has nothing to say about a sensible address', async () => {
    const { page, problems } = await open('?p=13&width=32&attention=0.5');
    expect(await page.getByRole('button', { name: /^dismiss/i }).count()).toBe(0);
    expect(
      await page
        .getByRole('status')
        .getByText(/not (possible|a prime)/i)
        .count(),
    ).toBe(0);
    expect(problems).toEqual([]);
  });
});
