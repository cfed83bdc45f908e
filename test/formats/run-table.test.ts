import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import { type RunRecord, readRunLine, writeRunLine } from '../../src/formats/run-line.ts';
import { mergeRuns, readRunTable } from '../../src/formats/run-table.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';

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
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .tuple(fc.nat(line.length), fc.nat(12), fc.string({ maxLength: 6 }))
            .map(([at, length, text]) => line.slice(0, at) + text + line.slice(at + length)),
        ),
        (text) => {
          try {
            readRunLine(text);
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('a table of runs', () => {
  it('skips empty lines and names the line that is no run', () => {
    const line = writeRunLine(record());
    expect(readRunTable(`${line}\n\n${line}\n`)).toHaveLength(2);
    expect(() => readRunTable(`${line}\nnonsense\n`)).toThrow(/^Line 2 is no run: It is not/);
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
