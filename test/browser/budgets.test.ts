import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { noteSpeed, visitOf } from '../support/page-speed.ts';

/** What a first visit may cost: files asked for, kB of them compressed, and how much may jump. */
interface Budget {
  readonly name: string;
  readonly query: string;
  readonly requests: number;
  readonly kilobytes: number;
}

/** About a tenth above what each needs today. Recordings and posters count too. */
const budgets: readonly Budget[] = [
  { name: 'story', query: '', requests: 18, kilobytes: 230 },
  { name: 'lab', query: '?view=lab', requests: 34, kilobytes: 250 },
  { name: 'lab with a recorded run', query: '?run=pizza', requests: 38, kilobytes: 520 },
  { name: 'one network', query: '?view=inside', requests: 34, kilobytes: 280 },
  { name: 'map', query: '?view=map', requests: 34, kilobytes: 630 },
  { name: 'embedded circles', query: '?embed=circles&run=pizza', requests: 17, kilobytes: 200 },
  { name: 'embedded map', query: '?embed=map', requests: 34, kilobytes: 630 },
];

/** What counts as standing still (Web Vitals call 0.1 good). */
const mostShift = 0.02;

/** Long enough for everything that a page loads by itself, milliseconds. */
const loadsFor = 2500;

/** Bytes of a file on its way from a host that compresses what is not compressed already. */
async function transferred(path: string): Promise<number> {
  const bytes = await readFile(`${root}dist/${path}`);
  return /\.(run|runs|webp|woff2|png)$/.test(path) ? bytes.length : gzipSync(bytes).length;
}

describeInBrowser('the budget of a first visit', ({ open, address }) => {
  it.each(budgets)('is kept by: $name', async ({ name, query, requests, kilobytes }) => {
    const { page, problems } = await open('about:blank', {
      viewport: { width: 1440, height: 900 },
    });
    await noteSpeed(page);
    const base = await address();
    const paths = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.url().startsWith(base)) paths.add(pathname.slice(1) || 'index.html');
    });
    await page.goto(base + query);
    await page.waitForTimeout(loadsFor);
    const { firstPaint, largestPaint, layoutShift } = await visitOf(page);
    const sizes = await Promise.all([...paths].map(transferred));
    const size = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
    process.stdout.write(
      `${name}: ${paths.size} files of ${requests}, ${size.toFixed(0)} kB of ${kilobytes}, first paint ${firstPaint.toFixed(0)} ms, largest ${largestPaint.toFixed(0)} ms, layout shift ${layoutShift.toFixed(4)}\n`,
    );
    expect(paths.size, [...paths].join(' ')).toBeLessThanOrEqual(requests);
    expect(size).toBeLessThanOrEqual(kilobytes);
    expect(layoutShift).toBeLessThan(mostShift);
    expect(problems).toEqual([]);
  });
});
