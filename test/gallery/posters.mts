/**
 * Makes the pictures that stand in for embedded figures (public/posters) from the built page:
 * `npm run build && npx tsx test/gallery/posters.mts`. With names only those: `… circles heatmap`;
 * with `--missing` only what is not there.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { posterPath, posterSize } from '../../src/embed/poster.ts';
import { recordedRuns } from '../../src/model/recorded-runs.ts';
import { root } from '../../src/setup/command.mjs';
import { embeddedFigure, type FigureName, figureNames } from '../../src/state/embedding/figures.ts';
import { launchChromium } from '../support/browser.ts';
import { servePreview } from '../support/preview.ts';

const named = process.argv.slice(2).filter((argument) => argument !== '--missing');
const onlyMissing = process.argv.includes('--missing');
const { width, height } = posterSize;
/** Figures that are much higher than a poster are taken wider, and of those the upper part. */
const wideWidth = 900;
/** Time for recordings, analyses and motion, milliseconds. */
const restingTime = { network: 9000, map: 4000, view: 3000, run: 1500, idea: 2500 };

const server = await servePreview();
const browser = await launchChromium('none');
await mkdir(`${root}public/posters`, { recursive: true });
const written = new Set<string>();
for (const name of figureNames) {
  if (named.length > 0 && !named.includes(name)) continue;
  for (const theme of ['light', 'dark'] as const) {
    for (const run of [...recordedRuns.map(({ name }) => name), '']) {
      const path = posterPath(name, run, theme);
      if (written.has(path) || (onlyMissing && existsSync(`${root}public/${path}`))) continue;
      written.add(path);
      const bytes = await poster(name, run, theme);
      await writeFile(`${root}public/${path}`, bytes);
      process.stdout.write(`${path}: ${bytes.length} bytes\n`);
    }
  }
}
await browser.close();
await server.close();

async function poster(name: FigureName, run: string, theme: 'light' | 'dark'): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: theme,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const query = new URLSearchParams({ embed: name, controls: '0', poster: '0' });
  if (run !== '') query.set('run', run);
  await page.goto(`${server.address}?${query}`);
  await page.getByRole('main').waitFor();
  await page.waitForTimeout(restingTime[embeddedFigure(name).subject]);
  const main = page.getByRole('main');
  await page.addStyleTag({ content: '.embed-origin, .embed-run { display: none !important }' });
  let box = await main.boundingBox();
  if ((box?.height ?? 0) > 1.6 * height) {
    await page.setViewportSize({ width: wideWidth, height: 800 });
    await page.waitForTimeout(1200);
    box = await main.boundingBox();
  }
  if (box === null) throw new Error(`${name} is not on the page.`);
  const high = Math.min(box.height, (box.width * height) / width);
  const isCut = box.height > 1.6 * high;
  const clip = { x: 0, y: 0, width: box.width, height: isCut ? high : box.height };
  const shot = await page.screenshot({ fullPage: true, clip });
  const bytes = await composed(page, shot.toString('base64'), theme);
  await context.close();
  return Buffer.from(bytes, 'base64');
}

/** Puts a screenshot into the middle of a poster. */
async function composed(page: Page, png: string, theme: 'light' | 'dark'): Promise<string> {
  return page.evaluate(
    async ({ png, ground, width, height }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      // It stands for a moment only: rather light than sharp on every screen.
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas.');
      context.fillStyle = ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.imageSmoothingQuality = 'high';
      const scale = Math.min(canvas.width / image.width, canvas.height / image.height);
      const [w, h] = [image.width * scale, image.height * scale];
      context.drawImage(image, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
      return canvas.toDataURL('image/webp', 0.68).split(',')[1] as string;
    },
    { png, ground: theme === 'dark' ? '#1d1c22' : '#ffffff', width, height },
  );
}
