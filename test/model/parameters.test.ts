import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from '../../src/math/statistics.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { embeddingTable } from '../../src/model/embedding.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import {
  initialParameters,
  parameter,
  parameterCount,
  parameterSpecifications,
  shapeSize,
} from '../../src/model/parameters.ts';

const configured = (changes: Partial<RunConfiguration> = {}) => ({
  ...defaultConfiguration,
  ...changes,
});
const shapes = (changes: Partial<RunConfiguration>) =>
  Object.fromEntries(
    parameterSpecifications(configured(changes)).map(({ name, shape }) => [name, shape.join('×')]),
  );

describe('the parameters of a network', () => {
  it('have the shapes of the authors’ release', () => {
    expect(shapes({})).toEqual({
      'embed.W_E': '128×59',
      'pos_embed.W_pos': '2×128',
      'blocks.0.attn.W_K': '4×32×128',
      'blocks.0.attn.W_Q': '4×32×128',
      'blocks.0.attn.W_V': '4×32×128',
      'blocks.0.attn.W_O': '128×128',
      'blocks.0.mlp.W_in': '512×128',
      'blocks.0.mlp.b_in': '512',
      'blocks.0.mlp.W_out': '128×512',
      'blocks.0.mlp.b_out': '128',
      'unembed.W_U': '128×59',
    });
    expect(parameterCount(configured())).toBe(212_608);
  });

  it('grow with layers, "=" token and separate embeddings', () => {
    const everything = shapes({ layers: 3, equalsToken: true, separateEmbeddings: true });
    expect(everything['embed.W_E']).toBe('128×119');
    expect(everything['unembed.W_U']).toBe('128×119');
    expect(everything['pos_embed.W_pos']).toBe('3×128');
    expect(Object.keys(everything)).toHaveLength(3 + 3 * 8);
  });

  it('leave the remainder out where heads do not divide the width', () => {
    const odd = shapes({ width: 18, heads: 4 });
    expect(odd['blocks.0.attn.W_V']).toBe('4×4×18');
    expect(odd['blocks.0.attn.W_O']).toBe('18×16');
  });

  it('have the linear models’ shapes, with half as wide embeddings for δ', () => {
    expect(shapes({ model: 'linear-alpha', width: 256 })).toEqual({
      'embed.weight': '59×256',
      'unembed.weight': '59×256',
      'l1.weight': '256×256',
      'l1.bias': '256',
    });
    expect(shapes({ model: 'linear-delta', width: 256 })['embed.weight']).toBe('59×128');
    for (const model of ['linear-beta', 'linear-gamma'] as const) {
      expect(shapes({ model })['l2.weight']).toBe('128×128');
    }
  });

  it.for([
    {},
    { layers: 2, separateEmbeddings: true },
    { model: 'linear-gamma' as const },
    { model: 'linear-delta' as const, width: 256 },
  ])('are drawn with the deviations of the release: %o', (changes) => {
    const configuration = configured(changes);
    const { width } = configuration;
    const drawn = initialParameters(configuration);
    const vocabulary = configuration.separateEmbeddings ? 118 : 59;
    const deviations: Record<string, number> = {
      'blocks.0.mlp.W_in': 1 / Math.sqrt(4 * width),
      'blocks.1.mlp.W_in': 1 / Math.sqrt(4 * width),
      'unembed.W_U': 1 / Math.sqrt(vocabulary),
      'embed.weight': 1 / Math.sqrt(width / 2),
    };
    for (const { name, shape } of parameterSpecifications(configuration)) {
      const values = drawn.get(name) as Float32Array;
      expect(values, name).toHaveLength(shapeSize(shape));
      if (/\.b_(in|out)$/.test(name)) {
        expect(values.every((value) => value === 0)).toBe(true);
        continue;
      }
      const bound = 1 / Math.sqrt(width);
      const uniform = /^l[12]\./.test(name);
      const expected = uniform ? bound / Math.sqrt(3) : (deviations[name] ?? bound);
      // Four standard errors of a mean and of a deviation.
      const slack = 4 / Math.sqrt(values.length);
      expect(Math.abs(mean(values)) / expected, name).toBeLessThan(slack);
      expect(Math.abs(standardDeviation(values) / expected - 1), name).toBeLessThan(slack);
      if (uniform) expect(values.every((value) => Math.abs(value) <= bound)).toBe(true);
    }
  });

  it('depend on the seed alone, not on what else is chosen', () => {
    const weights = (changes: Partial<RunConfiguration>) =>
      initialParameters(configured({ p: 5, width: 16, ...changes }));
    expect(weights({ seed: 4 })).toEqual(weights({ seed: 4 }));
    expect(weights({ seed: 4 })).not.toEqual(weights({ seed: 5 }));
    expect(weights({ trainFraction: 0.3, attentionRate: 1, learningRate: 0.1 })).toEqual(
      weights({}),
    );
  });

  it('are missed by name', () => {
    const drawn = initialParameters(configured({ p: 5, width: 16 }));
    expect(parameter(drawn, 'embed.W_E')).toHaveLength(80);
    expect(() => parameter(drawn, 'embed.W_F')).toThrow(/no parameter "embed\.W_F"/);
  });
});

describe('the embedding table', () => {
  it('has one row a residue, taken from the columns of W_E', () => {
    const configuration = configured({ p: 3, width: 16 });
    const drawn = initialParameters(configuration);
    const { rows, allRows, width } = embeddingTable(configuration, drawn);
    expect(width).toBe(16);
    expect(rows).toHaveLength(48);
    expect(allRows).toHaveLength(48);
    expect(rows[2 * 16 + 5]).toBe(drawn.get('embed.W_E')?.[5 * 3 + 2]);
  });

  it('tells the rows of a from those of b and "="', () => {
    const configuration = configured({
      p: 3,
      width: 16,
      separateEmbeddings: true,
      equalsToken: true,
    });
    const drawn = initialParameters(configuration);
    const { rows, allRows } = embeddingTable(configuration, drawn);
    expect(rows).toHaveLength(3 * 16);
    expect(allRows).toHaveLength(7 * 16);
    expect(rows).toEqual(allRows.subarray(0, 48));
  });

  it('is the weight itself for the linear models', () => {
    const configuration = configured({ model: 'linear-delta', p: 3, width: 16 });
    const drawn = initialParameters(configuration);
    const { rows, width } = embeddingTable(configuration, drawn);
    expect(width).toBe(8);
    expect(rows).toEqual(drawn.get('embed.weight'));
  });
});
