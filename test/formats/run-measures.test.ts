import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerOf, readCommaSeparated } from '../../src/formats/comma-separated.ts';
import {
  isMeasuresTable,
  type RunMeasures,
  readMeasures,
  writeMeasuresDocument,
  writeMeasuresTable,
} from '../../src/formats/run-measures.ts';
import { runLine } from '../support/run-records.ts';
import { runToSave } from '../support/saved-runs.ts';
import { damagedText, manyRuns } from './support/damage.ts';
import { expectPresentable, refusalOf } from './support/messages.ts';

function measures(): RunMeasures {
  const { snapshots, shownStep: step, ...run } = runToSave({ equalsToken: true });
  const results = snapshots.map(({ result }) => ({
    ...result,
    frequencies: [...result.frequencies],
    // What has no number is null in files.
    testLoss: null,
  }));
  return { ...run, step, results };
}

const forms = { 'a document': writeMeasuresDocument, 'a table': writeMeasuresTable };

describe('measures of a run', () => {
  it.for(Object.entries(forms))('come back as they were: %s', ([, write]) => {
    expect(readMeasures(write(measures()))).toEqual(measures());
  });

  it('have the public names of results and settings', () => {
    const document = JSON.parse(writeMeasuresDocument(measures()));
    expect(document).toMatchObject({
      format: 'clock-and-pizza-measures',
      version: 1,
      address: measures().address,
      configuration: { p: 7, attention: 0, equals: true },
      step: 10,
    });
    expect(document.steps[0]).toMatchObject({ step: 0, gradientSymmetricity: 0.875 });
    const { header, lines } = readCommaSeparated(writeMeasuresTable(measures()));
    expect(header).toEqual(
      expect.arrayContaining(['step', 'verdictReason', 'p', 'attention', 'equals', 'address']),
    );
    expect(lines).toHaveLength(3);
    expect(lines[0]?.cells[header.indexOf('powerFractions')]).toBe('1 0 0');
    expect(lines[0]?.cells[header.indexOf('testLoss')]).toBe('');
  });

  it('are no other table', () => {
    expect(isMeasuresTable(headerOf(writeMeasuresTable(measures())))).toBe(true);
    expect(isMeasuresTable(headerOf(runLine()))).toBe(false);
    expect(isMeasuresTable(['subject', 'measure', 'value'])).toBe(false);
    expect(isMeasuresTable(['attn_coeff', 'gradient_sim'])).toBe(false);
  });

  const document = writeMeasuresDocument(measures());
  const table = writeMeasuresTable(measures());
  it.each([
    ['', /cut off or damaged/],
    ['{}', /no measures/],
    [document.replace('"version":1', '"version":2'), /“version”/],
    [document.replace('"p":7', '"p":11'), /do not fit p = 11/],
    [document.replace('"p":7,', ''), /“p” is missing/],
    [document.replace('"p":7', '"p":1'), /“p” is not possible/],
    [document.replace('"step":20', '"step":5'), /out of order/],
    [document.replaceAll('"learning"', '"diverged"'), /diverged/],
    [document.replace(/"steps":\[.*\]/, '"steps":[]'), /these have 0/],
    [document.replace('"trainAccuracy":1', '"trainAccuracy":2'), /“steps\.0\.trainAccuracy”/],
    [table.slice(0, table.indexOf('\r\n') + 2), /no steps/],
    [table.replace('circularity', 'roundness'), /lacks the column “circularity”/],
    [table.replace('\r\n0,0.5,', '\r\n0,half,'), /Line 2 .*“trainLoss”/],
    [table.replace(',wasm,', ',webgpu,'), /Line 3 .*“backend” differs/],
    [table.replaceAll('1 0 0', '1 0'), /Line 2 .*“frequencies”/],
  ])('%#: are refused in one sentence', (text, message) => {
    expect(refusalOf(() => readMeasures(text))).toMatch(message);
  });

  it.for(Object.entries(forms))('are read or refused, whatever was done to %s', ([, write]) => {
    const text = write(measures());
    fc.assert(
      fc.property(damagedText(text), (damaged) => {
        try {
          readMeasures(damaged);
        } catch (error) {
          expectPresentable(error);
        }
      }),
      manyRuns,
    );
  });
});
