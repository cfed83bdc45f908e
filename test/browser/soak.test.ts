import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, timelineSlider, trainButton, waitForState } from '../support/lab-page.ts';
import { countWhatIsHeld, drift, type Held, whatIsHeld } from '../support/soak.ts';

/**
 * Two minutes, or as many as the variable says: `SOAK_MINUTES=30`. The first half fills what is kept
 * of a run up to its limits; what is held must not grow after that.
 */
const minutes = Number(process.env.SOAK_MINUTES ?? 2);
const milliseconds = 60_000 * minutes;
/** One that does not reach its last step meanwhile. */
const network = minutes > 5 ? '?p=59&width=128' : '?p=23&width=32';
/** Seconds between two looks at what is held. */
const spacing = Math.max(4, minutes);

describeInBrowser(
  'a page that trains for long',
  ({ open }) => {
    it('holds no more at its end than in its middle, however it is looked at', {
      timeout: 2 * milliseconds + 120_000,
    }, async () => {
      const onProcessor = await soakPage(`${network}&steps=100000&backend=wasm`);
      const onGpu = await soakPage('?p=5&width=16&attention=0.5&steps=100000&backend=webgpu');
      const began = performance.now();
      while (performance.now() - began < milliseconds) {
        for (const { page, devtools, samples } of [onProcessor, onGpu]) {
          await lookAround(page);
          samples.push(await whatIsHeld(page, devtools, began));
        }
        await onProcessor.page.waitForTimeout(1000 * spacing);
      }
      for (const { name, samples, problems, page } of [onProcessor, onGpu]) {
        const late = samples.filter(({ time }) => time > 30 * minutes);
        const lines = (Object.keys(samples[0] as Held) as (keyof Held)[])
          .filter((key) => key !== 'time')
          .map((key) => {
            const mean = late.reduce((sum, sample) => sum + sample[key], 0) / late.length;
            return { key, mean, drift: drift(late, key) };
          });
        const { step } = await runStatus(page);
        process.stdout.write(`${name}, ${step} steps, ${late.length} samples\n`);
        for (const { key, mean, drift: change } of lines) {
          process.stdout.write(`  ${key}: ${Math.round(mean)}, drift ${Math.round(change)}\n`);
          // Heaps breathe by a few megabytes; what is counted exactly does not.
          // Neither does a look in the middle of a reading see the same as one between two.
          const allowed = /Heap$/.test(key) ? Math.max(4e6, 0.15 * mean) : Math.max(1, 0.05 * mean);
          expect(Math.abs(change), `${name}: ${key}`).toBeLessThanOrEqual(allowed);
        }
        expect(problems).toEqual([]);
      }
    });

    async function soakPage(address: string) {
      const { page, problems } = await open(address);
      await countWhatIsHeld(page);
      // Beside other tests it leaves them time; a long soak is alone.
      if (minutes <= 5) {
        const pace = address.includes('webgpu') ? '5 steps a second' : '50 steps a second';
        await page.getByRole('combobox', { name: 'Speed' }).selectOption(pace);
      }
      await trainButton(page).click();
      await waitForState(page, 'training');
      const devtools = await page.context().newCDPSession(page);
      return { name: address, page, problems, devtools, samples: [] as Held[] };
    }
  },
  { webgpu: 'software' },
);

/** Other views and earlier steps, while it trains. */
async function lookAround(page: Page): Promise<void> {
  const slider = timelineSlider(page);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
    await slider.press(key);
    await page.waitForTimeout(50);
  }
  for (const view of [/^map many/i, /^watch it learn/i]) {
    await page.getByRole('button', { name: view }).first().click();
    await page.waitForTimeout(200);
  }
  await timelineSlider(page).press('End');
  if ((await runStatus(page)).state === 'done') {
    await page.getByRole('button', { name: /^reset$/i }).click();
    await trainButton(page).click();
  }
}
