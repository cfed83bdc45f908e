import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createTaskTensors, disposeTaskTensors, pairLoss } from '../../../src/engine/stock/loss.ts';
import { type Dataset, datasetFromTrainPairs } from '../../../src/model/dataset.ts';
import { describeOnBackends } from '../../support/backends.ts';
import { allPairs } from '../../support/networks.ts';
import { plainLoss } from '../../support/plain-network.ts';

const p = 5;
const tolerance = 1e-5;

/** How far the answer's logit is ahead of the others: losses from 1e-20 to 200. */
const leads = [
  46.5, 37, 30.25, 24, 22, 12, 8, 5.5, 5, 4, 3.5, 2.25, 1, 0.25, 0, -0.5, -3, -20, -80, -200,
];

describe('the losses checked here', () => {
  it('lie where 1 − softmax is 0 in float32', () => {
    expect(plainLoss(logitRow(3, 22), 3)).toBeCloseTo(4.332e-10, 13);
    expect(plainLoss(logitRow(3, 46.5), 3)).toBeLessThan(1.1e-20);
    expect(Math.fround(1 - 4.332e-10)).toBe(1);
  });
});

describeOnBackends('the loss of a pair', () => {
  it.for(leads)('has full relative precision when the answer leads by %d', async (lead) => {
    const rows = allPairs(p).map(([a, b]) => logitRow((a + b) % p, lead));
    const expected = plainLoss(rows[3] as number[], 3);
    const { sums } = await lossOf(rows, datasetFromTrainPairs(p, [3]));
    expect(relativeError(sums[0] as number, expected)).toBeLessThan(tolerance);
  });

  it('is summed over train and test pairs apart, with the number of right answers', async () => {
    const rows = allPairs(p).map(([a, b], pair) => logitRow((a + b) % p, pair % 3 === 0 ? -1 : 2));
    const dataset = datasetFromTrainPairs(p, [0, 1, 2, 3, 4, 7, 12]);
    const { sums } = await lossOf(rows, dataset);
    const expected = [0, 0, 0, 0];
    rows.forEach((row, pair) => {
      const column = dataset.trainMask[pair] === 1 ? 0 : 1;
      expected[column] = (expected[column] as number) + plainLoss(row, label(pair));
      expected[2 + column] = (expected[2 + column] as number) + (pair % 3 === 0 ? 0 : 1);
    });
    expected.forEach((value, index) => {
      expect(relativeError(sums[index] as number, value)).toBeLessThan(tolerance);
    });
  });

  it('has a gradient with full relative precision down to 1e-13', async () => {
    const rows = allPairs(p).map(([a, b], pair) => logitRow((a + b) % p, leads[pair] ?? 1));
    const dataset = datasetFromTrainPairs(p, [...leads.keys()]);
    const { gradient } = await lossOf(rows, dataset);
    for (const [pair, row] of rows.entries()) {
      const expected = lossGradient(row, label(pair), pair < leads.length ? leads.length : 0);
      expected.forEach((value, c) => {
        const computed = gradient[pair * p + c] as number;
        if (Math.abs(value) > 1e-13) {
          expect(relativeError(computed, value), `pair ${pair}, class ${c}`).toBeLessThan(
            tolerance,
          );
        } else {
          expect(Math.abs(computed - value)).toBeLessThan(1e-18);
        }
      });
    }
  });
});

function label(pair: number): number {
  return (Math.floor(pair / p) + (pair % p)) % p;
}

/** Logits that float32 holds exactly: one rival, the others far behind it. */
function logitRow(answer: number, lead: number): number[] {
  return Array.from({ length: p }, (_, c) =>
    c === answer ? 1.5 + lead : 1.5 - ((c - answer + p - 1) % p),
  );
}

async function lossOf(rows: number[][], dataset: Dataset) {
  const [sums, gradient] = tf.tidy(() => {
    const task = createTaskTensors(dataset, p);
    const loss = pairLoss(tf.tensor2d(rows), task);
    const results = [loss.sums, loss.gradient()];
    disposeTaskTensors(task);
    return results;
  }) as [tf.Tensor, tf.Tensor];
  const result = { sums: await sums.data(), gradient: await gradient.data() };
  tf.dispose([sums, gradient]);
  return result;
}

/** softmax − one-hot, divided by the number of train pairs, without cancellation at the answer. */
function lossGradient(row: readonly number[], answer: number, trainCount: number): number[] {
  if (trainCount === 0) return row.map(() => 0);
  const highest = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const others = powers.reduce((sum, power, c) => sum + (c === answer ? 0 : power), 0);
  return powers.map((power, c) => (c === answer ? -others : power) / total / trainCount);
}

function relativeError(computed: number, expected: number): number {
  return Math.abs(computed - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
}
