/**
 * The paper's linear models (SCIENCE section 2), with e the embedding rows and U the unembedding:
 *
 *   α  U·ReLU(L1(e_a + e_b))                 γ  U·ReLU(L2·ReLU(L1 e_a + L1 e_b))
 *   β  U·ReLU(L2·ReLU(L1(e_a + e_b)))        δ  U·ReLU(L1[e_a; e_b])
 *
 * L1 is applied to tokens, not to pairs. In γ its bias counts twice, as in the authors' release.
 */

import { rectified } from '../tape/activations.ts';
import { pairSum } from '../tape/pair-sum.ts';
import { linearMap } from '../tape/products.ts';
import { sliced } from '../tape/shapes.ts';
import { rowAdded, scaled } from '../tape/sums.ts';
import type { NetworkForward } from './network.ts';

/** Logits of a linear model. */
export const linearModel: NetworkForward = (tape, configuration, parameters) => {
  const { model, width } = configuration;
  const embedding = parameters('embed.weight');
  const weights = parameters('l1.weight');
  const bias = parameters('l1.bias');

  const concatenated = model === 'linear-delta';
  const half = width / 2;
  const firstWeights = concatenated ? sliced(tape, weights, 1, 0, half) : weights;
  const secondWeights = concatenated ? sliced(tape, weights, 1, half, half) : weights;
  const first = linearMap(tape, embedding, firstWeights);
  const second = rowAdded(
    tape,
    linearMap(tape, embedding, secondWeights),
    model === 'linear-gamma' ? scaled(tape, bias, 2) : bias,
  );

  let hidden = rectified(tape, pairSum(tape, first, second, []));
  if (model === 'linear-beta' || model === 'linear-gamma') {
    const deeper = linearMap(tape, hidden, parameters('l2.weight'));
    hidden = rectified(tape, rowAdded(tape, deeper, parameters('l2.bias')));
  }
  return linearMap(tape, hidden, parameters('unembed.weight'));
};
