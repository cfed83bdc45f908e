import { describe, expect, it } from 'vitest';
import { openNetwork } from '../../../src/formats/open-network.ts';
import { createRandomStream } from '../../../src/math/random.ts';
import { allLogits } from '../../../src/model/forward.ts';
import { relativeDifference } from '../../support/comparison.ts';
import { allPairs } from '../../support/networks.ts';
import { plainLogits } from '../../support/plain-network.ts';
import { openRefusal } from '../support/messages.ts';
import { changed, filled } from '../support/saved-networks.ts';
import { type SavedTensor, writeTorch } from '../support/torch-writer.ts';
import { lensLogits } from './lens-network.ts';

interface Sizes {
  readonly p: number;
  readonly width: number;
  readonly heads: number;
  readonly layers: number;
  readonly context: number;
  readonly classes: number;
}

const usual: Sizes = { p: 7, width: 16, heads: 2, layers: 1, context: 3, classes: 7 };

/** A state dict as TransformerLens saves it, every value random but the biases it must not have. */
function lensTensors(sizes: Sizes, biased: boolean): Record<string, SavedTensor> {
  const { p, width, heads, layers, context, classes } = sizes;
  const { normal } = createRandomStream(5, 'lens');
  const drawn = (...shape: number[]): SavedTensor => ({
    shape,
    values: Float32Array.from(filled(shape).values, () => 0.4 * normal()),
  });
  const bias = (...shape: number[]) => (biased ? drawn(...shape) : filled(shape));
  const headWidth = width / heads;
  const block = (layer: number) => ({
    [`blocks.${layer}.attn.W_Q`]: drawn(heads, width, headWidth),
    [`blocks.${layer}.attn.W_K`]: drawn(heads, width, headWidth),
    [`blocks.${layer}.attn.W_V`]: drawn(heads, width, headWidth),
    [`blocks.${layer}.attn.W_O`]: drawn(heads, headWidth, width),
    [`blocks.${layer}.attn.b_Q`]: filled([heads, headWidth]),
    [`blocks.${layer}.attn.b_K`]: filled([heads, headWidth]),
    [`blocks.${layer}.attn.b_V`]: bias(heads, headWidth),
    [`blocks.${layer}.attn.b_O`]: bias(width),
    [`blocks.${layer}.attn.mask`]: filled([context, context], 1),
    [`blocks.${layer}.attn.IGNORE`]: filled([], Number.NEGATIVE_INFINITY),
    [`blocks.${layer}.mlp.W_in`]: drawn(width, 4 * width),
    [`blocks.${layer}.mlp.b_in`]: bias(4 * width),
    [`blocks.${layer}.mlp.W_out`]: drawn(4 * width, width),
    [`blocks.${layer}.mlp.b_out`]: bias(width),
  });
  return {
    'embed.W_E': drawn(p + context - 2, width),
    'pos_embed.W_pos': drawn(context, width),
    ...Object.assign({}, ...Array.from({ length: layers }, (_, layer) => block(layer))),
    'unembed.W_U': drawn(width, classes),
    'unembed.b_U': filled([classes], 0.25),
  };
}

const withoutBiases = (tensors: Record<string, SavedTensor>) =>
  Object.fromEntries(Object.entries(tensors).filter(([name]) => !/\.b_[^.]+$/.test(name)));

describe('a network of TransformerLens', () => {
  it.for([
    ['with biases', usual, true],
    ['without biases', usual, false],
    ['with an answer for "="', { ...usual, classes: 8 }, true],
    ['with as many tokens as its width', { ...usual, p: 15, classes: 15 }, true],
    ['with heads as wide as itself', { ...usual, heads: 1 }, true],
    ['without "="', { ...usual, context: 2 }, true],
  ] as const)('computes the same answers here, %s', async ([, sizes, biased]) => {
    const tensors = lensTensors(sizes, biased);
    const { network, questions, layout, notes } = await openNetwork(writeTorch(tensors));
    expect(questions).toEqual([]);
    expect(layout).toMatch(/TransformerLens/);
    expect(notes).toHaveLength(biased ? 1 : 0);
    expect(network).toMatchObject({ causalMask: true, answerClasses: sizes.classes });
    const { configuration, parameters } = network;
    expect(configuration).toMatchObject({
      model: 'transformer',
      p: sizes.p,
      width: sizes.width,
      heads: sizes.heads,
      attentionRate: 1,
      equalsToken: sizes.context === 3,
    });
    for (const [a, b] of allPairs(sizes.p)) {
      const tokens = [a, b, sizes.p].slice(0, sizes.context);
      const logits = plainLogits(configuration, parameters, a, b).slice(0, sizes.classes);
      const known = lensLogits(tensors, sizes, tokens).map((logit) => logit - 0.25);
      expect(relativeDifference(logits, known)).toBeLessThan(1e-5);
    }
  });

  it('may lack its biases and buffers', async () => {
    const tensors = withoutBiases(lensTensors(usual, false));
    const whole = await openNetwork(writeTorch(lensTensors(usual, false)));
    const { network } = await openNetwork(writeTorch(tensors));
    expect(network).toEqual(whole.network);
  });

  it('computes the same answers here when it is deep, where the causal mask counts', async () => {
    const deep = { ...usual, layers: 3 };
    const tensors = lensTensors(deep, true);
    const { network } = await openNetwork(writeTorch(tensors));
    expect(network.configuration.layers).toBe(3);
    const logits = allLogits(network);
    for (const [a, b] of allPairs(deep.p)) {
      const start = (a * deep.p + b) * (deep.p + 1);
      const known = lensLogits(tensors, deep, [a, b, deep.p]).map((logit) => logit - 0.25);
      const computed = logits.subarray(start, start + deep.classes);
      expect(relativeDifference(computed, known)).toBeLessThan(1e-5);
    }
  });

  it.for([
    ['b_Q', { 'blocks.0.attn.b_Q': filled([2, 8], 1) }, /“blocks.0.attn.b_Q” is not zero/],
    ['b_K', { 'blocks.0.attn.b_K': filled([2, 8], 1) }, /“blocks.0.attn.b_K” is not zero/],
    [
      'b_U',
      { 'unembed.b_U': { shape: [7], values: [0, 0, 0, 0, 0, 0, 1] } },
      /“unembed.b_U” is not zero/,
    ],
    ['layer normalisation', { 'ln_final.w': filled([16]) }, /layer normalisation .*ln_final\.w/],
    ['too few answers', { 'unembed.W_U': filled([16, 5]), 'unembed.b_U': undefined }, /5 answers/],
    ['no hidden layer', { 'blocks.0.mlp.W_in': undefined }, /“blocks.0.mlp.W_in” is missing/],
    ['a wrong shape', { 'blocks.0.attn.W_O': filled([2, 8, 15]) }, /2×8×15.* 2×8×16/],
  ] as const)('is refused with %s', async ([, changes, message]) => {
    const tensors = changed(lensTensors(usual, true), changes);
    expect(await openRefusal(writeTorch(tensors))).toMatch(message);
  });
});
