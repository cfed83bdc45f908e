import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { waitForState } from '../support/lab-page.ts';

describeInBrowser('the language of the page', ({ open }) => {
  it('is the browser’s, where the page speaks it', async () => {
    const { page, problems } = await open('?view=lab&p=11&width=32', { locale: 'zh-CN' });
    await page.getByRole('button', { name: /^训练/ }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    expect(await page.title()).toContain('时钟与披萨');
    expect(problems).toEqual([]);
  });

  it('is the one of the address, and stays in it', async () => {
    const { page } = await open('?view=lab&lang=zh-Hans');
    await page.getByRole('combobox', { name: /language/i }).waitFor();
    await page.getByRole('slider', { name: /宽度/ }).first().press('ArrowRight');
    await expect.poll(() => page.url()).toMatch(/width=/);
    expect(new URL(page.url()).searchParams.get('lang')).toBe('zh-Hans');
  });

  it('is switched while a run trains, which goes on, and is kept for the next visit', async () => {
    const { page, problems } = await open('?view=lab&p=11&width=32&steps=100000&backend=wasm');
    await page
      .getByRole('button', { name: /^train/i })
      .first()
      .click();
    await waitForState(page, 'training');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-Hans');
    await page.getByRole('button', { name: '暂停' }).first().click();
    await waitForState(page, 'paused');
    await page.reload();
    await page.getByRole('combobox', { name: /language/i }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    await page.getByRole('combobox', { name: /language/i }).selectOption('en');
    await page.getByRole('combobox', { name: 'Language' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(problems).toEqual([]);
  });

  it('of an embedded figure is the one of its address', async () => {
    const { page, problems } = await open('?embed=circles&run=pizza&lang=zh-Hans');
    await page.getByRole('img', { name: /频率/ }).first().waitFor();
    expect(problems).toEqual([]);
  });

  it('may be written from right to left without a word leaving the screen', async () => {
    const { page } = await open('?view=story&run=pizza');
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of ['The story', 'Watch it learn', 'Look inside', 'Map many']) {
        await page.getByRole('button', { name }).click();
        await page.evaluate(() => {
          document.documentElement.dir = 'rtl';
        });
        const [inner, whole] = await page.evaluate(() => [
          document.documentElement.clientWidth,
          document.documentElement.scrollWidth,
        ]);
        expect(whole, `${name} at ${width}`).toBeLessThanOrEqual(inner ?? 0);
      }
    }
  });
});
