/** What the optimiser needs to know of each step ahead, and where the GPU notes the losses. */
import { type AdamSettings, scaledAdamFactors } from '../../model/adam-schedule.ts';

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
  configurations: readonly AdamSettings[],
  step: number,
  count: number,
): Float32Array<ArrayBuffer> {
  const networks = configurations.length;
  const rows = new Float32Array(4 * networks * (1 + count));
  for (let network = 0; network < networks; network++) rows[4 * network] = -1;
  for (let index = 0; index < count; index++) {
    const now = step + index;
    const flushes = now % flushInterval === flushInterval - 1 ? 1 : 0;
    for (const [network, settings] of configurations.entries()) {
      const { kept, stepSize, epsilon } = scaledAdamFactors(now, settings);
      rows.set([kept, stepSize, epsilon, flushes], 4 * (networks * (1 + index) + network));
    }
  }
  return rows;
}
