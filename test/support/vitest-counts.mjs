/** Runs vitest projects and counts their tests. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runCommand } from '../../src/setup/command.mjs';
import { softwareVulkan } from '../../src/setup/software-vulkan.mjs';

/** @typedef {{ status: string }} Assertion */
/** @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileReport */

/**
 * @param {string} project one of vitest.config.ts, or several with an asterisk
 * @param {number} seconds after which the run is ended and counts as a failure
 * @param {Record<string, string>} [environment] added to that of this process
 * @returns {Promise<import('./stages.mjs').Counts>}
 */
export async function runVitest(project, seconds, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-'));
  const report = join(folder, 'report.json');
  const { status } = await runCommand(
    process.execPath,
    [
      `${root}node_modules/vitest/vitest.mjs`,
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { seconds, environment: { ...softwareVulkan, ...environment } },
  );
  if (status === 124) process.stdout.write(`Ended after ${seconds} seconds.\n`);
  const files = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  return count(files, status);
}

/**
 * @param {readonly FileReport[]} files
 * @param {number} status vitest's exit status
 * @returns {import('./stages.mjs').Counts}
 */
export function count(files, status) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    let failed = 0;
    for (const { status: outcome } of file.assertionResults) {
      if (outcome === 'passed') counts.passed++;
      else if (outcome === 'failed') failed++;
      else counts.skipped++;
    }
    // A file that could not be loaded reports no test at all, and failing hooks no failed one.
    counts.failed += file.status === 'failed' ? Math.max(failed, 1) : failed;
  }
  // Errors outside any test, a crash or the time limit show only in the exit status.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {string} path
 * @returns {FileReport[]} empty when vitest was ended before it could write
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    return [];
  }
}
