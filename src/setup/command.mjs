/** Runs other programs for the setup scripts, and never leaves one behind. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} CommandOptions
 * @property {Record<string, string>} [environment] added to this process's environment
 * @property {number} [seconds] after this long the program and its children are ended
 * @property {boolean} [capture] return standard output instead of showing it
 */

/**
 * @typedef {object} CommandResult
 * @property {number} status exit status; 124 when the time was over, 127 when it could not start
 * @property {string} output standard output when captured, otherwise empty
 */

/**
 * Runs one program in the repository's root, without standard input.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>} never rejects
 */
export function runCommand(program, parameters, options = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that one signal reaches the program's children (browsers) too.
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', options.capture ? 'pipe' : 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    let expired = false;
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });

    const end = () => endGroup(child.pid);
    const timer =
      options.seconds === undefined
        ? undefined
        : setTimeout(() => {
            expired = true;
            end();
          }, options.seconds * 1000);
    const interrupt = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);

    /** @param {number} status */
    const finish = (status) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ status: expired ? 124 : status, output });
    };
    child.once('error', () => finish(127));
    child.once('close', (status) => finish(status ?? 1));
  });
}

/**
 * Runs one of npm's own commands with the npm that started this script, if any.
 *
 * @param {readonly string[]} parameters
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runNpm(parameters, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) {
    return runCommand(process.execPath, [script, ...parameters], options);
  }
  return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters, options);
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
