import { beforeAll, describe, expect, it } from 'vitest';
import { type AnalysisResult, analyseNetwork } from '../../src/analysis/network-analysis.ts';
import { measureRows, measuresCsv } from '../../src/analysis/result-table.ts';
import { createDataset } from '../../src/model/dataset.ts';
import { allLogits } from '../../src/model/forward.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';

let result: AnalysisResult;
beforeAll(async () => {
  const configuration = smallConfiguration({ p: 10, attentionRate: 0.5 });
  const network = trainedNetwork(configuration, randomParameters(configuration));
  const analysis = await analyseNetwork(network, async (changed) => allLogits(changed), {
    triples: [[0, 1, 2]],
    step: 30,
    dataset: createDataset(configuration),
  });
  result = analysis.result;
});

/** Every number of a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const fields = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g;
  const rows: string[][] = [[]];
  let end = 0;
  for (const match of text.matchAll(fields)) {
    expect(match.index).toBe(end);
    end = match.index + match[0].length;
    const [, field = '', separator] = match;
    const value = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    rows.at(-1)?.push(value);
    if (separator === '\r\n') rows.push([]);
  }
  expect(end).toBe(text.length);
  return rows.slice(0, -1);
}

const valueOfRow = (measure: string, subject: string) =>
  measureRows(result).find((row) => row.measure === measure && row.subject === subject)?.value;

describe('the table of an analysis', () => {
  it('holds every number of the result', () => {
    const rows = measureRows(result);
    const shown = new Set(rows.flatMap(({ subject, value }) => `${subject} ${value}`.split(' ')));
    const missing = numbersIn(result).filter(
      (number) => Number.isFinite(number) && !shown.has(String(number)),
    );
    expect(missing).toEqual([]);
    expect(valueOfRow('verdict', 'network')).toBe(result.verdict);
    expect(valueOfRow('verdictReason', 'network')).toBe(result.verdictReason);
    expect(rows.every(({ value }) => typeof value !== 'object' || value === null)).toBe(true);
  });

  it('has the public names, each with its subject', () => {
    const [circle] = result.circles;
    if (circle === undefined) expect.fail('There is no circle.');
    const about = `circle ${circle.k}`;
    expect(valueOfRow('fvePizza', about)).toBe(circle.fvePizza);
    expect(valueOfRow('accuracy', about)).toBe(circle.accuracy);
    expect(valueOfRow('verdict', about)).toBe(circle.verdict);
    expect(valueOfRow('gradientSymmetricity', 'network')).toBe(result.gradientSymmetricity);
    expect(valueOfRow('step', 'network')).toBe(30);
    expect(valueOfRow('topSixPizza', 'full logits')).toBe(result.fullLogitsR2.topSixPizza);
    expect(valueOfRow('powerFraction', 'frequency 5')).toBe(result.frequencies[4]?.powerFraction);
    expect(valueOfRow('keyFrequencies', 'network')).toBe(result.keyFrequencies.join(' '));
    expect(valueOfRow('accuracy', 'strongest 2')).toBe(result.accuracyKeepingTop[1]?.accuracy);
    expect(valueOfRow('discShare', 'neurons')).toBe(result.neurons.discShare);
  });

  it('names nothing twice', () => {
    const names = measureRows(result).map(({ subject, measure }) => `${subject}: ${measure}`);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('has nothing where a value does not exist', () => {
    // An odd frequency of an even modulus accompanies no circle.
    expect(valueOfRow('accompanies', 'circle 1')).toBeNull();
    expect(valueOfRow('fveAccompanying', 'circle 1')).toBeNull();
    const unknown = measureRows({ ...result, step: null, trainLoss: Number.NaN });
    expect(unknown.find(({ measure }) => measure === 'trainLoss')?.value).toBeNull();
    expect(unknown.find(({ measure }) => measure === 'step')?.value).toBeNull();
  });
});

describe('the table as CSV', () => {
  it('says the same, one line a number', () => {
    const rows = readCsv(measuresCsv(result));
    expect(rows[0]).toEqual(['subject', 'measure', 'value']);
    expect(rows.slice(1)).toEqual(
      measureRows(result).map(({ subject, measure, value }) => [
        subject,
        measure,
        value === null ? '' : String(value),
      ]),
    );
  });

  it('keeps every digit', () => {
    const line = readCsv(measuresCsv(result)).find(([, measure]) => measure === 'loss');
    expect(Number(line?.[2])).toBe(result.loss);
  });

  it.each(['one, two', 'a "quoted" word', 'two\nlines', 'two\r\nlines', 'plain', ' ', '"'])(
    'quotes what needs it: %j',
    (verdictReason) => {
      const text = measuresCsv({ ...result, verdictReason });
      const line = readCsv(text).find(([, measure]) => measure === 'verdictReason');
      expect(line).toEqual(['network', 'verdictReason', verdictReason]);
      expect(text.includes('"')).toBe(/[",\n]/.test(verdictReason));
    },
  );
});
