/** What a network is to the trainer on the CPU. */
import type { Pointer } from './kernels.ts';
import type { PairBlock } from './pair-order.ts';

/** Where a block's logits and their gradient lie in a lane. */
export interface LogitPlace {
  readonly logits: Pointer;
  /** The gradient goes here before `backward`. */
  readonly gradients: Pointer;
  /** Numbers from one pair to the next, in both. */
  readonly stride: number;
  readonly classes: number;
}

/**
 * A network whose pairs are computed block by block. Lanes may run on different threads: they read
 * the same tables and write only what is theirs.
 */
export interface CpuNetwork {
  /** Everything that is computed once a step for tokens, before any pair. */
  prepare(): void;
  /** Logits of a block of pairs. */
  forward(block: PairBlock, lane: number): LogitPlace;
  /** Sets a lane's gradient sums to zero. */
  clearGradients(lane: number): void;
  /** From a block's logit gradients to the lane's sums. Follows the block's `forward`. */
  backward(block: PairBlock, lane: number): void;
  /** From the sums of all lanes to the gradients of all parameters. */
  finish(): void;
}
