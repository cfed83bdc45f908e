/** What the text of a file of a run holds, told by the text and never by the file's name. */
import {
  addressOfAnalysis,
  addressOfAnalysisTable,
  isAnalysisDocument,
  isAnalysisTable,
} from '../formats/analysis-file.ts';
import { headerOf } from '../formats/comma-separated.ts';
import { FormatError } from '../formats/format-error.ts';
import { isMeasuresDocument, isMeasuresTable, readMeasures } from '../formats/run-measures.ts';
import type { OpenedRunFile, RecordedRun } from './recording-contract.ts';
import { numbersOf } from './result-numbers.ts';
import { words } from './run-file-words.ts';
import { unpackRecording } from './unpacked-recording.ts';

/** Stands at the beginning of every recording. */
const recordingMark = /^\s*\{\s*"format"\s*:\s*"clock-and-pizza-recording"/;

/** @throws FormatError in one sentence */
export function readRunFile(text: string): OpenedRunFile {
  if (recordingMark.test(text)) return { kind: 'recording', run: unpackRecording(text) };
  const header = headerOf(text);
  if (isMeasuresTable(header)) return { kind: 'measures', run: measuredRun(text) };
  if (isAnalysisTable(header)) return { kind: 'address', address: addressOfAnalysisTable(text) };
  const value = parsed(text);
  if (isMeasuresDocument(value)) return { kind: 'measures', run: measuredRun(text) };
  if (isAnalysisDocument(value)) return { kind: 'address', address: addressOfAnalysis(value) };
  throw new FormatError(words('somethingElse'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A run without pictures. */
function measuredRun(text: string): RecordedRun {
  const { configuration, backend, step, results } = readMeasures(text);
  return {
    configuration,
    backend,
    shownStep: step,
    snapshots: results.map((result) => ({
      result: numbersOf(result),
      planes: new Float32Array(),
      correctLogits: new Float32Array(),
    })),
  };
}
