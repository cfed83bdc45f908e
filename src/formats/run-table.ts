/** Tables of runs: lines of JSON, read, told apart and put together. */
import english from '../messages/en/formats/run-table.json';
import { createWords } from '../messages/words.ts';
import { runKey } from '../model/sweep-grid.ts';
import { FormatError } from './format-error.ts';
import { type RunRecord, readRunLine, writeRunLine } from './run-line.ts';

const words = createWords('formats/run-table', english);

/** Longest line: a run with its pictures has a twentieth of that. What is longer is read to no good end. */
const longestLine = 1e6;

/** Two results of the same run that differ. */
export interface RunConflict {
  readonly kept: RunRecord;
  readonly other: RunRecord;
}

/** Runs without repetition, and what did not fit together. */
export interface MergedRuns {
  readonly runs: readonly RunRecord[];
  /** Number of runs that were there more than once with the same result. */
  readonly repeated: number;
  readonly conflicts: readonly RunConflict[];
}

/**
 * The runs of a table. Empty lines are skipped.
 *
 * @throws FormatError naming the first line that is no run
 */
export function readRunTable(text: string): readonly RunRecord[] {
  const runs: RunRecord[] = [];
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (line.length > longestLine) {
      throw new FormatError(words('tooLong', { number }));
    }
    if (line.trim() === '') continue;
    try {
      runs.push(readRunLine(line));
    } catch (error) {
      const reason = error instanceof FormatError ? error.message : String(error);
      throw new FormatError(words('noRun', { number, reason }));
    }
  }
  return runs;
}

/** One line after the other: a list of them all would not fit when there are millions. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield text.slice(start, end);
    start = end + 1;
  }
}

/** Puts tables together: the first result of a run is kept, another one is a conflict. */
export function mergeRuns(tables: readonly (readonly RunRecord[])[]): MergedRuns {
  const runs = new Map<string, RunRecord>();
  const conflicts: RunConflict[] = [];
  let repeated = 0;
  for (const run of tables.flat()) {
    const key = runKey(run.configuration);
    const kept = runs.get(key);
    if (kept === undefined) runs.set(key, run);
    else if (resultText(kept) === resultText(run)) repeated += 1;
    else conflicts.push({ kept, other: run });
  }
  return { runs: [...runs.values()], repeated, conflicts };
}

/** A run's result without the time it took, which differs every time. */
function resultText(run: RunRecord): string {
  return writeRunLine({ ...run, seconds: 0 });
}
