import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAuthorsTable, readAuthorsTable } from '../../src/formats/authors-table.ts';
import { missingReference, referencePath } from '../support/reference.ts';
import { damagedText, manyRuns } from './support/damage.ts';
import { expectPresentable, refusalOf } from './support/messages.ts';

const run: Readonly<Record<string, string>> = {
  '': '0',
  Name: 'happy-dream-1',
  State: 'finished',
  C: '59',
  act_fn: 'ReLU',
  attn_coeff: '0.0847',
  d_model: '128',
  diff_vocab: '0',
  epoch: '20000',
  eqn_sign: '1',
  frac: '0.8',
  funcs: 'lambda x: (x[0]+x[1])%59',
  lr: '0.001',
  n_heads: '4',
  n_layers: '1',
  runid: 'abc',
  weight_decay: '2',
  distance_irrelevance: '0.21',
  parameter_norm: '25.5',
  training_accuracy: '1',
  training_loss: '1.4E-07',
  validation_accuracy: '0.99',
  validation_loss: '2e-6',
  gradient_sim: '-0.5',
  circularity: '0.996',
};

/** A table of runs that differ from the one above. A column set to undefined is missing. */
function table(...runs: readonly Readonly<Record<string, string | undefined>>[]): string {
  const missing = Object.keys(run).filter((name) =>
    runs.some((one) => name in one && one[name] === undefined),
  );
  const names = Object.keys(run).filter((name) => !missing.includes(name));
  const lines = runs.map((one) => names.map((name) => one[name] ?? run[name]).join(','));
  return [names.join(','), ...lines, ''].join('\r\n');
}

describe('the authors’ table of runs', () => {
  it('gives settings and measures under our names', () => {
    expect(readAuthorsTable(table({}))).toEqual([
      {
        id: 'abc',
        attentionRate: 0.0847,
        width: 128,
        layers: 1,
        heads: 4,
        p: 59,
        trainFraction: 0.8,
        weightDecay: 2,
        learningRate: 0.001,
        steps: 20000,
        separateEmbeddings: false,
        equalsToken: true,
        activation: 'relu',
        trainAccuracy: 1,
        testAccuracy: 0.99,
        trainLoss: 1.4e-7,
        testLoss: 2e-6,
        gradientSymmetricity: -0.5,
        distanceIrrelevanceWrongLogit: 0.21,
        circularity: 0.996,
        parameterNorm: 25.5,
      },
    ]);
  });

  it('keeps runs whose measures are blank', () => {
    const blank = {
      gradient_sim: '',
      circularity: ' ',
      training_loss: 'nan',
      validation_loss: 'inf',
    };
    const [first, second] = readAuthorsTable(table(blank, { runid: '' }));
    expect(first).toMatchObject({
      gradientSymmetricity: Number.NaN,
      circularity: Number.NaN,
      trainLoss: Number.NaN,
      testLoss: Number.NaN,
      parameterNorm: 25.5,
    });
    expect(second?.id).toBe('happy-dream-1');
  });

  it('is recognised by its header', () => {
    expect(isAuthorsTable(table({}))).toBe(true);
    expect(isAuthorsTable(`\uFEFF${table()}`)).toBe(true);
    expect(isAuthorsTable(table({ gradient_sim: undefined }))).toBe(true);
    expect(isAuthorsTable(table({ attn_coeff: undefined }))).toBe(false);
    expect(isAuthorsTable('subject,measure,value\nnetwork,attn_coeff,gradient_sim')).toBe(false);
    expect(isAuthorsTable('"attn_coeff,gradient_sim')).toBe(false);
  });

  it.each([
    [table({ circularity: undefined }), /lacks the column circularity:/],
    [table({ gradient_sim: undefined }), /lacks the column gradient_sim:/],
    [table({ frac: undefined, lr: undefined }), /lacks the columns frac, lr:/],
    [table({ runid: undefined, Name: undefined }), /lacks the column runid:/],
    [`${table({}).trimEnd()},C`.replace('circularity', 'circularity,C'), /column C twice/],
    [table({}, { d_model: '' }), /^Line 3 .* d_model is nothing, but it must be a whole number/],
    [table({ d_model: '128.5' }), /^Line 2 .* d_model is “128.5”/],
    [table({ attn_coeff: '1.2' }), /attn_coeff is “1.2”, but it must be a number from 0 to 1\./],
    [table({ C: '0x3b' }), /C is “0x3b”, but it must be a whole number from 2\./],
    [table({ diff_vocab: '2' }), /diff_vocab is “2”, but it must be 0 or 1\./],
    [table({ act_fn: '' }), /act_fn is nothing/],
    [table({ runid: '', Name: '' }), /runid is nothing/],
    [table({ circularity: 'round' }), /circularity is “round”, but it must be a number\./],
    [table({ training_accuracy: '100' }), /training_accuracy is “100”/],
    [`${table({})}1,2`, /^Line 3 of the table has 2 values/],
  ])('is refused in one sentence: case %#', (text, message) => {
    expect(refusalOf(() => readAuthorsTable(text))).toMatch(message);
  });

  it('is read or refused whatever it says', () => {
    const text = table({}, { gradient_sim: '' }, { Name: '"a,b"' });
    const cells = fc
      .dictionary(fc.constantFrom(...Object.keys(run)), fc.string({ maxLength: 8 }))
      .map((cell) => table(cell));
    fc.assert(
      fc.property(fc.oneof(fc.string(), damagedText(text), cells), (any) => {
        isAuthorsTable(any);
        try {
          for (const { attentionRate, width, p } of readAuthorsTable(any)) {
            expect(attentionRate >= 0 && attentionRate <= 1 && width >= 1 && p >= 2).toBe(true);
          }
        } catch (error) {
          expectPresentable(error);
        }
      }),
      manyRuns,
    );
  });
});

describe.skipIf(missingReference !== undefined)(
  `the released tables${missingReference === undefined ? '' : ` (skipped: ${missingReference})`}`,
  () => {
    it.each([
      ['1l_fixedwidth.csv', 7843, 59, 41],
      ['1l_varywidth.csv', 6148, 42, 25],
    ])('%s is read whole', (name, count, withoutGradients, withoutIrrelevance) => {
      const text = readFileSync(referencePath(`tables/${name}`), 'utf8');
      expect(isAuthorsTable(text)).toBe(true);
      const runs = readAuthorsTable(text);
      expect(runs).toHaveLength(count);
      const blank = (key: 'gradientSymmetricity' | 'distanceIrrelevanceWrongLogit') =>
        runs.filter((one) => Number.isNaN(one[key])).length;
      expect(blank('gradientSymmetricity')).toBe(withoutGradients);
      expect(blank('distanceIrrelevanceWrongLogit')).toBe(withoutIrrelevance);
      expect(new Set(runs.map(({ id }) => id)).size).toBe(count);
    });
  },
);
