import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { call, element, figureIn, waitForShown } from '../support/embed-page.ts';
import { heardAll, openMarkedPost, stateOf } from '../support/embed-state.ts';
import { useHostPages } from '../support/host-page.ts';

describeInBrowser('hostile messages', (browser) => {
  const pages = useHostPages();
  const openPost = (more = '') => openMarkedPost(browser, pages, more);

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
});
