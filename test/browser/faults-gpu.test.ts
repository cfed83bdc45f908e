import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  injectFault,
  inWorker,
  preparePageForFaults,
  reportLines,
  someTimeAfterStep,
} from '../support/faults.ts';
import { runStatus, trainButton, waitForStep } from '../support/lab-page.ts';

/** The network of the check before training, so that a GPU in software compiles its kernels once. */
const address = '?p=5&width=16&attention=0.5&steps=100000';
const lastStep = 100_000;
const onGpu = `${address}&backend=webgpu`;
const wentOn = /Training went on/;

afterAll(() => process.stdout.write(`${reportLines()}\n`));

describeInBrowser(
  'a run on a GPU',
  ({ open }) => {
    async function trainingOnGpu(start: Parameters<typeof preparePageForFaults>[1] = {}) {
      const opened = await open(onGpu);
      await preparePageForFaults(opened.page, start);
      await trainButton(opened.page).click();
      return opened;
    }

    async function dismiss(page: Page) {
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }

    it('goes on after its device is destroyed, after an error, and after a third time elsewhere', {
      timeout: 300_000,
    }, async () => {
      const { page } = await trainingOnGpu({ isPatient: true });
      await someTimeAfterStep(page, 10);
      const first = await injectFault(
        page,
        'device destroyed',
        () => inWorker(page, ({ device }) => device?.destroy()),
        wentOn,
      );
      expect(first).toMatch(/^The GPU stopped answering/);
      await dismiss(page);

      await page.waitForTimeout(1000 * Math.random());
      const second = await injectFault(
        page,
        'error that nobody caught',
        () =>
          inWorker(page, ({ device }) => {
            device?.createBuffer({ size: 16, usage: 0x1 | 0x80 });
          }),
        wentOn,
      );
      expect(second).toMatch(/^The GPU reported an error/);
      await dismiss(page);

      const third = await injectFault(
        page,
        'third loss within a minute',
        () => inWorker(page, ({ device }) => device?.destroy()),
        wentOn,
      );
      expect(third).toContain('in WebAssembly instead');
      await expectToTrainOn(page, 'wasm');
    });

    it.each([
      ['no adapter any more', 'adapter', 'none'],
      ['an adapter that never answers', 'adapter', 'silent'],
      ['shaders that do not compile any more', 'shaders', 'fail'],
    ] as const)('goes on in WebAssembly after a loss with %s', async (name, what, how) => {
      const { page } = await trainingOnGpu();
      await someTimeAfterStep(page, 5);
      const notice = await injectFault(
        page,
        `device destroyed, ${name}`,
        () => trainingWorkerFault(page, what, how),
        wentOn,
      );
      expect(notice).toContain('in WebAssembly instead');
      await expectToTrainOn(page, 'wasm');
    });

    it('goes on after the browser’s GPU process has crashed', async () => {
      const { page } = await trainingOnGpu();
      await someTimeAfterStep(page, 5);
      const devtools = await page.context().browser()?.newBrowserCDPSession();
      await injectFault(
        page,
        'GPU process crashes, as with a driver reset',
        () => devtools?.send('Browser.crashGpuProcess') ?? Promise.reject(),
        wentOn,
      );
      const { backend } = await runStatus(page);
      await expectToTrainOn(page, backend);
    });

    it('stops and explains when it reads numbers that are none', async () => {
      const { page } = await trainingOnGpu();
      await someTimeAfterStep(page, 5);
      const notice = await injectFault(
        page,
        'GPU gives NaN',
        () => trainingWorkerFault(page, 'readings', 'not a number', false),
        /stopped being a number/,
      );
      expect(notice).toMatch(/at step \d+ (the loss|an answer|a weight) .*stopped being a number/);
      expect((await runStatus(page)).state).toBe('failed');
      // What is on screen is from before.
      expect(await page.getByText('NaN').count()).toBe(0);
    });

    it('never begins on a GPU that computes wrongly, and says so', async () => {
      const { page } = await trainingOnGpu({ readings: 'wrong' });
      const notice = await injectFault(
        page,
        'GPU computes wrongly from the beginning',
        async () => undefined,
        /WebAssembly is used instead/,
      );
      expect(notice).toMatch(/computes wrongly on this device|failed its test on this device/);
      await expectToTrainOn(page, 'wasm');
    });

    it('trains elsewhere where the GPU never answers in a worker, and says so', async () => {
      const { page } = await trainingOnGpu({ adapter: 'silent' });
      const notice = await injectFault(
        page,
        'WebGPU broken in workers',
        async () => undefined,
        /WebGPU was asked for, but/,
      );
      expect(notice).toContain('WebAssembly is used instead');
      await expectToTrainOn(page, 'wasm');
    });
  },
  { webgpu: 'software' },
);

/** It is not only said to go on. */
async function expectToTrainOn(page: Page, backend: string): Promise<void> {
  const { step } = await runStatus(page);
  // On an idle machine so small a network may be at its end already.
  await waitForStep(page, Math.min(step + 5, lastStep));
  const reached = await runStatus(page);
  expect(reached.backend).toBe(backend);
  expect(['training', 'done']).toContain(reached.state);
}

function trainingWorkerFault(page: Page, what: string, how: string, destroys = true) {
  return inWorker(
    page,
    new Function(
      'faults',
      `faults[${JSON.stringify(what)}] = ${JSON.stringify(how)}; ${destroys ? 'faults.device.destroy();' : ''}`,
    ) as never,
  );
}
