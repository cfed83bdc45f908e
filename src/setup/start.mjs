/**
 * `npm start`: from a fresh clone to the running page. Installs the packages when needed, then
 * serves the page with Vite; everything after `npm start --` goes to Vite (`--port`, `--host`, …).
 */

import { requireNode } from './node-version.mjs';

requireNode();
// Loaded only now: an older Node might not even parse these files.
const { ensureInstalled } = await import('./install.mjs');
const { serve } = await import('./serve.mjs');

try {
  await ensureInstalled();
  process.exitCode = await serve(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
