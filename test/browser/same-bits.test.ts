import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { describeInBrowser } from '../support/browser.ts';
import { trainingDigest } from '../support/training-digest.ts';

const networks: readonly Partial<RunConfiguration>[] = [
  { p: 13, width: 32, attentionRate: 0 },
  { p: 13, width: 32, attentionRate: 0.7, activation: 'gelu' },
  { p: 7, width: 16, layers: 2, attentionRate: 1, equalsToken: true },
];
const steps = 60;

describeInBrowser('WebAssembly in the browser', (browser) => {
  it('trains to the same bits as in Node', async () => {
    // The page's policy lets no script in but its own.
    const { page } = await browser.open('?view=lab', { bypassCSP: true });
    await page.addScriptTag({ content: await bundle() });
    for (const network of networks) {
      const inBrowser = await page.evaluate(
        ([changes, count]) =>
          (globalThis as unknown as { engine: Bundle }).engine.trainingDigest(changes, count),
        [network, steps] as const,
      );
      expect(inBrowser).toEqual(await trainingDigest(network, steps));
      expect(inBrowser.losses.at(-1)).toBeLessThan(inBrowser.losses[0] as number);
    }
  });
});

/** What the script leaves behind as `engine`. */
interface Bundle {
  readonly trainingDigest: typeof trainingDigest;
}

/** The digest and the engine as one script. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../support/training-digest.ts', import.meta.url));
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    // As a build of the page does; one of a library leaves it to its user.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'engine', fileName: 'digest' } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  return ((first as Rolldown.RolldownOutput).output[0] as Rolldown.OutputChunk).code;
}
