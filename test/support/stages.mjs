/** The stages of `npm test`, in the order they run. Each returns how many tests it counted. */

import { ensureChromium, missingChromium } from '../../src/setup/chromium.mjs';
import { root, runCommand } from '../../src/setup/command.mjs';
import { audit } from './audit.mjs';
import { runVitest } from './vitest-counts.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Everything, installing included, has to be over within half an hour, seconds. */
const longestTest = 29.5 * 60;
const started = performance.now();

/** A machine that has not come to the browser by then, seconds, would not come to the end either. */
const latestBrowser = 455;

/**
 * Time a stage may still take: a hanging one leaves a result, and some time for the next.
 *
 * @param {number} most seconds
 */
function secondsLeft(most) {
  return Math.max(30, Math.min(most, longestTest - (performance.now() - started) / 1000));
}

/** A soak of two minutes is one of them where the rest would otherwise not be reached. */
function shorterSoak() {
  const seconds = (performance.now() - started) / 1000;
  if (seconds < latestBrowser || process.env.SOAK_MINUTES !== undefined) return {};
  process.stdout.write(
    `Everything before took ${seconds.toFixed(0)} seconds: the soak lasts one minute instead of two.\n`,
  );
  return { SOAK_MINUTES: '1' };
}

/**
 * What Chromium is needed for is skipped where there is none.
 *
 * @param {string} project
 * @param {Record<string, string>} [environment]
 */
async function inChromium(project, environment) {
  const chromium = await ensureChromium();
  if (!chromium) process.stdout.write(`Browser tests are skipped: ${missingChromium}.\n`);
  return runVitest(project, secondsLeft(18 * 60), environment);
}

/** @type {Record<string, () => Promise<Counts>>} */
export const stages = {
  lint: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'], 120),
  typecheck: () => runTool('typescript/bin/tsc', ['--noEmit'], 120),
  build: () => runTool('vite/bin/vite.js', ['build'], 120),
  audit,
  // Chromium comes before the unit tests too: its software Vulkan driver lets them use WebGPU.
  async unit() {
    await ensureChromium();
    return runVitest('node*', secondsLeft(13 * 60));
  },
  browser: () => inChromium('browser', shorterSoak()),
  alone: () => inChromium('alone'),
};

/** Stages that run at the same time, and then the next: what only reads the sources need not wait. */
export const groups = [['lint', 'typecheck', 'build', 'audit'], ['unit'], ['browser'], ['alone']];

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
