import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addressMarkup } from '../../src/plots/picture/svg-address.ts';
import { root } from '../../src/setup/command.mjs';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus } from '../support/lab-page.ts';
import { waitForCounts } from '../support/map-page.ts';
import {
  dropFiles,
  type SavedFile,
  sharedLink,
  trainToButton,
  waitForShownStep,
} from '../support/share-page.ts';

const file = (name: string, contents: string): SavedFile => ({
  name,
  bytes: Buffer.from(contents),
});
const emptyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture that says it was saved here. */
const pictureFrom = (address: string) =>
  file(
    'picture.svg',
    `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${addressMarkup(address)}</metadata></svg>`,
  );

/** The one sentence that the page has about the last file. */
async function sentenceOn(page: Page, name: string): Promise<string> {
  const sentence = page.getByRole('paragraph').filter({ hasText: name });
  await sentence.waitFor();
  const text = (await sentence.textContent()) ?? '';
  // Where it is put, those who do not see the page are told.
  const told = page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: text });
  expect(await told.count()).toBe(1);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await sentence.waitFor({ state: 'hidden' });
  return text;
}

const foreign: readonly SavedFile[] = [
  file('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>'),
  { name: 'photo.png', bytes: emptyPng },
  file('package.json', '{"name": "something", "version": "1.0.0"}'),
  file('other.bib', '@article{a, title = {Other}, url = {https://example.org/}}'),
  { name: 'cut.run', bytes: gzipSync('{"format": "clock-').subarray(0, 20) },
  file('nothing.run', ''),
];

describeInBrowser('a file that was not saved here', ({ open }) => {
  it('gets one plain sentence, and changes nothing', async () => {
    const { page, problems } = await open('?run=pizza');
    await waitForShownStep(page, 4000);
    const before = { status: await runStatus(page), link: await sharedLink(page) };
    for (const dropped of foreign) {
      await dropFiles(page, [dropped]);
      const sentence = await sentenceOn(page, dropped.name);
      expect(sentence).toMatch(new RegExp(`^${dropped.name}.*\\.$`));
      expect(sentence).not.toMatch(/undefined|Error|\[object|\n/);
    }
    await page.getByRole('button', { name: 'Watch it learn' }).click();
    await waitForShownStep(page, 4000);
    expect({ status: await runStatus(page), link: await sharedLink(page) }).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('gets one at the map when it is a table of something else', async () => {
    const { page, problems } = await open('?run=pizza&view=map');
    await waitForCounts(page, /\d+ runs/);
    await dropFiles(page, [file('people.csv', 'name,age\nAda,36\nAlan,41\n')]);
    await page
      .getByRole('alert')
      .getByText(/^people\.csv cannot be shown\. .+\.$/)
      .waitFor();
    await expect.poll(async () => (await runStatus(page)).verdict).toBe('pizza');
    expect(problems).toEqual([]);
  });

  it('gets one when it is a recording that is cut off anywhere', async () => {
    const { page, problems } = await open('?view=lab');
    const whole = await readFile(`${root}public/recordings/edge.circles.run`);
    for (const share of [0.1, 0.5, 0.99]) {
      const bytes = whole.subarray(0, Math.floor(share * whole.length));
      await dropFiles(page, [{ name: `cut-${share}.run`, bytes }]);
      expect(await sentenceOn(page, `cut-${share}.run`)).toMatch(/^cut-[\d.]+\.run: .+\.$/);
    }
    expect((await runStatus(page)).state).toBe('idle');
    expect(problems).toEqual([]);
  });
});

/** Addresses that this page does not understand, or that are none of a page. */
const harmful = [
  'https://example.org/?p=13&frobnicate=1',
  'https://example.org/?p=4000',
  'https://example.org/?view=map&table=javascript:alert(1)',
  'https://example.org/?run=<script>alert(1)</script>',
  'https://example.org/?autorun=1',
  'https://example.org/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'no address at all',
];

describeInBrowser('a picture whose address means harm', ({ open }) => {
  it('is refused with a sentence', async () => {
    const { page, problems } = await open('?p=31');
    page.on('dialog', (dialog) => problems.push(dialog.message()));
    for (const address of harmful) {
      await dropFiles(page, [pictureFrom(address)]);
      expect(await sentenceOn(page, 'picture.svg'), address).toMatch(
        /^picture\.svg says no address that this page understands: .+\.$/,
      );
      expect(await runStatus(page)).toMatchObject({ state: 'idle', step: 0 });
      expect(new URL(page.url()).searchParams.get('p')).toBe('31');
    }
    expect(page.workers()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('starts nothing by itself, and stays on this page, whatever host it names', async () => {
    const { page, problems } = await open('?p=31');
    const { host } = new URL(page.url());
    await dropFiles(page, [pictureFrom('https://example.org/?p=13&width=16&step=40&autorun=1')]);
    await trainToButton(page, 40).waitFor();
    expect(await runStatus(page)).toMatchObject({ state: 'idle', step: 0 });
    expect(page.workers()).toEqual([]);
    expect(new URL(page.url()).host).toBe(host);
    expect(await page.getByRole('textbox', { name: /^modulus/i }).inputValue()).toBe('13');
    expect(problems).toEqual([]);
  });

  it('names the step beside a run of a file that is on screen', async () => {
    const { page, problems } = await open();
    const bytes = await readFile(`${root}public/recordings/edge.run`);
    await dropFiles(page, [{ name: 'edge-again.run', bytes }]);
    await page.getByText('edge-again.run').first().waitFor();
    await dropFiles(page, [pictureFrom('https://example.org/?p=13&width=16&step=40')]);
    await trainToButton(page, 40).waitFor();
    expect(problems).toEqual([]);
  });
});
