/** What stands on the page's canvases: the circles and the heatmap. */

import type { Locator, Page } from 'playwright-core';

/** One picture for each circle, the strongest first while the run is paused. */
export function circlePictures(page: Page): Locator {
  return page.getByRole('img', { name: /^frequency \d+, .* of power/i });
}

/** The picture of the correct logits, once there are any. */
export function heatmapPicture(page: Page): Locator {
  return page.getByRole('img', { name: /^logit of the correct answer/i });
}

/** Number of different colours on the canvas inside a picture; 1 where nothing was drawn. */
export function countColours(picture: Locator): Promise<number> {
  return picture.locator('canvas').evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const context = (element as HTMLCanvasElement).getContext('2d');
    if (context === null || width === 0 || height === 0) return 0;
    const { data } = context.getImageData(0, 0, width, height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

/**
 * A number for every canvas of the page with its size, once nothing moves on them any more: equal
 * texts are equal pictures. Writing the pictures themselves out as files would take far longer.
 */
export async function settledPictures(page: Page): Promise<string[]> {
  let before: string[] = [];
  for (;;) {
    const now = await page.locator('canvas').evaluateAll((canvases) =>
      canvases.map((element) => {
        const canvas = element as HTMLCanvasElement;
        const { width, height } = canvas;
        const context = width * height > 0 ? canvas.getContext('2d') : null;
        if (context === null) return `${width} × ${height}`;
        const { data } = context.getImageData(0, 0, width, height);
        // FNV-1a over the pixels.
        let sum = 0x811c9dc5;
        for (const pixel of new Uint32Array(data.buffer)) sum = Math.imul(sum ^ pixel, 0x01000193);
        return `${width} × ${height}: ${sum >>> 0}`;
      }),
    );
    if (now.length > 0 && now.join() === before.join()) return now;
    before = now;
    // Longer than the longest motion of a circle.
    await page.waitForTimeout(350);
  }
}
