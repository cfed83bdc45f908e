/**
 * The page under its own Content Security Policy: nothing that it does is refused, and what somebody
 * would do who got text into it is. Every other browser test runs under the policy too.
 */
import { expect, it } from 'vitest';
import { type BrowserHandle, describeInBrowser } from '../support/browser.ts';
import { figureIn } from '../support/embed-page.ts';
import { runStatus, trainToTheEnd } from '../support/lab-page.ts';
import { attempt, attempts, openAltered, openWatched, refusedIn } from '../support/policy-page.ts';
import { runLine } from '../support/run-records.ts';

const views = {
  'the story': '',
  'the lab': '?view=lab&run=pizza',
  'the inside': '?view=inside&run=clock',
  'the map': '?view=map',
  'the presentation': '?view=present',
  'the benchmark': '?view=bench',
  'an embedded figure': '?embed=circles&run=pizza',
  'the post with figures': 'examples/blog-post.html',
  'the strict post with figures': 'examples/strict-csp.html',
};

/** What somebody would write into the document. */
const intrusion = `
  <script>window.came = 'inline'</script>
  <script src="https://example.org/script.js"></script>
  <img src="https://example.org/picture.png" onerror="window.came = 'handler'">
  <style>body { display: none }</style>
  <iframe src="https://example.org/"></iframe>
  <base href="https://example.org/">
  <form action="https://example.org/"></form>`;

/** What must hold with and without the help of the host. */
function testPolicy(browser: BrowserHandle) {
  it('lets a network train', async () => {
    const { page, problems } = await openWatched(
      browser,
      '?p=31&width=64&steps=30&backend=wasm&view=lab',
    );
    await trainToTheEnd(page);
    expect(await runStatus(page)).toMatchObject({ state: 'done', step: 30, backend: 'wasm' });
    expect(await refusedIn(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('refuses what somebody writes into the document', async () => {
    const { page } = await openAltered(browser, '?view=lab', intrusion);
    await page.getByRole('main').waitFor();
    await page.locator('form[action*="example.org"]').evaluate((form: HTMLFormElement) => {
      form.submit();
    });
    await expect
      .poll(async () =>
        [...new Set((await refusedIn(page)).map((text) => text.split(' ')[0]))].sort(),
      )
      .toEqual(
        [
          'base-uri',
          'form-action',
          'frame-src',
          'img-src',
          'script-src-attr',
          'script-src-elem',
        ].concat('style-src-elem'),
      );
    expect(await page.evaluate(() => 'came' in window)).toBe(false);
  });

  it('refuses to make code of text and to speak with others', async () => {
    const { page } = await openWatched(browser, '?view=lab');
    await page.getByRole('main').waitFor();
    const came: string[] = [];
    for (const name of attempts) if (await attempt(page, name)) came.push(name);
    expect(came).toEqual([]);
    const refused = (await refusedIn(page)).join('\n');
    expect(refused).toContain('require-trusted-types-for trusted-types-sink');
    expect(refused).toContain('connect-src https://example.org/');
  });
}

describeInBrowser('the policy, on a host that sends it with every file', (browser) => {
  it('refuses nothing that the page does', async () => {
    const { page, problems } = await openWatched(browser, 'about:blank');
    for (const [name, path] of Object.entries(views)) {
      await page.goto(new URL(path, await browser.address()).href);
      const figure = path.startsWith('examples') ? figureIn(page) : page;
      await figure.getByRole('main').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await refusedIn(page), name).toEqual([]);
    }
    // What a page still asks for while it is left is not refused, only not wanted any more.
    expect(problems.filter((problem) => !problem.endsWith('net::ERR_ABORTED'))).toEqual([]);
  });

  it('lets a network train on the GPU, through TensorFlow.js', async () => {
    const { page, problems } = await openWatched(
      browser,
      '?p=5&width=16&steps=3&view=lab&backend=webgl',
    );
    await trainToTheEnd(page);
    expect(await runStatus(page)).toMatchObject({ state: 'done', backend: 'webgl' });
    expect(problems).toEqual([]);
  });

  it('lets tables be opened from other hosts, but over https only', async () => {
    const { page, problems } = await openWatched(browser, 'about:blank');
    const asked: string[] = [];
    await page.context().route(/^https?:\/\/example\.org\//, (route) => {
      asked.push(route.request().url());
      return route.fulfill({
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: `${runLine()}\n`,
      });
    });
    const open = async (table: string) =>
      page.goto(new URL(`?view=map&table=${table}`, await browser.address()).href);
    await open('https://example.org/runs.jsonl');
    await page.getByRole('heading', { name: 'https://example.org/runs.jsonl' }).waitFor();
    expect(problems).toEqual([]);
    await open('http://example.org/runs.jsonl');
    await page
      .getByRole('alert')
      .getByText(/cannot be shown\. .*speaks https/)
      .waitFor();
    await expect.poll(() => problems.join()).toContain('refused connect-src http://example.org/');
    expect(asked).toEqual(['https://example.org/runs.jsonl']);
  });

  testPolicy(browser);
});

describeInBrowser('the policy in the document alone', testPolicy, { isolated: false });
