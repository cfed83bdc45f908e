import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { postWith, waitForShown } from '../support/embed-page.ts';
import { openHost, useHostPages } from '../support/host-page.ts';

/** Bytes of a file on its way, from a host that compresses what is not compressed already. */
async function transferred(path: string): Promise<number> {
  const bytes = await readFile(`${root}dist/${path}`);
  return /\.(run|runs|webp|woff2|png)$/.test(path) ? bytes.length : gzipSync(bytes).length;
}

describeInBrowser('what an embed costs', ({ open, address }) => {
  const pages = useHostPages();

  it('is at most 5 kB for the element, and nothing else before a figure is near', async () => {
    expect(await transferred('clock-pizza.js')).toBeLessThanOrEqual(5000);
  });

  it('is at most 200 kB for circles of a recorded run, code, recording and poster together', async () => {
    const base = await address();
    const frame = `<iframe title="Plain" width="640" height="700" src="${base}?embed=circles&run=pizza"></iframe>`;
    for (const body of [frame, '<clock-pizza figure="circles" run="pizza"></clock-pizza>']) {
      const { page, problems, requests } = await openHost(
        { open },
        pages.serve(postWith(base, body)),
      );
      if (body === frame) {
        await page
          .getByTitle('Plain')
          .contentFrame()
          .getByRole('img', { name: /^frequency \d+/i })
          .first()
          .waitFor();
      } else await waitForShown(page, { verdict: 'pizza' });
      const own = requests.filter((url) => url.startsWith(base)).map((url) => new URL(url));
      const paths = new Set(own.map(({ pathname }) => pathname.slice(1) || 'index.html'));
      // The element's own script belongs to the post; a plain frame does without.
      if (body === frame) paths.delete('clock-pizza.js');
      expect([...paths].some((path) => path.endsWith('.run'))).toBe(true);
      expect(paths).toContain('posters/circles-pizza-light.webp');
      const sizes = await Promise.all(
        [...paths].map(async (path) => [path, await transferred(path)] as const),
      );
      const sum = sizes.reduce((total, [, size]) => total + size, 0);
      expect(sum, JSON.stringify(sizes)).toBeLessThanOrEqual(200_000);
      expect(problems).toEqual([]);
    }
  });
});
