/**
 * The measures of a run at every kept step, without pictures: one JSON document, or a table of
 * comma-separated values with one line a step. Both say which run it is and can be opened again.
 */
import { headerOf } from './comma-separated.ts';
import { FormatError } from './format-error.ts';
import { isMeasuresDocument, readMeasuresDocument } from './run-measures/document.ts';
import type { RunMeasures } from './run-measures/measures.ts';
import { isMeasuresTable, readMeasuresTable } from './run-measures/table.ts';
import { words } from './run-measures/words.ts';

export { isMeasuresDocument, writeMeasuresDocument } from './run-measures/document.ts';
export type { RunMeasures } from './run-measures/measures.ts';
export { isMeasuresTable, writeMeasuresTable } from './run-measures/table.ts';

/**
 * Measures in either form.
 *
 * @throws FormatError when it is neither, or damaged
 */
export function readMeasures(text: string): RunMeasures {
  if (isMeasuresTable(headerOf(text))) return readMeasuresTable(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FormatError(words('cutOff'));
  }
  if (!isMeasuresDocument(value)) throw new FormatError(words('noMeasures'));
  return readMeasuresDocument(value);
}
