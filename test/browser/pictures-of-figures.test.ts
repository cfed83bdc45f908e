/** Saved pictures against the figures they show, on the gallery's page of both. */

import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, missingChromium } from '../../src/setup/chromium.mjs';
import type { Pictures } from '../gallery/pictures.ts';
import { decodeGif } from '../plots/picture/decode-gif.ts';
import { launchChromium } from '../support/browser.ts';

type PicturesWindow = typeof window & { pictures: Pictures };

/** Where a part stands in a picture: padding, and a title of one line. */
const PART = { left: 16, top: 46 };
/** Share of pixels that may differ clearly: edges that are smoothed in two ways. */
const MOST_DIFFERENT = 0.01;
/** Pixels for each CSS pixel, on the screen as in a PNG file. */
const SCALE = 2;

const executablePath = findChromium();
const reason = executablePath ? '' : ` (skipped: ${missingChromium})`;

describe.skipIf(!executablePath)(`pictures of figures${reason}`, () => {
  let server: ViteDevServer;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  const draw = (name: string) =>
    page.evaluate((each) => (window as PicturesWindow).pictures.draw(each), name);
  const left = () => page.evaluate(() => (window as PicturesWindow).pictures.hosts());

  beforeAll(async () => {
    server = await createServer({
      configFile: false,
      logLevel: 'error',
      // Its own, so that it does not wait for another server's packages or disturb them.
      cacheDir: 'node_modules/.vite-pictures',
      optimizeDeps: { include: ['d3'], entries: [] },
      server: { port: 0, hmr: false, watch: null },
    });
    await server.listen();
    browser = await launchChromium('none');
    page = await browser.newPage({
      deviceScaleFactor: SCALE,
      viewport: { width: 800, height: 900 },
    });
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    const [root] = server.resolvedUrls?.local ?? [];
    await page.goto(new URL('test/gallery/pictures.html', root).href);
    await page.waitForFunction(() => document.querySelectorAll('figure > img').length === 7);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(['circles', 'heatmap', 'loss', 'plane', 'pizza', 'map', 'crowd'])(
    'show the %s as the page does, in plain SVG',
    async (name) => {
      const { svg, width, found, png } = await draw(name);
      const { address } = await page.evaluate(() => (window as PicturesWindow).pictures);
      expect(found).toEqual([address, address]);
      expect(Buffer.from(png, 'base64').readUInt32BE(16)).toBe(SCALE * width);
      const drawing = svg.replace(/data:image[^"]*/g, '');
      expect(drawing.match(/foreignObject|oklch|color-mix|var\(|class=|NaN/)).toBeNull();
      const live = await page.locator(`#${name}`).screenshot();
      const share = await page.evaluate(shareOfDifferent, {
        live: live.toString('base64'),
        pictured: png,
        x: SCALE * PART.left,
        y: SCALE * PART.top,
        enough: MOST_DIFFERENT,
      });
      expect(share).toBeLessThan(MOST_DIFFERENT);
      expect(await left()).toBe(0);
    },
  );

  it('keep circles as circles and words as words, unless there are thousands', async () => {
    const { svg } = await draw('circles');
    expect(svg.match(/<circle /g)).toHaveLength(6 * 59);
    expect(svg).toContain('>k = 17</text>');
    expect(svg.match(/<image /g)).toBeNull();
    const crowd = await draw('crowd');
    expect(crowd.svg.match(/<image /g)).toHaveLength(1);
    expect(crowd.svg.match(/<circle /g)).toBeNull();
  });

  it('move as a GIF', async () => {
    const { found, gif } = await page.evaluate(() => (window as PicturesWindow).pictures.animate());
    const { address } = await page.evaluate(() => (window as PicturesWindow).pictures);
    expect(found).toBe(address);
    const { frames, times, loops } = decodeGif(Buffer.from(gif, 'base64'));
    expect(frames).toHaveLength(3);
    expect(frames[0]).not.toEqual(frames[2]);
    expect(times).toEqual([10, 10, 210]);
    expect(loops).toBe(0);
    expect(await left()).toBe(0);
  });

  it('leave no errors behind', () => {
    expect(problems).toEqual([]);
  });
});

/** Runs in the page. A screenshot may begin a pixel or two beside the picture's own pixels. */
async function shareOfDifferent(files: {
  live: string;
  pictured: string;
  x: number;
  y: number;
  enough: number;
}) {
  const load = async (file: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${file}`;
    await image.decode();
    return image;
  };
  const [live, pictured] = [await load(files.live), await load(files.pictured)];
  const pixelsAt = (image: HTMLImageElement, x: number, y: number) => {
    const canvas = document.createElement('canvas');
    canvas.width = live.width;
    canvas.height = live.height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(image, -x, -y);
    return context?.getImageData(0, 0, live.width, live.height).data ?? [];
  };
  const shown = pixelsAt(live, 0, 0);
  let best = 1;
  for (const x of [0, -1, 1]) {
    for (const y of [0, -2, -1, 1, 2]) {
      if (best < files.enough) return best;
      const saved = pixelsAt(pictured, files.x + x, files.y + y);
      let different = 0;
      for (let at = 0; at < shown.length; at += 4) {
        const distance = Math.max(
          Math.abs((shown[at] ?? 0) - (saved[at] ?? 0)),
          Math.abs((shown[at + 1] ?? 0) - (saved[at + 1] ?? 0)),
          Math.abs((shown[at + 2] ?? 0) - (saved[at + 2] ?? 0)),
        );
        if (distance > 64) different++;
      }
      best = Math.min(best, (4 * different) / shown.length);
    }
  }
  return best;
}
