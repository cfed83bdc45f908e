/** Guesses what a file does not tell: the setting with which the weights answer best. */
import { createRandomStream } from '../../math/random.ts';
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import { batchLogits } from '../../model/forward.ts';
import type { Network } from '../../model/network.ts';
import { parameterCount } from '../../model/parameters.ts';
import { type PreciseParameters, preciseParameters } from '../../model/precise-parameters.ts';

/** Pairs that are tried, fewer for large networks: the guess should take no more than seconds. */
const mostPairs = 96;
const fewestPairs = 8;
const mostProducts = 4e7;

/** Beyond so many parameters only every quarter is tried as attention rate. */
const mostParameters = 2e6;

/** Attention rates that are tried. */
export function triedRates(configuration: RunConfiguration): readonly number[] {
  const parts = parameterCount(configuration) > mostParameters ? 4 : 10;
  return Array.from({ length: parts + 1 }, (_, index) => index / parts);
}

/** The candidate with the lowest loss on a sample of pairs; all must share their weights. */
export function bestFit(candidates: readonly [Network, ...Network[]]): Network {
  const [first] = candidates;
  if (candidates.length === 1) return first;
  const parameters = preciseParameters(first.parameters);
  const losses = candidates.map((network) => sampledLoss(network, parameters));
  const lowest = losses.indexOf(Math.min(...losses));
  return candidates[lowest] ?? first;
}

/** Mean cross-entropy over a fixed random sample of pairs. */
function sampledLoss(network: Network, parameters: PreciseParameters): number {
  const { configuration, answerClasses } = network;
  const { p } = configuration;
  const { vocabulary, context } = modelDimensions(configuration);
  const random = createRandomStream(1, 'best fit');
  const affordable = Math.floor(mostProducts / (parameterCount(configuration) * context));
  const count = Math.max(fewestPairs, Math.min(mostPairs, affordable));
  const first = Int32Array.from({ length: count }, () => random.integer(p));
  const second = Int32Array.from({ length: count }, () => random.integer(p));
  const logits = batchLogits(network, { first, second }, parameters);
  let sum = 0;
  for (let row = 0; row < count; row++) {
    const answer = ((first[row] as number) + (second[row] as number)) % p;
    sum += crossEntropy(
      logits.subarray(row * vocabulary, row * vocabulary + answerClasses),
      answer,
    );
  }
  return sum / count;
}

function crossEntropy(logits: Float64Array, answer: number): number {
  const highest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
  return highest + Math.log(total) - (logits[answer] as number);
}
