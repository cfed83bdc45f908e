import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  call,
  element,
  figureIn,
  happened,
  isMarked,
  mark,
  postWith,
  runIn,
  shown,
  soon,
  waitForReady,
  waitForShown,
} from '../support/embed-page.ts';
import { onOtherSite, openHost, useHostPages } from '../support/host-page.ts';

/** Everything that hostile messages could have changed. */
async function stateOf(page: Page) {
  const frame = element(page).locator('iframe');
  return {
    said: await shown(page),
    events: (await happened(page)).length,
    height: await frame.evaluate((it: HTMLIFrameElement) => it.offsetHeight),
    title: await frame.getAttribute('title'),
    inside: await figureIn(page).getByRole('main').textContent(),
    run: await runIn(figureIn(page)),
    theme: await figureIn(page)
      .getByRole('main')
      .evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset.theme),
    isSame: await isMarked(figureIn(page)),
    polluted: await figureIn(page)
      .getByRole('main')
      .evaluate(() => 'polluted' in {}),
  };
}

/** Waits until all that was sent has been read: an answer to a question asked afterwards is there. */
async function heardAll(page: Page): Promise<void> {
  const before = (await happened(page)).filter(({ name }) => name === 'ready').length;
  await element(page)
    .locator('iframe')
    .evaluate((frame: HTMLIFrameElement) => {
      const hello = { source: 'clock-and-pizza', version: 1, kind: 'hello' };
      frame.contentWindow?.postMessage(hello, '*');
    });
  await waitForReady(page, before + 1);
  await page.evaluate(() => {
    const { happened: all } = window as unknown as { happened: { name: string }[] };
    all.splice(
      all.findLastIndex(({ name }) => name === 'ready'),
      1,
    );
  });
}

describeInBrowser('hostile messages', ({ open, address }) => {
  const pages = useHostPages();
  const openPost = async (more = '') => {
    const body = `<clock-pizza id="figure" figure="circles" run="pizza"></clock-pizza>${more}`;
    const opened = await openHost({ open }, pages.serve(postWith(await address(), body)));
    await waitForShown(opened.page, { verdict: 'pizza', step: 4000 });
    const circles = figureIn(opened.page).getByRole('img', { name: /^frequency \d+/i });
    await circles.first().waitFor();
    await mark(figureIn(opened.page));
    return opened;
  };

  it('from the page itself change nothing in the frame', async () => {
    const { page, problems } = await openPost();
    const before = await stateOf(page);
    expect(before.isSame).toBe(true);
    await element(page)
      .locator('iframe')
      .evaluate((frame: HTMLIFrameElement) => {
        const send = (data: unknown) => frame.contentWindow?.postMessage(data, '*');
        const ours = { source: 'clock-and-pizza', version: 1 };
        const junk = [undefined, null, 0, Number.NaN, '', 'play', [], {}, new Date(), new Map()];
        for (const data of junk) send(data);
        for (const kind of ['play', 'train', 'pause']) {
          send({ source: 'clock-and-pizza!', version: 1, kind });
          send({ source: ['clock-and-pizza'], version: 1, kind });
          send({ ...ours, version: 2, kind });
          send({ ...ours, version: '1', kind });
          send({ ...ours, kind: [kind] });
          send(JSON.stringify({ ...ours, kind }));
        }
        for (const step of [-1, Number.NaN, 0.5, 1e10, '3', {}, [0]]) {
          send({ ...ours, kind: 'seek', step });
        }
        const huge = 'x'.repeat(5_000_000);
        send(huge);
        send({ ...ours, kind: huge });
        send({ ...ours, kind: 'language', language: huge });
        send({ ...ours, kind: 'theme', theme: huge });
        send({ ...ours, kind: 'settings', settings: { p: huge } });
        send({ ...ours, kind: 'settings', settings: { [huge]: '13' } });
        send({ ...ours, kind: 'settings', settings: ['p', '13'] });
        send({ ...ours, kind: 'settings', settings: { p: 13 } });
        send({ ...ours, kind: 'theme', theme: 'dark; } body { display: none' });
        const names = Array.from({ length: 5000 }, (_, at) => [`name${at}`, '1']);
        send({ ...ours, kind: 'settings', settings: Object.fromEntries(names) });
        send(JSON.parse('{"__proto__": {"polluted": 1, "source": "clock-and-pizza"}}'));
        // What the frame says itself is nothing that it listens to.
        send({ ...ours, kind: 'height', height: 5 });
        send({ ...ours, kind: 'problem', message: 'Oh' });
      });
    await heardAll(page);
    expect(await stateOf(page)).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('with settings that reach for the prototype are notices and no more', async () => {
    const { page, problems } = await openPost();
    const before = await stateOf(page);
    await element(page)
      .locator('iframe')
      .evaluate((frame: HTMLIFrameElement) => {
        const settings = JSON.parse(
          '{"__proto__": "polluted", "constructor": "x", "embed": "lab", "view": "map", "autorun": "1"}',
        );
        const ours = { source: 'clock-and-pizza', version: 1, kind: 'settings', settings };
        frame.contentWindow?.postMessage(ours, '*');
      });
    await heardAll(page);
    const after = await stateOf(page);
    expect(after).toMatchObject({ run: before.run, title: before.title, isSame: true });
    expect(after.polluted).toBe(false);
    expect(after.said).toEqual(before.said);
    await figureIn(page)
      .getByText(/“constructor” in the address is not a setting/)
      .waitFor();
    await call(page, 'seek', 0, 0);
    await waitForShown(page, { step: 0 });
    expect(problems).toEqual([]);
  });

  it('from a frame of a third origin reach neither the figure nor the element', async () => {
    const attacker = onOtherSite(
      pages.serve(`<!doctype html><title>Beside</title><body><main>Beside</main>`),
    );
    const { page, problems } = await openPost(`<iframe title="Beside" src="${attacker}"></iframe>`);
    const beside = page.getByTitle('Beside').contentFrame().getByRole('main');
    await beside.waitFor();
    expect(await beside.evaluate(() => window.origin)).not.toBe(new URL(page.url()).origin);
    const before = await stateOf(page);
    await beside.evaluate(() => {
      const ours = { source: 'clock-and-pizza', version: 1 };
      const figure = window.parent[0];
      for (const body of [
        ...['play', 'train', 'pause', 'hello', 'sibling-trains'].map((kind) => ({ kind })),
        { kind: 'seek', step: 0 },
        { kind: 'theme', theme: 'dark' },
        { kind: 'settings', settings: { run: 'clock', p: '13' } },
      ]) {
        figure?.postMessage({ ...ours, ...body }, '*');
      }
      const report = {
        state: 'done',
        step: 7,
        lastStep: 7,
        verdict: 'clock',
        run: '',
        address: '',
      };
      for (const body of [
        { kind: 'height', height: 1e9 },
        { kind: 'height', height: 5000 },
        { kind: 'ready', figure: 'lab', title: 'Buy now', language: 'en' },
        { kind: 'report', report },
        { kind: 'report', report: { ...report, state: 'training' } },
        { kind: 'problem', message: 'Enter your password' },
      ]) {
        window.parent.postMessage({ ...ours, ...body }, '*');
      }
    });
    await heardAll(page);
    expect(await stateOf(page)).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('of the right origin are refused beyond what is possible', async () => {
    const { page } = await openPost();
    const before = await stateOf(page);
    const say = (bodies: readonly object[]) =>
      figureIn(page)
        .getByRole('main')
        .evaluate((_, all) => {
          const ours = { source: 'clock-and-pizza', version: 1 };
          for (const body of all) window.parent.postMessage({ ...ours, ...body }, '*');
        }, bodies);
    const report = { state: 'done', step: 7, lastStep: 7, verdict: 'clock', run: '', address: '' };
    await say([
      ...[1e9, 20_001, 0, -5, '400', null].map((height) => ({ kind: 'height', height })),
      { kind: 'report', report: { ...report, step: -1 } },
      { kind: 'report', report: { ...report, state: 'hacked' } },
      { kind: 'report', report: { ...report, address: 'x'.repeat(10_000) } },
      { kind: 'problem', message: 'x'.repeat(10_000) },
      { kind: 'ready', figure: 'lab', title: 'x'.repeat(10_000), language: 'en' },
    ]);
    await heardAll(page);
    expect(await stateOf(page)).toEqual(before);

    // The same way with a possible height is the frame's own.
    await say([{ kind: 'height', height: 1234 }]);
    await expect.poll(async () => (await stateOf(page)).height, soon).toBe(1234);
  });
});
