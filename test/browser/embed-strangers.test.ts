import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { figureIn, soon } from '../support/embed-page.ts';
import { heardAll, openMarkedPost, stateOf } from '../support/embed-state.ts';
import { onOtherSite, useHostPages } from '../support/host-page.ts';

describeInBrowser('messages of those who are not asked', (browser) => {
  const pages = useHostPages();
  const openPost = (more = '') => openMarkedPost(browser, pages, more);

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
