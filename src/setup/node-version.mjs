/**
 * The Node version check. It is the first thing `npm start` and `npm test` run, possibly on a very
 * old Node, so this file keeps to plain old syntax and imports nothing.
 */

/**
 * Ends the process with one line when this Node is too old. Vite needs 20.19, or 22.12 on the
 * newer lines: those are the first that can `require` a module.
 */
export function requireNode() {
  if (isNewEnough(process.versions.node)) return;
  process.stderr.write(
    'Node ' +
      process.versions.node +
      ' is too old: install Node 22.12 or newer (or 20.19 or newer of line 20) from https://nodejs.org.\n',
  );
  process.exit(1);
}

/**
 * @param {string} version for example "20.19.1"
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}
