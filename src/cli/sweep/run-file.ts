/** The file a sweep writes: a line is added as a run ends, and a killed sweep goes on where it was. */
import { open, truncate } from 'node:fs/promises';
import { FormatError } from '../../formats/format-error.ts';
import { type RunRecord, writeRunLine } from '../../formats/run-line.ts';
import { readRunTable } from '../../formats/run-table.ts';
import { UsageError } from '../arguments.ts';
import { codeOf, isPacked, readTableBytes, readTableText } from './table-text.ts';

/** A table that grows. */
export interface RunFile {
  /** What was there before. */
  readonly runs: readonly RunRecord[];
  /** Adds a run; it is on the disk when this is fulfilled. */
  add(run: RunRecord): Promise<void>;
  close(): Promise<void>;
}

/**
 * The value of `--out`.
 *
 * @throws UsageError when it is no name
 */
export function outOption(value: string | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  const path = String(value);
  if (path.trim() !== '') return path;
  throw new UsageError('--out needs the name of a file, as in --out runs.jsonl.');
}

/**
 * Opens a table for more runs. A last line that breaks off is what a killed process left: it is cut
 * off, and its run is trained again. One that lacks only its end gets it.
 *
 * @throws UsageError when it cannot be read or written
 */
export async function openRunFile(path: string): Promise<RunFile> {
  const bytes = await readTableBytes(path, 'if there');
  if (isPacked(bytes)) {
    throw new UsageError(`${path} is packed with gzip: unpack it, or write to another file.`);
  }
  const lastEnd = bytes.lastIndexOf('\n') + 1;
  const tail = bytes.toString('utf8', lastEnd);
  const lacksEnd = isJson(tail);
  if (!lacksEnd && !beginsRunLine(tail)) {
    throw new UsageError(`${path} is not a table of runs: write to another file.`);
  }
  const kept = lacksEnd ? bytes.length : lastEnd;
  const runs = parseRuns(path, bytes.toString('utf8', 0, kept));
  try {
    if (kept < bytes.length) await truncate(path, kept);
    const file = await open(path, 'a');
    if (lacksEnd) await file.write('\n');
    return {
      runs,
      async add(run) {
        try {
          await file.write(`${writeRunLine(run)}\n`);
          await file.datasync();
        } catch (error) {
          throw new UsageError(`${path} cannot be written any more (${codeOf(error)}).`);
        }
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${codeOf(error)}.`);
  }
}

/**
 * A table, also one that is packed with gzip.
 *
 * @throws UsageError
 */
export async function readRunFile(path: string): Promise<readonly RunRecord[]> {
  return parseRuns(path, await readTableText(path));
}

/** True for what is left of a line whose writing was cut off, and for nothing at all. */
function beginsRunLine(tail: string): boolean {
  const start = '{"format":"clock-and-pizza-run"';
  return start.startsWith(tail.slice(0, start.length));
}

/** True for a whole line, and false for every beginning of one. */
function isJson(tail: string): boolean {
  try {
    JSON.parse(tail);
    return true;
  } catch {
    return false;
  }
}

function parseRuns(path: string, text: string): readonly RunRecord[] {
  try {
    return readRunTable(text);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new UsageError(`${path}: ${error.message} Remove that line, or write to another file.`);
  }
}
