/** Installs the project's packages when they are missing or belong to another lock file. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { root, runNpm } from './command.mjs';

const lockFile = `${root}package-lock.json`;
const hashFile = `${root}node_modules/.lock-hash`;
const npmRecord = `${root}node_modules/.package-lock.json`;

/**
 * Makes sure that node_modules is what package-lock.json says.
 *
 * @returns {Promise<void>} rejects with a sentence for the user when the installation failed
 */
export async function ensureInstalled() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isInstalled(hash)) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  // Without --include=dev a NODE_ENV of "production" would leave out Vite itself.
  const { status } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) {
    throw new Error(
      'npm ci failed: see its message above, check the network connection and try again.',
    );
  }
  writeFileSync(hashFile, hash);
}

/**
 * npm writes its own record at the very end of every installation, so one that is not older than
 * the lock file also counts: somebody ran `npm install` by hand.
 *
 * @param {string} hash of the lock file
 */
function isInstalled(hash) {
  if (!existsSync(npmRecord)) return false;
  if (existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) return true;
  return statSync(npmRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}
