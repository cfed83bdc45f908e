/** The task: all ordered pairs (a, b) with the answer a + b mod p, split once by the seed. */
import { createRandomStream, randomPermutation } from '../math/random.ts';
import type { RunConfiguration } from './configuration.ts';

/** All p² pairs in grid order: pair (a, b) has index a·p + b. */
export interface Dataset {
  readonly p: number;
  /** (a + b) mod p for each pair. */
  readonly labels: Int32Array;
  /** 1 for pairs that are trained on, 0 for test pairs. */
  readonly trainMask: Uint8Array;
  readonly trainCount: number;
  readonly testCount: number;
}

/**
 * The dataset of a run: ⌊fraction·p²⌋ random pairs are for training, at least one and at most all
 * but one.
 */
export function createDataset(
  configuration: Pick<RunConfiguration, 'p' | 'trainFraction' | 'seed'>,
): Dataset {
  const { p, trainFraction, seed } = configuration;
  const pairs = p * p;
  const trainCount = Math.min(pairs - 1, Math.max(1, Math.floor(trainFraction * pairs)));
  const order = randomPermutation(pairs, createRandomStream(seed, 'split'));
  return datasetFromTrainPairs(p, order.subarray(0, trainCount));
}

/** A dataset with a given set of train pairs (indices a·p + b), for known splits. */
export function datasetFromTrainPairs(p: number, trainPairs: ArrayLike<number>): Dataset {
  const pairs = p * p;
  const trainMask = new Uint8Array(pairs);
  for (let index = 0; index < trainPairs.length; index++)
    trainMask[trainPairs[index] as number] = 1;
  const trainCount = trainMask.reduce((count, flag) => count + flag, 0);
  return {
    p,
    labels: Int32Array.from(
      { length: pairs },
      (_, pair) => (Math.floor(pair / p) + (pair % p)) % p,
    ),
    trainMask,
    trainCount,
    testCount: pairs - trainCount,
  };
}
