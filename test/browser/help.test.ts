import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { trainButton } from '../support/lab-page.ts';

const phone = { width: 360, height: 640 };

/** Where an element ends up once nothing scrolls any more, pixels below the window's upper edge. */
async function settledTop(element: Locator): Promise<number> {
  const top = () => element.evaluate((place) => Math.round(place.getBoundingClientRect().top));
  for (let before = await top(); ; ) {
    await element.page().waitForTimeout(200);
    const now = await top();
    if (now === before) return now;
    before = now;
  }
}

describeInBrowser('help', ({ open }) => {
  it('is opened by keyboard, leads to its chapter, and has a report to copy', async () => {
    const { page, problems } = await open('?view=lab&attention=0.35&p=13', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const button = page.getByRole('button', { name: 'What is the attention rate?' });
    const note = page.getByRole('note');
    await button.press('Enter');
    await note.getByText(/^The knob of the paper/).waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: 'Chapter 8: Turn the knob' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await note.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

    // One at a time, and none once the keyboard has gone on.
    await button.press('Space');
    await page.getByRole('button', { name: 'What is the width?' }).press('Enter');
    await note.getByText(/^Numbers that describe one token/).waitFor();
    expect(await note.count()).toBe(1);
    await trainButton(page).focus();
    expect(await note.count()).toBe(0);

    await page.getByRole('button', { name: 'About this page' }).click();
    const dialog = page.getByRole('dialog', { name: 'About this page' });
    await dialog.getByRole('button', { name: 'Copy report' }).click();
    await dialog.getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await dialog.getByRole('textbox', { name: 'Report' }).inputValue());
    expect(copied).toMatch(/^- Page: The Clock and the Pizza \d+\.\d+\.\d+ \(/);
    expect(copied).toMatch(/\n- Address: http.*attention=0\.35/);
    expect(copied).toMatch(
      /\n- GPU: WebGPU without an adapter\n- WebAssembly: threads yes, SIMD yes\n/,
    );
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);

    await button.click();
    await link.click();
    const chapter = page.locator('#knob');
    expect(Math.abs(await settledTop(chapter))).toBeLessThan(120);
    const { hash, searchParams } = new URL(page.url());
    expect([hash, searchParams.get('view')]).toEqual(['#knob', 'story']);
    expect([searchParams.get('attention'), searchParams.get('p')]).toEqual(['0.35', '13']);
    await page.goBack();
    expect(await page.getByRole('slider', { name: /^attention/i }).inputValue()).toBe('0.35');
    expect(problems).toEqual([]);
  });

  it('is whole on a phone, and the first steps go for good', async () => {
    const { page, problems } = await open('?view=lab', { viewport: phone, hasTouch: true });
    const hint = page.getByRole('region', { name: 'First steps' });
    expect(await hint.getByRole('listitem').count()).toBe(3);
    await page.getByRole('button', { name: /^settings/i }).tap();
    for (const name of ['What is a preset?', 'What does the speed change?']) {
      const button = page.getByRole('button', { name });
      const size = await button.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
      await button.tap();
      const box = await page.getByRole('note').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height);
      await button.tap();
      expect(await page.getByRole('note').count()).toBe(0);
    }
    await page.getByRole('button', { name: /^close settings/i }).tap();

    await hint.getByRole('button', { name: 'Got it' }).tap();
    expect(await hint.count()).toBe(0);
    await page.reload();
    await trainButton(page).waitFor();
    expect(await hint.count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
