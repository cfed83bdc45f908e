/** What axe finds on a page. */
import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { root } from '../../src/setup/command.mjs';

/** Rules that ask for colours, the only thing in which themes differ. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * All violations, of targets that are too small too, each with the first places where it occurs.
 * @param looks at everything, or at what another theme may change
 */
export async function violations(page: Page, looks: 'all' | 'colours' = 'all'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Not as a script in the page: its policy allows none but its own.
  if (!isThere)
    await page.evaluate(await readFile(`${root}node_modules/axe-core/axe.min.js`, 'utf8'));
  const results = await page.evaluate(
    (ofColour) => {
      const { axe } = window as unknown as {
        axe: { run(options: RunOptions): Promise<AxeResults> };
      };
      return axe.run({
        resultTypes: ['violations'],
        // WCAG 2.2, 2.5.8, which axe leaves out where it is not asked for it.
        rules: { 'target-size': { enabled: true } },
        ...(ofColour === null ? {} : { runOnly: [...ofColour] }),
      });
    },
    looks === 'colours' ? rulesOfColour : null,
  );
  return results.violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
    return `${id}: ${help}: ${places.join(' ')}`;
  });
}
