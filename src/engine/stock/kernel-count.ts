/** Counts the operations a device is given: each costs a launch, whatever its size. */
import * as tf from '@tensorflow/tfjs-core';

/** Number of TensorFlow.js kernels that run, on the active backend, while `work` is done. */
export async function countKernels(work: () => Promise<unknown>): Promise<number> {
  const { kernels } = await tf.profile(async () => {
    await work();
    return [];
  });
  return kernels.length;
}
