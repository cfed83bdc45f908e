/** One state of the page on every screen and in both themes: what axe finds, and whether it fits. */
import type { Page } from 'playwright-core';
import { violations } from './violations.ts';

const schemes = ['light', 'dark'] as const;

/** Widths of the screens, pixels: a small phone, a tablet held upright, a desk. */
const widths = [360, 768, 1440] as const;

/**
 * The page is not loaded anew: it is what a reader has who turns a tablet or when night falls.
 * It has to follow the system's theme.
 *
 * @returns what is wrong, and where; empty when all is well
 */
export async function wrongAnywhere(page: Page, state: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      const found = await violations(page, colorScheme === 'light' ? 'all' : 'colours');
      const sideways = await sidewaysOverflow(page);
      if (sideways > 0) found.push(`It is ${sideways} pixels wider than the screen.`);
      wrong.push(...found.map((text) => `${state}, ${colorScheme}, ${width}: ${text}`));
    }
  }
  // A desk magnified four times (WCAG 2.2, 1.4.10).
  await page.setViewportSize({ width: 320, height: 256 });
  await settled(page);
  const sideways = await sidewaysOverflow(page);
  if (sideways > 0) wrong.push(`${state}, 320: It is ${sideways} pixels wider than the screen.`);
  return wrong;
}

/** Pixels by which the page is wider than the window. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Figures draw in the frame after they were given another width, and may then need a second one. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      // One without an end is not waited for.
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });
}
