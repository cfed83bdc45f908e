import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { call, element, figureIn, soon, waitForShown } from '../support/embed-page.ts';
import { onOtherSite, openHost, useHostPages } from '../support/host-page.ts';

/** The policy of the example page, for a page that gets its figures from elsewhere. */
async function strictPolicy(origin: string): Promise<string> {
  const example = await readFile(`${root}public/examples/strict-csp.html`, 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(example)?.[1];
  if (policy === undefined) throw new Error('The example page has no policy.');
  return policy.replaceAll("'self'", origin);
}

describeInBrowser('a page under a strict policy', ({ open, address }) => {
  const pages = useHostPages();

  it('shows figures and speaks with them, and nothing is refused', async () => {
    const base = await address();
    const policy = await strictPolicy(new URL(base).origin);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    const post = pages.serve(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Strict</title>
    <script src="${base}clock-pizza.js"></script>
  </head>
  <body>
    <clock-pizza figure="circles" run="pizza"></clock-pizza>
    <clock-pizza figure="loss" p="11" width="16" steps="40" loading="press"></clock-pizza>
    <iframe title="Plain" width="700" height="700" src="${base}?embed=pizza"></iframe>
  </body>
</html>`);
    const { page, problems } = await openHost({ open }, onOtherSite(post));
    await waitForShown(page, { verdict: 'pizza', step: 4000 });
    const frame = element(page).locator('iframe');
    const inside = () =>
      figureIn(page)
        .getByRole('main')
        .evaluate(({ ownerDocument: { body } }) => Math.ceil(body.getBoundingClientRect().height));
    await expect
      .poll(async () => {
        const height = await frame.evaluate((it: HTMLIFrameElement) => it.offsetHeight);
        return height === (await inside());
      }, soon)
      .toBe(true);
    await call(page, 'seek', 0, 0);
    await waitForShown(page, { step: 0 });

    const second = element(page, 1);
    await second.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Show the figure' }).click();
    await figureIn(page, 1).getByRole('button', { name: /train/i }).click();
    await waitForShown(page, { state: 'done', step: 40 }, 1);

    await page.getByTitle('Plain').scrollIntoViewIfNeeded();
    const plain = page.getByTitle('Plain').contentFrame();
    await plain.getByRole('heading', { name: 'The Pizza algorithm' }).first().waitFor();
    expect(problems).toEqual([]);
  });
});
