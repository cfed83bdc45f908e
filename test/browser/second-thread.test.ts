import { expect, it } from 'vitest';
import { startOf } from '../../src/bench/suite.ts';
import { createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { describeInBrowser } from '../support/browser.ts';
import { shownLosses, trainButton, waitForState } from '../support/lab-page.ts';

const configuration = { ...defaultConfiguration, p: 59, width: 32, attentionRate: 1, steps: 250 };
const address = '?p=59&width=32&attention=1&steps=250';

for (const isolated of [true, false]) {
  describeInBrowser(
    isolated ? 'a page that is isolated' : 'a page on a host without headers',
    (browser) => {
      it(`trains on ${isolated ? 'two threads' : 'one thread'}, to the same numbers`, async () => {
        const { page, problems } = await browser.open(address);
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
        await trainButton(page).click();
        // It comes a moment later, and may be sent away again on a machine that is busy.
        if (isolated) await page.getByText(/^This run: WebAssembly \(2 threads\)/).waitFor();
        await waitForState(page, 'done');
        const said = await page.getByText(/^This run: WebAssembly/).textContent();
        if (!isolated) expect(said).not.toContain('threads');

        const engine = await createWasmEngine(startOf(configuration));
        await engine.advance(configuration.steps);
        const { metrics } = await engine.evaluate();
        engine.dispose();
        const shown = await shownLosses(page);
        expect(shown.step).toBe(configuration.steps);
        // Browsers may draw first weights that differ in the last bit, and the page writes few digits.
        expect(Math.abs(shown.train / metrics.trainLoss - 1)).toBeLessThan(0.05);
        expect(Math.abs(shown.test / metrics.testLoss - 1)).toBeLessThan(0.05);
        expect(problems).toEqual([]);
      });
    },
    { isolated },
  );
}
