/** The stages of `npm test`, in the order they run. Each returns how many tests it counted. */

import { ensureChromium, missingChromium } from '../../src/setup/chromium.mjs';
import { root, runCommand } from '../../src/setup/command.mjs';
import { audit } from './audit.mjs';
import { runVitest } from './vitest-counts.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The time limits add up to less than half an hour, so that a hanging stage still leaves a result.
 *
 * @type {Record<string, () => Promise<Counts>>}
 */
export const stages = {
  lint: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'], 50),
  typecheck: () => runTool('typescript/bin/tsc', ['--noEmit'], 80),
  build: () => runTool('vite/bin/vite.js', ['build'], 80),
  audit,
  // Chromium comes before the unit tests too: its software Vulkan driver lets them use WebGPU.
  async unit() {
    await ensureChromium();
    return runVitest('node', 10 * 60);
  },
  async browser() {
    const chromium = await ensureChromium();
    if (!chromium) process.stdout.write(`Browser tests are skipped: ${missingChromium}.\n`);
    return runVitest('browser', 15 * 60);
  },
};

/**
 * Runs one installed tool as one test.
 *
 * @param {string} script inside node_modules
 * @param {readonly string[]} parameters
 * @param {number} seconds
 * @returns {Promise<Counts>}
 */
async function runTool(script, parameters, seconds) {
  const program = [`${root}node_modules/${script}`, ...parameters];
  const { status } = await runCommand(process.execPath, program, { seconds });
  if (status === 124) process.stdout.write(`Ended after ${seconds} seconds.\n`);
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
