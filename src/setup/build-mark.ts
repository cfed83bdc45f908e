/** What tells one build of the page from another, beside its version. */
import { spawnSync } from 'node:child_process';
import { root } from './command.mjs';

/** "8c42fcc, 2026-11-29"; only the day where the sources are under no version control. */
export function buildMark(today = new Date()): string {
  const day = today.toISOString().slice(0, 10);
  const { status, stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? `${stdout.trim()}, ${day}` : day;
}
