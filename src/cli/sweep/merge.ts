/** `sweep merge`: tables put together. */
import { writeFile } from 'node:fs/promises';
import { type RunRecord, writeRunLine } from '../../formats/run-line.ts';
import { mergeRuns } from '../../formats/run-table.ts';
import { defaultConfiguration, namedSettings } from '../../model/fields.ts';
import { parseCommand, UsageError } from '../arguments.ts';
import { outOption, readRunFile } from './run-file.ts';

/**
 * `sweep merge A B … --out C`. Exit status 1 when results of one run differ.
 *
 * @throws UsageError
 */
export async function merge(options: readonly string[]): Promise<void> {
  const { positionals, values } = parseCommand(options, { out: 'text' });
  const out = outOption(values.out);
  if (positionals.length === 0 || out === undefined) {
    throw new UsageError('Name tables and a file: npm run cli -- sweep merge A B … --out C.');
  }
  const tables = [];
  for (const path of positionals) tables.push(await readRunFile(path));
  const { runs, repeated, conflicts } = mergeRuns(tables);
  await writeFile(out, runs.map((run) => `${writeRunLine(run)}\n`).join('')).catch(() => {
    throw new UsageError(
      `--out ${out} cannot be written: name a file in a folder that exists and has room.`,
    );
  });
  const all = tables.reduce((sum, table) => sum + table.length, 0);
  process.stderr.write(`${all} lines, ${runs.length} runs, ${repeated} repeated.\n`);
  for (const { kept, other } of conflicts) {
    const keys = (Object.keys(kept) as (keyof RunRecord)[]).filter(
      (key) => key !== 'seconds' && JSON.stringify(kept[key]) !== JSON.stringify(other[key]),
    );
    const differences = keys.map(
      (key) => `${key} (${valueText(kept[key])}, ${valueText(other[key])})`,
    );
    process.stderr.write(
      `Conflict: two results of the run ${settingsText(kept)} differ in ${differences.join(', ')}; the first is kept.\n`,
    );
  }
  if (conflicts.length > 0) process.exitCode = 1;
}

/** The settings that are not the usual ones, as a grid would name them. */
function settingsText({ configuration }: RunRecord): string {
  const usual = namedSettings(defaultConfiguration);
  const own = Object.entries(namedSettings(configuration));
  const named = own.filter(([name, value]) => value !== usual[name] || name === 'seed');
  return named.map(([name, value]) => `${name}=${value}`).join(';');
}

/** A number or a word; what is longer is not spelled out. */
function valueText(value: unknown): string {
  return typeof value === 'object' && value !== null ? '…' : String(value);
}
