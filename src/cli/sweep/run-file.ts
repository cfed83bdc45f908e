/** The file a sweep writes: a line is added as a run ends, and a killed sweep goes on where it was. */
import { open, readFile, stat, truncate } from 'node:fs/promises';
import { FormatError } from '../../formats/format-error.ts';
import { type RunRecord, writeRunLine } from '../../formats/run-line.ts';
import { readRunTable } from '../../formats/run-table.ts';
import { UsageError } from '../arguments.ts';

/** A table that grows. */
export interface RunFile {
  /** What was there before. */
  readonly runs: readonly RunRecord[];
  /** Adds a run; it is on the disk when this is fulfilled. */
  add(run: RunRecord): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a table for more runs. A last line without an end is what a killed process left: it is cut
 * off, and its run is trained again.
 *
 * @throws UsageError when it cannot be read or written
 */
export async function openRunFile(path: string): Promise<RunFile> {
  const text = await readIfThere(path);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const tail = text.slice(whole.length);
  if (!beginsRunLine(tail)) {
    throw new UsageError(`${path} is not a table of runs: write to another file.`);
  }
  const runs = parseRuns(path, whole);
  try {
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
    const file = await open(path, 'a');
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

/** @throws UsageError */
export async function readRunFile(path: string): Promise<readonly RunRecord[]> {
  try {
    return parseRuns(path, await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read: ${codeOf(error)}.`);
  }
}

/** True for what is left of a line whose writing was cut off, and for nothing at all. */
function beginsRunLine(tail: string): boolean {
  const start = '{"format":"clock-and-pizza-run"';
  return start.startsWith(tail.slice(0, start.length));
}

async function readIfThere(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isFile()) throw new UsageError(`${path} is not a file.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === 'ENOENT') return '';
    throw new UsageError(`${path} cannot be read: ${codeOf(error)}.`);
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

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
