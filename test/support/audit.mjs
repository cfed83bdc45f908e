/**
 * Asks npm whether a package that visitors download has a known security problem: all dependencies in
 * package.json and what these bring along. Tools that only build or test are left out (`npm audit` names
 * them too).
 */

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
  const { found, mistake } = read(output);
  if (mistake !== undefined) {
    process.stdout.write(`The audit could not be made: ${mistake}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
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

/** What is wrong here and not with the network: no lockfile, or one that npm cannot read. */
const ownMistakes = ['ENOLOCK', 'EAUDITNOLOCK', 'EJSONPARSE', 'EUSAGE'];

/**
 * @param {string} output
 * @returns {{ found?: Record<string, number>, mistake?: string }} empty when it holds no report
 */
function read(output) {
  try {
    const { metadata, error } = JSON.parse(output);
    if (ownMistakes.includes(error?.code)) return { mistake: String(error.summary) };
    return { found: metadata?.vulnerabilities };
  } catch {
    return {};
  }
}
