/** Finds a Chromium for the browser tests, and installs one where the system lets us. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from './command.mjs';

const usualPlaces = [
  // The same engine without the browser around it: starts and opens pages in less time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to tell somebody whose machine has no Chromium. */
export const missingChromium =
  'no Chromium found: install Chromium or Google Chrome, or set CHROMIUM_PATH to its program file';

/**
 * The program file of a Chromium on this machine. CHROMIUM_PATH, when set, is the only place
 * looked at.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  return (chosen ? [chosen] : usualPlaces).find((place) => existsSync(place));
}

/**
 * Installs Chromium with apt-get when there is none and it needs no password.
 *
 * @returns {Promise<string | undefined>} the program file
 */
export async function ensureChromium() {
  const present = findChromium();
  if (present || process.env.CHROMIUM_PATH) return present;
  const prefix = administratorPrefix();
  if (prefix === undefined || !succeeds('apt-get', ['--version'])) return undefined;

  process.stderr.write('Installing Chromium (apt-get) …\n');
  const packages = ['chromium-headless-shell', 'chromium'];
  for (const parameters of [['update'], ...packages.map((name) => ['install', '-y', name])]) {
    const [program = '', ...rest] = [...prefix, 'apt-get', ...parameters];
    await runCommand(program, rest, {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
      seconds: 300,
    });
    if (findChromium()) break;
  }
  return findChromium();
}

/** @returns {string[] | undefined} what to put before a command to run it as administrator */
function administratorPrefix() {
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string} program
 * @param {string[]} parameters
 */
function succeeds(program, parameters) {
  return spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
}
