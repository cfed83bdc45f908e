/** Asks npm whether a package that visitors download has a known security problem. */

import { runNpm } from '../../src/setup/command.mjs';

/**
 * Fails on problems rated high or critical. Many networks do not let this question through, which
 * says nothing about the project, so no answer counts as skipped.
 *
 * @returns {Promise<import('./stages.mjs').Counts>}
 */
export async function audit() {
  const { output } = await runNpm(['audit', '--omit=dev', '--json', '--loglevel=silent'], {
    seconds: 20,
    capture: true,
    // npm's own retries would use up the time.
    environment: { npm_config_fetch_retries: '0' },
  });
  return judge(output);
}

/**
 * @param {string} output what `npm audit --json` printed
 * @returns {import('./stages.mjs').Counts}
 */
export function judge(output) {
  const found = readSeverities(output);
  if (!found) {
    process.stdout.write("Skipped: npm's audit service did not answer.\n");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const serious = (found.high ?? 0) + (found.critical ?? 0);
  process.stdout.write(
    `Known problems in the packages that ship: ${found.total ?? 0}, of which serious: ${serious}.\n`,
  );
  return serious === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} output
 * @returns {Record<string, number> | undefined} undefined when it holds no report
 */
function readSeverities(output) {
  try {
    return JSON.parse(output).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}
