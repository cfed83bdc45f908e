/** Fingers on a figure: one scrolls the page, two zoom it, and only what is dragged is kept from both. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';

/** Marks that are dragged in any direction; each is as small as a finger. */
const dragged = /(pair-slider|explainer-grip)\b[^{]*$/;

it('scrolls and zooms wherever nothing is dragged', async () => {
  const names = await readdir(`${root}src`, { recursive: true });
  const rules: string[] = [];
  for (const name of names.filter((file) => file.endsWith('.css'))) {
    const text = await readFile(`${root}src/${name}`, 'utf8');
    for (const [, selector = '', body = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const action = /touch-action: ([^;]+);/.exec(body)?.[1];
      if (action === undefined) continue;
      const wanted = dragged.test(selector) ? 'none' : 'pan-y pinch-zoom';
      expect(action, `${name}: ${selector.trim()}`).toBe(wanted);
      rules.push(selector);
    }
  }
  expect(rules.length).toBeGreaterThan(8);
  expect(rules.some((selector) => dragged.test(selector))).toBe(true);
});
