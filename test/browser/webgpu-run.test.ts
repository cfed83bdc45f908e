import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { runStatus, trainToTheEnd } from '../support/lab-page.ts';
import { expectLearnedPage } from '../support/trained-page.ts';

describeInBrowser(
  'a run with a WebGPU adapter in software',
  ({ open }) => {
    it('trains on it when asked to', async () => {
      const { page, problems } = await open(
        '?p=5&width=16&attention=0.5&steps=10&lr=0.02&backend=webgpu',
      );
      await trainToTheEnd(page, 110_000);
      expect(await runStatus(page)).toMatchObject({ state: 'done', step: 10, backend: 'webgpu' });
      await expectLearnedPage(page, { step: 10, circles: 2 });
      expect(await page.getByText(/WebGPU was asked for.*software/i).count()).toBeGreaterThan(0);
      expect(problems).toEqual([]);
    });

    it('prefers WebAssembly when left to choose, and says why', async () => {
      const { page, problems } = await open('?p=5&width=16&steps=15&backend=auto');
      await trainToTheEnd(page);
      expect(await runStatus(page)).toMatchObject({ state: 'done', step: 15, backend: 'wasm' });
      expect(await page.getByText(/software adapter.*slower than WebAssembly/i).isVisible()).toBe(
        true,
      );
      expect(problems).toEqual([]);
    });
  },
  { webgpu: 'software' },
);

describeInBrowser('a run without a WebGPU adapter that asks for one', ({ open }) => {
  it('trains elsewhere and says so above the pictures', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=15&backend=webgpu');
    await trainToTheEnd(page);
    expect((await runStatus(page)).backend).toBe('wasm');
    const notice = page.getByRole('status').filter({ hasText: /WebGPU was asked for, but/i });
    expect(await notice.isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });
});
