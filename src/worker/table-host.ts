/** Implements the table worker's contract: reads tables of runs, places them on maps, sums them up. */
import { mapRunOf, mapRunOfMeasures } from '../analysis/phase-map/map-run.ts';
import { standingOf } from '../analysis/phase-map/standing.ts';
import { summariseMap } from '../analysis/phase-map/summary.ts';
import { type AuthorsRun, isAuthorsTable, readAuthorsTable } from '../formats/authors-table.ts';
import { FormatError } from '../formats/format-error.ts';
import { type RunRecord, readRunLine } from '../formats/run-line.ts';
import { unpackPicture } from '../formats/run-picture.ts';
import { mergeRuns, readRunTable } from '../formats/run-table.ts';
import english from '../messages/en/worker/table.json';
import { createWords } from '../messages/words.ts';
import type { Reply } from './inspection-contract.ts';
import { type ExpectedText, textAt, textOf } from './loaded-text.ts';
import { packFrequencies, unpackFrequencies } from './packed-frequencies.ts';
import { numbersOf } from './result-numbers.ts';
import type { OpenedTable, TableRun, TableWorker } from './table-contract.ts';

const words = createWords('worker/table', english);

/** Largest table: more than ten thousand runs with their pictures. */
const expected: ExpectedText = { what: 'table', mostBytes: 250e6 };

/** @param load gives the bytes at an address, for tests */
export function createTableWorker(load: typeof fetch = fetch): TableWorker {
  return {
    open: (source) =>
      answer(async () => {
        const text =
          'file' in source
            ? await textOf(source.file, expected)
            : await textAt(source.address, expected, load);
        return readTable(text);
      }),
    read: async (lines) => lines.map(readOwn),
    async overview(runs, filter, form) {
      const standings = runs.map((run) => {
        const standing = standingOf(run, filter, form);
        return standing === 'counted' ? undefined : standing;
      });
      return { ...summariseMap(runs, { filter, form }), standings };
    },
    async snapshot({ configuration, result, frequencies, picture }) {
      return (
        picture && {
          result: { ...result, frequencies: unpackFrequencies(frequencies) },
          ...unpackPicture(picture, configuration.p),
        }
      );
    },
  };
}

async function answer<Value>(read: () => Value | Promise<Value>): Promise<Reply<Value>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    const reason = error instanceof FormatError ? error.message : words('notLoaded');
    return { ok: false, message: reason };
  }
}

function readOwn(line: string): TableRun | undefined {
  try {
    return ownTableRun(readRunLine(line));
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** @throws FormatError when the text is neither of the tables that are known */
function readTable(text: string): OpenedTable {
  if (isAuthorsTable(text)) {
    const runs = readAuthorsTable(text).map(authorsTableRun);
    return { kind: 'authors', runs, repeated: 0, conflicts: 0 };
  }
  if (!text.trimStart().startsWith('{')) {
    throw new FormatError(words('somethingElse'));
  }
  const { runs, repeated, conflicts } = mergeRuns([readRunTable(text)]);
  return { kind: 'runs', runs: runs.map(ownTableRun), repeated, conflicts: conflicts.length };
}

function ownTableRun(run: RunRecord): TableRun {
  const { configuration, learnedStep, stoppedEarly, picture, backend, seconds, ...kept } = run;
  const diverged = kept.verdict === 'diverged';
  const result = { ...numbersOf(kept), ...(diverged ? { verdict: 'learning' as const } : {}) };
  const { frequencies, ...withoutFrequencies } = result;
  return {
    place: mapRunOf({ configuration, result, diverged }),
    own: {
      configuration,
      result: withoutFrequencies,
      frequencies: packFrequencies(frequencies),
      learnedStep,
      stoppedEarly,
      picture,
    },
  };
}

function authorsTableRun(run: AuthorsRun): TableRun {
  return { place: mapRunOfMeasures(run), own: undefined };
}
