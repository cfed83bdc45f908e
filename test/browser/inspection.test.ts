import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openNetwork } from '../../src/formats/open-network.ts';
import { describeInBrowser } from '../support/browser.ts';
import {
  inspectedPart,
  openAndAnalyse,
  pickFiles,
  smallCheckpoint,
  waitForAnalysis,
} from '../support/inspection-page.ts';
import { runStatus, timelineSlider, trainToTheEnd } from '../support/lab-page.ts';

const insidePath = '?view=inside';

describeInBrowser('looking inside a checkpoint', ({ open }) => {
  it('asks for the attention rate, filled with a guess, and analyses', async () => {
    const { page, problems } = await open(insidePath);
    await pickFiles(page, [smallCheckpoint()]);
    const rate = page.getByRole('textbox', { name: /attention rate/i });
    await rate.waitFor();
    expect(Number(await rate.inputValue())).toBeGreaterThanOrEqual(0);
    await rate.fill('7');
    await page.getByRole('button', { name: /^analyse$/i }).click();
    expect(await page.getByText(/must be a number from 0 to 1/i).isVisible()).toBe(true);
    await rate.fill('0.5');
    await page.getByRole('button', { name: /^analyse$/i }).click();
    await waitForAnalysis(page);
    expect(await page.getByRole('heading', { name: 'model_small.pt' }).isVisible()).toBe(true);
    expect(await page.getByText(/p = 11, width 16, α = 0\.5/).isVisible()).toBe(true);
    expect(await page.getByRole('article', { name: /^circle \d+$/i }).count()).toBe(5);
    for (const name of [/all measures/i, /spectrum/i, /one sum/i, /neurons/i, /two algorithms/i]) {
      expect(await inspectedPart(page, name).count(), String(name)).toBe(1);
    }
    expect(problems).toEqual([]);
  });

  it('takes the configuration dropped together with the checkpoint', async () => {
    const { page, problems } = await open(insidePath);
    const config = JSON.stringify({ C: 11, d_model: 16, n_heads: 4, n_layers: 1, attn_coeff: 0.5 });
    await dropFiles(page, [
      { name: 'model_x.pt', bytes: smallCheckpoint().buffer },
      { name: 'config_x.json', bytes: Buffer.from(config) },
    ]);
    await waitForAnalysis(page);
    expect(await page.getByRole('heading', { name: 'model_x.pt' }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  it('says what is wrong with a file and keeps what was there', async () => {
    const { page, problems } = await open(insidePath);
    await openAndAnalyse(page);
    const whole = smallCheckpoint('broken.pt');
    await pickFiles(page, [{ ...whole, buffer: whole.buffer.subarray(0, 900) }]);
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.textContent()).toMatch(/\.Dismiss$|\. ?Dismiss/);
    expect(await page.getByRole('heading', { name: 'model_small.pt' }).isVisible()).toBe(true);
    expect(await inspectedPart(page, /circles, on and off/i).isVisible()).toBe(true);
    await page.getByRole('button', { name: /dismiss/i }).click();
    expect(await alert.textContent()).toBe('');
    expect(problems).toEqual([]);
  });

  it('shows at once what remains when circles are switched off', async () => {
    const { page, problems } = await open(insidePath);
    await openAndAnalyse(page);
    const part = inspectedPart(page, /circles, on and off/i);
    await expect.poll(() => part.getByRole('heading', { name: /all 5 circles/i }).count()).toBe(1);
    const circles = part.getByRole('button', { name: /^circle \d+,/i });
    expect(await circles.count()).toBe(5);
    await circles.first().click();
    // The figure draws with the next frame.
    await expect.poll(() => circles.first().getAttribute('aria-pressed')).toBe('false');
    await part.getByRole('heading', { name: /^circles \d+, \d+, \d+, \d+$/i }).waitFor();
    await part.getByRole('button', { name: /^only \d+$/i }).click();
    await part.getByRole('heading', { name: /^circle \d+ alone$/i }).waitFor();
    await part.getByRole('button', { name: /keep the strongest 3/i }).click();
    await part.getByRole('heading', { name: /^circles \d+, \d+, \d+$/i }).waitFor();
    await part.getByRole('button', { name: /all circles/i }).click();
    await part.getByRole('heading', { name: /all 5 circles/i }).waitFor();
    expect(problems).toEqual([]);
  });

  it('traces a sum that is typed, turned by hand or picked, and keeps it in the address', async () => {
    const { page, problems } = await open(`${insidePath}&p=11&pair=2,3`);
    await openAndAnalyse(page);
    const part = inspectedPart(page, /one sum/i);
    expect(await part.getByRole('status', { name: /right answer/i }).textContent()).toMatch(/= 5/);
    const a = part.getByRole('textbox', { name: 'a' });
    await a.fill('10');
    await a.press('Enter');
    expect(await part.getByRole('status', { name: /right answer/i }).textContent()).toMatch(/= 2/);
    await a.fill('11');
    await a.press('Enter');
    expect(await a.inputValue()).toBe('10');
    const hand = part.getByRole('slider', { name: /^b on circle/i }).first();
    await hand.focus();
    await hand.press('ArrowRight');
    const b = part.getByRole('textbox', { name: 'b' });
    await expect.poll(() => b.inputValue()).not.toBe('3');
    const shown = `pair=${await a.inputValue()}%2C${await b.inputValue()}`;
    await expect.poll(() => page.url()).toContain(shown);
    expect(problems).toEqual([]);
  });

  it('saves weights that open again, and measures as JSON and CSV', async () => {
    const { page, problems } = await open(insidePath);
    await openAndAnalyse(page);
    const weights = await saved(page, /^weights$/i);
    expect(weights.name).toMatch(/^p11-width16-attention[\d.]+-model_small\.safetensors$/);
    const opened = await openNetwork(weights.bytes);
    expect(opened.questions).toEqual([]);
    expect(opened.network.configuration).toMatchObject({ p: 11, width: 16 });
    const measures = JSON.parse((await saved(page, /json/i)).bytes.toString('utf8'));
    expect(measures.circles).toHaveLength(5);
    expect(measures.gradientSymmetricity).toEqual(expect.any(Number));
    const csv = (await saved(page, /csv/i)).bytes.toString('utf8');
    expect(csv).toMatch(/^subject,measure,value\r\n/);
    expect(csv).toContain('network,gradientSymmetricity,');

    await pickFiles(page, [
      {
        name: weights.name,
        mimeType: 'application/octet-stream',
        buffer: weights.bytes,
      },
    ]);
    await page.getByRole('heading', { name: weights.name }).waitFor();
    await waitForAnalysis(page);
    expect(problems).toEqual([]);
  });
});

describeInBrowser('looking inside a run', ({ open }) => {
  it('analyses the step on screen, and another one after scrubbing', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=60&backend=wasm');
    await trainToTheEnd(page);
    await page.getByRole('button', { name: /look inside/i }).click();
    await page.getByRole('heading', { name: /this run at step 60/i }).waitFor();
    await waitForAnalysis(page);
    await timelineSlider(page).press('Home');
    await page.getByRole('heading', { name: /this run at step 0/i }).waitFor();
    await waitForAnalysis(page);
    expect(page.url()).toContain('view=inside');
    expect(problems).toEqual([]);
  });

  it('leaves the run alone when a file cannot be opened, and goes back to it', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=60&backend=wasm');
    await trainToTheEnd(page);
    await dropFiles(page, [{ name: 'holiday.jpg', bytes: Buffer.from('not a checkpoint at all') }]);
    await expect
      .poll(() => page.getByRole('alert').textContent(), { timeout: 20_000 })
      .toMatch(/holiday\.jpg/);
    expect(await runStatus(page)).toMatchObject({ state: 'done', step: 60 });
    await waitForAnalysis(page);
    await openAndAnalyse(page);
    await page.getByRole('button', { name: /back to this run, step 60/i }).click();
    await page.getByRole('heading', { name: /this run at step 60/i }).waitFor();
    await waitForAnalysis(page);
    expect(problems).toEqual([]);
  });
});

/** What a save button saves. */
async function saved(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('group', { name: /save/i }).getByRole('button', { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Drops files on the page, as from a folder. */
async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> {
  await page.evaluate(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of given) {
        transfer.items.add(new File([Uint8Array.from(bytes)], name));
      }
      for (const type of ['dragover', 'drop']) {
        window.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      }
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
}
