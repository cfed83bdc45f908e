/** The order in which pairs are computed: train pairs first, in blocks, shared out over two lanes. */
import type { Dataset } from '../../model/dataset.ts';
import type { Pointer } from './kernels.ts';
import type { Layout } from './layout.ts';

/**
 * Gradients are always summed in two lanes that are added at the end, so that one thread and two
 * give the same bits.
 */
export const laneCount = 2;

/** Pairs of a block: its hidden layer fits into a processor's second-level cache. */
export const blockRows = 64;

/** Pairs that are computed together. Pointers to 32-bit integers, one a pair. */
export interface PairBlock {
  readonly rows: number;
  /** True for pairs that are trained on: a block never holds both kinds. */
  readonly train: boolean;
  /** a and b of each pair. */
  readonly firsts: Pointer;
  readonly seconds: Pointer;
  /** Right answers. */
  readonly labels: Pointer;
  /** Index a·p + b of each pair. */
  readonly places: Pointer;
}

/** All blocks, by lane. */
export interface PairOrder {
  readonly lanes: readonly (readonly PairBlock[])[];
  /** Copies the pairs in. */
  write(integers: Int32Array): void;
}

/** Orders the pairs of a dataset. */
export function orderPairs(dataset: Dataset, layout: Layout): PairOrder {
  const { p, labels, trainMask } = dataset;
  const pairs = labels.length;
  const columns = {
    firsts: layout.allocate(pairs),
    seconds: layout.allocate(pairs),
    labels: layout.allocate(pairs),
    places: layout.allocate(pairs),
  };
  const order = [...Array(pairs).keys()];
  order.sort((left, right) => (trainMask[right] as number) - (trainMask[left] as number));

  function blocksOf(start: number, end: number, train: boolean): PairBlock[] {
    const blocks: PairBlock[] = [];
    for (let from = start; from < end; from += blockRows) {
      blocks.push({
        rows: Math.min(blockRows, end - from),
        train,
        firsts: columns.firsts + 4 * from,
        seconds: columns.seconds + 4 * from,
        labels: columns.labels + 4 * from,
        places: columns.places + 4 * from,
      });
    }
    return blocks;
  }

  const { trainCount } = dataset;
  const lanes = Array.from({ length: laneCount }, (_, lane) => {
    const share = (count: number, part: number) => Math.ceil((count * part) / laneCount);
    const tests = pairs - trainCount;
    return [
      ...blocksOf(share(trainCount, lane), share(trainCount, lane + 1), true),
      ...blocksOf(trainCount + share(tests, lane), trainCount + share(tests, lane + 1), false),
    ];
  });

  return {
    lanes,
    write(integers) {
      for (const [index, pair] of order.entries()) {
        integers[columns.firsts / 4 + index] = Math.floor(pair / p);
        integers[columns.seconds / 4 + index] = pair % p;
        integers[columns.labels / 4 + index] = labels[pair] as number;
        integers[columns.places / 4 + index] = pair;
      }
    },
  };
}
