import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { trainButton, trainToTheEnd, verdictCard, waitForStep } from '../support/lab-page.ts';

const screens = {
  phone: { width: 390, height: 844 },
  'tablet held upright': { width: 768, height: 1024 },
  tablet: { width: 1024, height: 768 },
  desktop: { width: 1440, height: 900 },
};

/** Place and size of every card, in the page's coordinates. */
function cardPlaces(page: Page): Promise<Record<string, number[]>> {
  return page
    .locator('#pictures')
    .getByRole('region')
    .evaluateAll((cards) =>
      Object.fromEntries(
        cards.map((card, index) => {
          const { left, top, width, height } = card.getBoundingClientRect();
          return [
            `card ${index + 1}`,
            [left + scrollX, top + scrollY, width, height].map((length) => Math.round(length)),
          ];
        }),
      ),
    );
}

/** The same, once the figures have drawn themselves for the first time. */
async function settledPlaces(page: Page): Promise<Record<string, number[]>> {
  for (let before = await cardPlaces(page); ; ) {
    await page.waitForTimeout(300);
    const now = await cardPlaces(page);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
}

/** Pixels by which the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The browser's own measure of how much has jumped so far; 0 when nothing has. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );
}

describeInBrowser('the layout', ({ open }) => {
  for (const [name, viewport] of Object.entries(screens)) {
    it(`fits a ${name} and stands still`, async () => {
      const { page, problems } = await open('?p=7&width=16&steps=100000', { viewport });
      const before = await settledPlaces(page);
      expect(await layoutShift(page)).toBeLessThan(0.01);
      expect(Object.keys(before).length).toBeGreaterThanOrEqual(8);
      expect(await overflow(page)).toBe(0);

      await trainButton(page).click();
      for (const step of [1, 10, 30]) {
        await waitForStep(page, step);
        expect(await cardPlaces(page)).toEqual(before);
        expect(await overflow(page)).toBe(0);
      }
      expect(problems).toEqual([]);
    });
  }

  it('keeps the button and the verdict in sight on a phone', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=20', { viewport: screens.phone });
    const inSight = async (text: RegExp) => {
      const boxes = await Promise.all(
        (await page.getByText(text).all()).map((place) => place.boundingBox()),
      );
      return boxes.some(
        (box) => box !== null && box.y >= 0 && box.y + box.height <= screens.phone.height,
      );
    };
    const button = trainButton(page);
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(screens.phone.height);
    expect(await inSight(/no verdict yet|clock or pizza/i)).toBe(true);
    await trainToTheEnd(page);
    const word = /^(still learning|pizza|clock|between|non-circular)$/i;
    expect(await inSight(word)).toBe(true);
    // Still there after scrolling to the verdict's own card and beyond.
    await verdictCard(page).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 2000);
    expect(await inSight(word)).toBe(true);
    expect(await button.isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  it('opens and closes the settings on a phone', async () => {
    const { page, problems } = await open('?view=lab', { viewport: screens.phone });
    const width = page.getByRole('textbox', { name: /^width/i });
    expect(await width.isVisible()).toBe(false);
    await page.getByRole('button', { name: /^settings/i }).click();
    expect(await width.isVisible()).toBe(true);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: /^close settings/i }).click();
    expect(await width.isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });
});
