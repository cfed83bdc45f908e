/** Starts Vite's development server and waits until it ends. */

import { spawn } from 'node:child_process';
import { root } from './command.mjs';

/**
 * Serves the page until Ctrl-C. Vite prints the address, and takes the next port when the wanted
 * one is in use.
 *
 * @param {readonly string[]} parameters for Vite
 * @returns {Promise<number>} exit status: 0 after Ctrl-C, which is the usual way to stop it
 */
export function serve(parameters) {
  const vite = spawn(process.execPath, [`${root}node_modules/vite/bin/vite.js`, ...parameters], {
    cwd: root,
    stdio: 'inherit',
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    vite.kill('SIGTERM');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((resolve) => {
    vite.once('close', (status) => resolve(stopped ? 0 : (status ?? 1)));
  });
}
