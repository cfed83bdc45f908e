/** Parameters as TensorFlow.js tensors, without a way through the CPU. */
import * as tf from '@tensorflow/tfjs-core';
import type { RunConfiguration } from '../../model/configuration.ts';
import { parameterSpecifications, shapeSize } from '../../model/parameters.ts';
import type { BufferSet } from './buffers.ts';

/**
 * Buffers of the parameters' exact sizes (TensorFlow.js reads the whole of a buffer it is given), and
 * tensors over them. They are made when first asked for and belong to the engine.
 */
export class ParameterSnapshot {
  private targets: GPUBuffer[] | undefined;
  private tensors = new Map<string, tf.Tensor>();

  constructor(
    private readonly configuration: RunConfiguration,
    private readonly buffers: BufferSet,
  ) {}

  /**
   * The tensors after `copy` has filled the buffers. They replace those of the call before, which
   * TensorFlow.js may have read and remembered.
   */
  take(copy: (targets: readonly GPUBuffer[]) => void): ReadonlyMap<string, tf.Tensor> {
    const specifications = parameterSpecifications(this.configuration);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    this.targets ??= specifications.map(({ shape }) =>
      this.buffers.createExact(4 * shapeSize(shape), usage),
    );
    this.disposeTensors();
    copy(this.targets);
    for (const [index, { name, shape }] of specifications.entries()) {
      const buffer = this.targets[index] as GPUBuffer;
      this.tensors.set(name, tf.keep(tf.tensor({ buffer, zeroCopy: true }, [...shape])));
    }
    return this.tensors;
  }

  /** Frees the tensors; the buffers go with their set. */
  disposeTensors(): void {
    for (const tensor of this.tensors.values()) tensor.dispose();
    this.tensors.clear();
  }
}
