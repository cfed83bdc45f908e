/** Counts the operations a device is given: each costs a launch, whatever its size. */
import * as tf from '@tensorflow/tfjs-core';

/** What was seen while work was done on the active backend. */
export interface KernelProfile {
  /** Number of TensorFlow.js kernels that ran. */
  readonly kernels: number;
  /** Most bytes of all tensors together, those from before included. */
  readonly peakBytes: number;
}

/** Watches the kernels that run, on the active backend, while `work` is done. */
export async function profileKernels(work: () => Promise<unknown>): Promise<KernelProfile> {
  const { kernels, peakBytes } = await tf.profile(async () => {
    await work();
    return [];
  });
  return { kernels: kernels.length, peakBytes };
}

/** Number of TensorFlow.js kernels that run, on the active backend, while `work` is done. */
export async function countKernels(work: () => Promise<unknown>): Promise<number> {
  return (await profileKernels(work)).kernels;
}

/** Bytes of all tensors that TensorFlow.js holds at present, on all backends. */
export function heldBytes(): number {
  return tf.memory().numBytes;
}
