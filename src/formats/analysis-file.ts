/**
 * The measures that "Look inside" saves of one network, as JSON or as a table of subject, measure and
 * value. They hold no run and no network, but may say where the page shows it.
 */
import * as v from 'valibot';
import english from '../messages/en/formats/analysis-file.json';
import { createWords } from '../messages/words.ts';
import { fieldEntries } from '../model/fields.ts';
import { readCommaSeparated } from './comma-separated.ts';
import { FormatError } from './format-error.ts';

const words = createWords('formats/analysis-file', english);

const tableHeader = ['subject', 'measure', 'value'];
const settings = new Map(fieldEntries);

const documentSchema = v.looseObject({
  layout: v.string(),
  configuration: v.record(v.string(), v.unknown()),
  circles: v.array(v.unknown()),
});
const stepSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** True for the header of such a table. */
export function isAnalysisTable(header: readonly string[]): boolean {
  return header.length === tableHeader.length && tableHeader.every((name, i) => name === header[i]);
}

/** True for such a document. */
export function isAnalysisDocument(value: unknown): boolean {
  return v.is(documentSchema, value);
}

/**
 * Where the page shows the network of a table.
 *
 * @throws FormatError when it does not say
 */
export function addressOfAnalysisTable(text: string): string {
  const { lines } = readCommaSeparated(text);
  const line = lines.find(({ cells: [subject, measure] }) => {
    return subject === 'network' && measure === 'address';
  });
  return line?.cells[2] || notSaid();
}

/**
 * Where the page shows the network of a document. Older ones have no address, but settings.
 *
 * @throws FormatError when it does not say
 */
export function addressOfAnalysis(value: unknown): string {
  const result = v.safeParse(documentSchema, value);
  if (!result.success) return notSaid();
  const { configuration, address, step } = result.output;
  if (typeof address === 'string' && address !== '') return address;
  // Without a seed it was not trained here.
  const known = [...settings].every(([key]) => Object.hasOwn(configuration, key));
  if (!known || !v.is(stepSchema, step)) return notSaid();
  const query = new URLSearchParams({ view: 'inside' });
  for (const [key, { name }] of settings) {
    const given = configuration[key];
    query.set(name, typeof given === 'boolean' ? String(Number(given)) : String(given));
  }
  query.set('step', String(step));
  return `?${query}`;
}

function notSaid(): never {
  throw new FormatError(words('runNotSaid'));
}
