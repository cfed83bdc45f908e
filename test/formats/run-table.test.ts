import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import { type RunRecord, readRunLine, writeRunLine } from '../../src/formats/run-line.ts';
import { mergeRuns, readRunTable } from '../../src/formats/run-table.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { runKey } from '../../src/model/sweep-grid.ts';
import { checkConfiguration } from '../../src/model/validation.ts';
import { root } from '../../src/setup/command.mjs';
import { rawSettings, validValue } from '../support/settings.ts';
import { damagedText, manyRuns } from './support/damage.ts';

/** A frequency of a line. */
const circle = (k: number) => ({ k, powerFraction: 0.01, axisRatio: 0.9, sharedFactor: 1 });
const circles = (count: number) => Array.from({ length: count }, (_, index) => circle(index + 1));

function record(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    configuration: { ...defaultConfiguration, attentionRate: 0.3, seed: 4 },
    backend: 'wasm',
    seconds: 12.5,
    learnedStep: 320,
    stoppedEarly: false,
    step: 3000,
    trainLoss: 1.25e-7,
    testLoss: 3e-6,
    trainAccuracy: 1,
    testAccuracy: 0.9985,
    gradientSymmetricity: 0.9912345,
    gradientSymmetricityError: 0.001,
    gradientSymmetricityTriples: 100,
    gradientSymmetricityLeftOut: 0,
    distanceIrrelevance: 0.21,
    distanceIrrelevanceWrongLogit: 0.25,
    circularity: 0.997,
    parameterNorm: 30.5,
    frequencies: [{ k: 17, powerFraction: 0.5, axisRatio: 0.98, sharedFactor: 1 }],
    effectiveCircles: 5,
    gini: 0.8,
    verdict: 'pizza',
    verdictReason: 'Because.',
    ...changes,
  };
}

describe('a line of a sweep', () => {
  it('comes back as it was', () => {
    const run = record();
    expect(readRunLine(writeRunLine(run))).toEqual(run);
    expect(writeRunLine(run)).not.toContain('\n');
  });

  it('keeps seven digits, and null for what is no number', () => {
    const run = record({ trainLoss: Number.NaN, testLoss: 0.123456789 });
    expect(readRunLine(writeRunLine(run))).toMatchObject({ trainLoss: null, testLoss: 0.1234568 });
  });

  it('has exact settings: a run is found again by them', () => {
    const configuration = { ...defaultConfiguration, attentionRate: 0.123456789 };
    const line = writeRunLine(record({ configuration }));
    expect(line).toContain('"attention":0.123456789');
    fc.assert(
      fc.property(rawSettings(validValue), (raw) => {
        const run = record({
          configuration: checkConfiguration(raw).configuration,
          frequencies: [],
        });
        const again = readRunLine(writeRunLine(run));
        expect(runKey(again.configuration)).toBe(runKey(run.configuration));
      }),
    );
  });

  it.each([2, 3, 58, 59, 127])('holds every frequency of p = %d once, and no other', (p) => {
    const highest = Math.floor(p / 2);
    const configuration = { ...defaultConfiguration, p };
    const read = (ks: readonly number[]) =>
      readRunLine(writeRunLine(record({ configuration, frequencies: ks.map(circle) })));
    const all = circles(highest).map(({ k }) => k);
    expect(read(all).frequencies).toHaveLength(highest);
    expect(read([...all].reverse()).frequencies).toHaveLength(highest);
    for (const ks of [[0], [highest + 1], [1, 1], [...all, 1]]) {
      expect(() => read(ks)).toThrow(FormatError);
      expect(() => read(ks)).toThrow(`Its frequencies do not fit p = ${p}: every k is`);
    }
  });

  it('holds no more frequencies than there are', () => {
    const frequencies = circles(130_000);
    expect(() => readRunLine(writeRunLine(record({ frequencies })))).toThrow(
      'Its frequencies do not fit p = 59: every k is a whole number from 1 to 29 and comes once.',
    );
  });

  it('can be read again whatever the numbers are', () => {
    const measures = fc.record({
      trainLoss: fc.double(),
      testLoss: fc.double({ min: 1e29, max: 1e31, noNaN: true }),
      parameterNorm: fc.double({ min: -1e31, max: -1e29, noNaN: true }),
    });
    fc.assert(
      fc.property(measures, (changes) => {
        const line = writeRunLine(record(changes));
        expect(writeRunLine(readRunLine(line))).toBe(line);
      }),
      { seed: 1 },
    );
  });

  it.each([
    ['', /not a line of JSON/],
    ['{"format":', /not a line of JSON/],
    ['[]', /missing or makes no sense|not a line/],
    [JSON.stringify({ ...JSON.parse(writeRunLine(record())), version: 2 }), /“version”/],
    [JSON.stringify({ ...JSON.parse(writeRunLine(record())), verdict: 'pasta' }), /“verdict”/],
    [
      JSON.stringify({ ...JSON.parse(writeRunLine(record())), configuration: { p: 1000 } }),
      /p=1000 is not possible/,
    ],
    [JSON.stringify({ ...JSON.parse(writeRunLine(record())), picture: {} }), /pictures make no/],
  ])('%j is refused in one sentence', (line, message) => {
    expect(() => readRunLine(line)).toThrow(FormatError);
    expect(() => readRunLine(line)).toThrow(message);
  });

  it('is read or refused whatever it says', () => {
    const line = writeRunLine(record());
    fc.assert(
      fc.property(fc.oneof(fc.string(), { weight: 6, arbitrary: damagedText(line) }), (text) => {
        try {
          readRunLine(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      manyRuns,
    );
  });
});

describe('a table of runs', () => {
  it('skips empty lines and names the line that is no run', () => {
    const line = writeRunLine(record());
    expect(readRunTable(`${line}\n\n${line}\n`)).toHaveLength(2);
    expect(() => readRunTable(`${line}\nnonsense\n`)).toThrow(/^Line 2 is no run: It is not/);
  });

  it('is the one that is shipped, and gives the same lines again', () => {
    const text = gunzipSync(readFileSync(`${root}public/sweeps/paper.runs`)).toString('utf8');
    const lines = readRunTable(text).map(writeRunLine);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toEqual(text.trimEnd().split('\n'));
  });

  it('numbers lines, whatever lies between them', () => {
    const line = writeRunLine(record());
    const filler = fc.constantFrom('', ' ', '\r', '\t', line, `${line}\r`);
    fc.assert(
      fc.property(fc.array(filler, { maxLength: 20 }), (before) => {
        const runs = before.filter((one) => one.trim() !== '').length;
        expect(readRunTable(before.join('\n'))).toHaveLength(runs);
        expect(() => readRunTable([...before, 'x'].join('\n'))).toThrow(
          new RegExp(`^Line ${before.length + 1} is no run`),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('has each run once, and reports two results of one run', () => {
    const other = record({ configuration: { ...defaultConfiguration, seed: 9 } });
    const again = record({ seconds: 99 });
    const different = record({ distanceIrrelevance: 0.22 });
    const merged = mergeRuns([[record(), other], [again], [different]]);
    expect(merged.runs).toEqual([record(), other]);
    expect(merged.repeated).toBe(1);
    expect(merged.conflicts).toEqual([{ kept: record(), other: different }]);
  });
});
