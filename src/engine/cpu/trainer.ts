/** One network on one memory: the passes a step is made of, on any kernels. */
import { isTransformer, type RunConfiguration } from '../../model/configuration.ts';
import type { ParameterSet } from '../../model/parameters.ts';
import type { EngineStart } from '../training-engine.ts';
import { allocateParameters, type FlatParameters } from './flat-parameters.ts';
import type { KernelMemory, Pointer } from './kernels.ts';
import { Layout } from './layout.ts';
import type { CpuNetwork, LogitPlace } from './network.ts';
import { deepTransformer } from './networks/deep-transformer.ts';
import { factoredTransformer } from './networks/factored-transformer.ts';
import { linearModel } from './networks/linear-model.ts';
import type { Machine, NetworkPlan } from './networks/plan.ts';
import { laneCount, orderPairs, type PairBlock, type PairOrder } from './pair-order.ts';
import { allocateScratch, Products, type Scratch } from './products.ts';
import { largestProduct } from './scratch-size.ts';

/** Everything that is decided before there is a memory. */
export interface TrainerPlan {
  readonly start: EngineStart;
  readonly parameters: FlatParameters;
  readonly order: PairOrder;
  readonly scratch: readonly [Scratch, Scratch];
  /** By lane: two float64, the summed loss and the right answers, of train and of test pairs. */
  readonly sums: readonly { readonly train: Pointer; readonly test: Pointer }[];
  readonly correct: Pointer;
  readonly wrong: Pointer;
  readonly makeNetwork: (machine: Machine) => CpuNetwork;
  readonly bytes: number;
}

/**
 * Plans the cheapest way to train this network. The same start always gives the same addresses.
 *
 * @param causalMask positions see only themselves and earlier ones; no trained network is like that
 */
export function planTrainer(start: EngineStart, causalMask = false): TrainerPlan {
  const { configuration, dataset } = start;
  const layout = new Layout();
  const parameters = allocateParameters(configuration, layout);
  const order = orderPairs(dataset, layout);
  const cells = largestProduct(configuration);
  const scratch = [allocateScratch(layout, cells), allocateScratch(layout, cells)] as const;
  const sums = Array.from({ length: laneCount }, () => {
    const pointer = layout.allocate(16);
    return { train: pointer, test: pointer + 16 };
  });
  const pairs = dataset.labels.length;
  const correct = layout.allocate(pairs);
  const wrong = layout.allocate(pairs);
  const makeNetwork = networkPlan(configuration)(configuration, parameters, layout, causalMask);
  const { bytes } = layout;
  return { start, parameters, order, scratch, sums, correct, wrong, makeNetwork, bytes };
}

function networkPlan(configuration: RunConfiguration): NetworkPlan {
  if (!isTransformer(configuration)) return linearModel;
  const isShallow = configuration.layers === 1 && !configuration.equalsToken;
  return isShallow ? factoredTransformer : deepTransformer;
}

/** Runs the passes of a plan on a memory. */
export class Trainer {
  private readonly network: CpuNetwork;
  private readonly trainWeight: number;

  constructor(
    readonly plan: TrainerPlan,
    readonly memory: KernelMemory,
  ) {
    const { kernels, numbers } = memory;
    const [first, second] = plan.scratch;
    const products = [new Products(kernels, first), new Products(kernels, second)] as const;
    this.network = plan.makeNetwork({ kernels, products, numbers });
    this.trainWeight = 1 / plan.start.dataset.trainCount;
  }

  /** Copies weights, moments and the pairs into the memory. */
  writeStart(): void {
    const { order, start, parameters } = this.plan;
    this.writeParameters(start.parameters);
    if (start.optimiser !== undefined) {
      const { firstMoments, secondMoments } = start.optimiser;
      parameters.write(this.memory.numbers, parameters.firstMoments, firstMoments);
      parameters.write(this.memory.numbers, parameters.secondMoments, secondMoments);
    }
    order.write(this.memory.integers);
  }

  /** Copies other weights in. */
  writeParameters(parameters: ParameterSet): void {
    this.plan.parameters.write(this.memory.numbers, this.plan.parameters.values, parameters);
  }

  /** Tables of the present parameters. */
  prepare(): void {
    this.network.prepare();
  }

  /**
   * All pairs of a lane: losses, answers and, when asked, gradients.
   *
   * @param visit told of every block's logits before the next is computed
   */
  runLane(lane: number, differentiates: boolean, visit?: BlockVisitor): void {
    const { train, test } = this.plan.sums[lane] as { train: Pointer; test: Pointer };
    this.memory.sums.fill(0, train / 8, train / 8 + 4);
    if (differentiates) this.network.clearGradients(lane);
    for (const block of this.plan.order.lanes[lane] ?? []) {
      const place = this.network.forward(block, lane);
      const learns = differentiates && block.train;
      this.measure(block, place, lane, learns, block.train ? train : test);
      visit?.(block, place);
      if (learns) this.network.backward(block, lane);
    }
  }

  /** From the lanes' sums to the gradients of all parameters. */
  finish(): void {
    this.network.finish();
  }

  /** Loss and right answers, summed over the lanes. */
  sums(kind: 'train' | 'test'): { readonly loss: number; readonly hits: number } {
    let loss = 0;
    let hits = 0;
    for (const lane of this.plan.sums) {
      loss += this.memory.sums[lane[kind] / 8] as number;
      hits += this.memory.sums[lane[kind] / 8 + 1] as number;
    }
    return { loss, hits };
  }

  private measure(
    { rows, labels, places }: PairBlock,
    { logits, gradients, stride, classes }: LogitPlace,
    lane: number,
    learns: boolean,
    sums: Pointer,
  ): void {
    this.memory.kernels.pairLoss(
      rows,
      classes,
      logits,
      stride,
      labels,
      places,
      this.trainWeight,
      learns ? gradients : 0,
      (this.plan.scratch[lane] as Scratch).rows,
      sums,
      this.plan.correct,
      this.plan.wrong,
    );
  }
}

/** Sees a block's logits. */
export type BlockVisitor = (block: PairBlock, place: LogitPlace) => void;
