/** What the optimiser needs to know of each step ahead, and where the GPU notes the losses. */
import type { RunConfiguration } from '../../model/configuration.ts';

const firstBeta = 0.9;
const secondBeta = 0.98;
const epsilon = 1e-8;

/** Every so many steps decayed moments and weights near zero are set to zero. */
const flushInterval = 64;

/** Most steps of one submission. */
export const scheduleCapacity = 256;

/** Bytes of a row of four numbers. */
const rowBytes = 16;

/**
 * The schedule buffer in rows of four: a step counter a network, then a row a step and network with
 * the optimiser's numbers, then as many for summed losses and right answers.
 */
export function scheduleBytes(networks: number): number {
  return rowBytes * networks * (1 + 2 * scheduleCapacity);
}

/** Where the losses begin, in bytes. */
export function historyOffset(networks: number): number {
  return rowBytes * networks * (1 + scheduleCapacity);
}

/**
 * Counter and optimiser rows for `count` steps. The counter stands before the first of them: the GPU
 * counts as a step begins.
 *
 * @param step number of updates made so far
 */
export function scheduleRows(
  configurations: readonly Pick<RunConfiguration, 'learningRate' | 'weightDecay'>[],
  step: number,
  count: number,
): Float32Array<ArrayBuffer> {
  const networks = configurations.length;
  const rows = new Float32Array(4 * networks * (1 + count));
  for (let network = 0; network < networks; network++) rows[4 * network] = -1;
  for (let index = 0; index < count; index++) {
    const now = step + index;
    // The authors' warm-up, and AdamW's corrections for moments that are kept divided by (1 − β).
    const warmUp = Math.min(now / 10, 1);
    const firstCorrection = (1 - firstBeta) / (1 - firstBeta ** (now + 1));
    const secondCorrection = Math.sqrt((1 - secondBeta) / (1 - secondBeta ** (now + 1)));
    for (const [network, { learningRate, weightDecay }] of configurations.entries()) {
      const rate = learningRate * warmUp;
      rows.set(
        [
          1 - rate * weightDecay,
          (rate * firstCorrection) / secondCorrection,
          epsilon / secondCorrection,
          now % flushInterval === flushInterval - 1 ? 1 : 0,
        ],
        4 * (networks * (1 + index) + network),
      );
    }
  }
  return rows;
}
