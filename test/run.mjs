/**
 * `npm test`: installs what is missing, runs every stage even after a failure, and prints
 * `N passed, N failed` as its last line. `npm test -- lint unit` runs only the stages named.
 */

import { requireNode } from '../src/setup/node-version.mjs';

requireNode();
// Loaded only now: an older Node might not even parse these files.
const { ensureInstalled } = await import('../src/setup/install.mjs');
const { groups, stages } = await import('./support/stages.mjs');

const named = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = named.find((name) => !(name in stages));
if (unknown !== undefined) {
  fail(`There is no test stage "${unknown}": choose from ${Object.keys(stages).join(', ')}.`, 2);
}
// Browser tests look at the built page; an old one would mislead.
if (named.includes('browser') || named.includes('alone')) named.push('build');
try {
  await ensureInstalled();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error), 1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];
for (const group of groups) {
  const names = group.filter((name) => named.length === 0 || named.includes(name));
  if (names.length > 0) process.stdout.write(`\n── ${names.join(', ')} ──\n`);
  await Promise.all(names.map(runStage));
}
process.stdout.write(`\n${summary.join('\n')}\n${describe(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {string} name */
async function runStage(name) {
  const run = stages[name];
  if (run === undefined) return;
  const counts = await run();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  summary.push(`${name}: ${describe(counts)}`);
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} sentence what is wrong and what to do
 * @param {number} status
 * @returns {never}
 */
function fail(sentence, status) {
  process.stderr.write(`${sentence}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(status);
}
