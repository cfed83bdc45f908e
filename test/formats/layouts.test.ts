import { describe, expect, it } from 'vitest';
import { openNetwork } from '../../src/formats/open-network.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { isTransformer } from '../../src/model/configuration.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { openRefusal } from './support/messages.ts';
import { changed, filled, savedTensors } from './support/saved-networks.ts';
import { writeTorch } from './support/torch-writer.ts';

const described = (changes: Partial<RunConfiguration>) =>
  Object.entries(changes)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');

const networks: Partial<RunConfiguration>[] = [
  { layers: 1 },
  { layers: 2, heads: 2 },
  { layers: 3, width: 18 },
  { layers: 4 },
  { p: 6 },
  { separateEmbeddings: true },
  { equalsToken: true },
  { p: 6, equalsToken: true },
  { separateEmbeddings: true, equalsToken: true },
  { model: 'linear-alpha' },
  { model: 'linear-beta' },
  { model: 'linear-gamma' },
  { model: 'linear-delta' },
];

describe.for(networks)('a network of the release, %o', (changes) => {
  const configuration = smallConfiguration({ ...changes, attentionRate: 0.4 });
  const parameters = randomParameters(configuration);
  const { model, separateEmbeddings } = configuration;
  const bytes = writeTorch(savedTensors(configuration, parameters));

  it(`is opened with answers (${described(changes)})`, async () => {
    const answers = isTransformer(configuration)
      ? { attentionRate: 0.4, separateEmbeddings }
      : { model };
    const opened = await openNetwork(bytes, { answers });
    expect(opened).toMatchObject({ questions: [], notes: [], history: [], step: null });
    expect(opened.splitKnown).toBe(false);
    const { p, width, heads, layers, equalsToken, attentionRate } = opened.network.configuration;
    const shown = {
      model,
      p,
      width,
      heads,
      layers,
      separateEmbeddings,
      equalsToken,
      attentionRate,
    };
    expect(opened.network.configuration).toMatchObject(shown);
    expect(configuration).toMatchObject(isTransformer(configuration) ? shown : { model, p, width });
    expect(new Map(opened.network.parameters)).toEqual(new Map(parameters));
    expect(opened.network.causalMask).toBe(false);
  });

  it('is opened with guesses and questions where the tensors leave a choice', async () => {
    const { questions, notes, network } = await openNetwork(bytes);
    const even = (network.parameters.get('embed.W_E')?.length ?? 0) / configuration.width;
    const hasChoice = configuration.equalsToken ? even % 2 === 1 : even % 2 === 0;
    const expected = isTransformer(configuration)
      ? ['attentionRate', ...(hasChoice ? ['separateEmbeddings'] : [])]
      : ['linear-beta', 'linear-gamma'].includes(model)
        ? ['model']
        : [];
    expect(questions).toEqual(expected);
    expect(notes).toHaveLength(expected.length);
  });
});

const transformer = savedTensors(smallConfiguration());
const linear = savedTensors(smallConfiguration({ model: 'linear-alpha' }));

describe('a network that cannot be shown', () => {
  it.for([
    ['a tensor is missing', { 'blocks.0.mlp.W_out': undefined }, /“blocks.0.mlp.W_out” is missing/],
    [
      'a tensor has another shape',
      { 'blocks.0.mlp.W_out': filled([64, 16]) },
      /“blocks.0.mlp.W_out” is 64×16, but beside the other tensors it must be 16×64/,
    ],
    [
      'a tensor has other dimensions',
      { 'pos_embed.W_pos': filled([32]) },
      /must have 2 dimensions/,
    ],
    ['it is too narrow', { 'embed.W_E': filled([8, 5]) }, /Width = 8.*from 16 to 512/],
    ['its modulus is too large', { 'embed.W_E': filled([16, 257]) }, /Modulus p = 257/],
    ['its modulus is too small', { 'embed.W_E': filled([16, 1]) }, /Modulus p = 1,/],
    ['it reads five tokens', { 'pos_embed.W_pos': filled([5, 16]) }, /reads 5 tokens/],
    ['its heads are narrower', { 'blocks.0.attn.W_K': filled([4, 2, 16]) }, /heads are 2 wide/],
    ['its hidden layer is narrower', { 'blocks.0.mlp.W_in': filled([32, 16]) }, /is 32 wide.*64/],
    [
      'it has layer normalisation',
      { 'blocks.0.ln1.w': filled([16]) },
      /layer normalisation .*ln1\.w/,
    ],
    ['it has other parts', { 'blocks.0.attn.b_Q': filled([4, 4]) }, /parts .*b_Q/],
  ] as const)('is refused when %s', async ([, changes, message]) => {
    expect(await openRefusal(writeTorch(changed(transformer, changes)))).toMatch(message);
  });

  it('is refused when it is too deep', async () => {
    const blocks = Object.entries(savedTensors(smallConfiguration({ layers: 4 })));
    const fifth = blocks
      .filter(([name]) => name.startsWith('blocks.0.'))
      .map(([name, tensor]) => [name.replace('.0.', '.4.'), tensor] as const);
    const tensors = Object.fromEntries([...blocks, ...fifth]);
    expect(await openRefusal(writeTorch(tensors))).toMatch(/Layers = 5/);
  });

  it.for([
    ['its hidden layer is narrower', { 'l1.weight': filled([8, 16]) }, /is 8 wide/],
    [
      'its embedding fits no model',
      { 'embed.weight': filled([5, 10]) },
      /is 10 wide and l1 reads 16/,
    ],
    ['it has another bias', { 'unembed.bias': filled([5]) }, /parts .*unembed\.bias/],
  ] as const)('is refused, being linear, when %s', async ([, changes, message]) => {
    expect(await openRefusal(writeTorch(changed(linear, changes)))).toMatch(message);
  });

  it('is refused with what was found when the names are unknown', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`layers.${index}.weight`, filled([3, 4])]),
    );
    const message = await openRefusal(writeTorch(others));
    expect(message).toMatch(/holds layers\.0\.weight 3×4, layers\.1\.weight 3×4, .* and \d+ more/);
    expect(message).toMatch(/TransformerLens/);
  });

  it.for([
    [Number.NaN, 1, /“blocks.0.mlp.b_in” holds a value that is not finite/],
    [Number.NEGATIVE_INFINITY, 3, /“blocks.0.mlp.b_in” holds 3 values that are not finite/],
  ] as const)('is refused when weights are %s', async ([value, count, message]) => {
    const bias = Float32Array.from({ length: 64 }, (_, index) => (index < count ? value : 0));
    const broken = changed(transformer, { 'blocks.0.mlp.b_in': { shape: [64], values: bias } });
    expect(await openRefusal(writeTorch(broken))).toMatch(message);
  });
});

describe('what does not matter', () => {
  it.for(['module.', '_orig_mod.', 'module._orig_mod.', 'model.'])(
    'may stand before every name: %s',
    async (prefix) => {
      const { network } = await openNetwork(writeTorch(transformer, { prefix }));
      expect(network.parameters.get('embed.W_E')).toEqual(transformer['embed.W_E']?.values);
    },
  );

  it('is ignored: constant masks, whatever they hold', async () => {
    const masked = changed(transformer, {
      'blocks.0.attn.mask': filled([2, 2], Number.NEGATIVE_INFINITY),
    });
    const { network } = await openNetwork(writeTorch(masked));
    expect(network.parameters.has('blocks.0.attn.mask')).toBe(false);
  });
});
