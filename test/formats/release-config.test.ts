import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksLikeReleaseConfig, readReleaseConfig } from '../../src/formats/release-config.ts';
import { missingReference, referencePath } from '../support/reference.ts';
import { refusalOf } from './support/messages.ts';

const read = (config: object) => readReleaseConfig(JSON.stringify(config));

describe('a configuration of the release', () => {
  it('names the settings of an attention network', ({ skip }) => {
    if (missingReference !== undefined) skip(missingReference);
    const text = readFileSync(referencePath('models/config_18c9ev5v5p.json'), 'utf8');
    expect(looksLikeReleaseConfig(JSON.parse(text))).toBe(true);
    expect(readReleaseConfig(text)).toEqual({
      model: 'transformer',
      p: 59,
      width: 128,
      heads: 4,
      layers: 1,
      attentionRate: 0.004066910851478034,
      activation: 'relu',
      learningRate: 1e-3,
      weightDecay: 2,
      trainFraction: 0.8,
      steps: 20000,
      separateEmbeddings: true,
      equalsToken: false,
    });
  });

  it('names the settings of a linear model', () => {
    expect(read({ C: 59, model_type: 'B', d_model: 256, d_hidden: 256, func: null })).toEqual({
      model: 'linear-beta',
      p: 59,
      width: 256,
    });
  });

  it.for([
    [0, false],
    [1, true],
    [true, true],
    [false, false],
    [null, undefined],
  ])('takes the flag %s', ([flag, value]) => {
    expect(read({ diff_vocab: flag, eqn_sign: flag })).toEqual(
      value === undefined ? {} : { separateEmbeddings: value, equalsToken: value },
    );
  });

  it.for(['GeLU', 'gelu', 'GELU'])('takes the activation %s', (act_fn) => {
    expect(read({ act_fn })).toEqual({ activation: 'gelu' });
  });

  it('ignores what is unknown and how a run trained, where that is out of range', () => {
    expect(read({ runid: 'x', __proto__: null, epoch: 1e9, lr: 'fast', frac: 1 })).toEqual({});
  });

  it.for([
    ['C', 400, /C = “400”, but it must be a whole number from 2 to 127/],
    ['d_model', '128', /d_model = ““128””|d_model = “"128"”/],
    ['attn_coeff', 2, /attn_coeff = “2”.*from 0 to 1/],
    ['act_fn', 'Tanh', /ReLU or GeLU/],
    ['model_type', 'E', /A, B, C or D/],
    ['diff_vocab', 2, /0 or 1/],
  ] as const)('is refused when %s is %s', ([name, value, message]) => {
    expect(refusalOf(() => read({ [name]: value }))).toMatch(message);
  });

  it.for(['', '[]', 'null', '{', '"text"', '{"C":'])('is refused when it is %j', (text) => {
    expect(refusalOf(() => readReleaseConfig(text))).toMatch(/not a JSON object/);
  });

  it('is told apart from other JSON', () => {
    expect(looksLikeReleaseConfig({ C: 59, runid: 'x' })).toBe(false);
    expect(looksLikeReleaseConfig([])).toBe(false);
  });
});
