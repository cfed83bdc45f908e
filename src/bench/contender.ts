/**
 * What the benchmark measures: ways to train the same network, all behind one small interface.
 * `case.ts` opens them, lets them train in turns and compares their losses.
 */
import type { EngineStart } from '../engine/training-engine.ts';

export type { EngineStart };

/** Names used on the command line and in results. */
export const contenderNames = [
  'wasm',
  'wasm-2-threads',
  'plain',
  'webgpu',
  'tfjs',
  'tfjs-autograd',
  'tfjs-webgpu',
  'tfjs-webgpu-autograd',
  'jax-js',
  'pytorch',
  'pytorch-factored',
] as const;

export type ContenderName = (typeof contenderNames)[number];

/** Losses of one step, in nats, measured before its update. */
export interface StepLosses {
  readonly trainLoss: number;
  readonly testLoss: number;
}

/** What a step costs besides time; null where it has no meaning or cannot be known. */
export interface StepCosts {
  /** Operations the device is given for one step, each with a launch of its own. */
  readonly launchesPerStep: number | null;
  /** Milliseconds of JavaScript until a step is handed to a device that works by itself. */
  readonly encodeMilliseconds: number | null;
  /** Most bytes held at once: weights, optimiser, task and what a step needs in between. */
  readonly bytes: number | null;
}

/** One network in training. One call at a time. */
export interface Trainer {
  /** Gets the device ready for a turn of this trainer; not part of its time. */
  prepare?(): Promise<void>;
  /** Makes `count` updates and waits until they are done. @returns one entry an update */
  advance(count: number): Promise<readonly StepLosses[]>;
  /** May make a few updates to find out. */
  costs(): Promise<StepCosts>;
  close(): void | Promise<void>;
}

/** A way to train. */
export interface Contender {
  readonly name: ContenderName;
  /** For people, for example "TensorFlow.js, autograd". */
  readonly label: string;
  /** Where it computes, for example "WebAssembly, 1 thread". */
  readonly runsOn: string;
  /**
   * A network with these first weights, at step 0 of the optimiser.
   *
   * @throws Unavailable when it cannot be had here
   */
  open(start: EngineStart): Promise<Trainer>;
}

/** Why a contender does not take part, in one plain sentence without a full stop. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
