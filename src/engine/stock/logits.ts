/** Logits of networks with changed weights, on the backend that is active: for the analysis. */
import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network.ts';
import { parameterSpecifications } from '../../model/parameters.ts';
import { networkForward } from './networks.ts';
import { type Node, Tape } from './tape.ts';

/** Computes logits again and again for networks that share most of their weights. */
export interface LogitsComputer {
  /** Logits of all pairs, p² × vocabulary, row a·p + b. */
  logits(network: Network): Promise<Float32Array>;
  /** Frees the weights that are kept on the device. */
  dispose(): void;
}

/** Weights stay on the device for as long as the same array is given again. */
export function createLogitsComputer(): LogitsComputer {
  const kept = new Map<string, { values: Float32Array; tensor: tf.Tensor }>();

  function weight(name: string, shape: readonly number[], values: Float32Array): tf.Tensor {
    const known = kept.get(name);
    if (known?.values === values) return known.tensor;
    known?.tensor.dispose();
    const tensor = tf.keep(tf.tensor(values, [...shape]));
    kept.set(name, { values, tensor });
    return tensor;
  }

  return {
    async logits({ configuration, parameters, causalMask }) {
      const leaves = new Map<string, Node>();
      const tape = new Tape();
      for (const { name, shape } of parameterSpecifications(configuration)) {
        const values = parameters.get(name) as Float32Array;
        leaves.set(name, tape.leaf(weight(name, shape, values)));
      }
      const logits = tf.tidy(() => {
        const forward = networkForward(configuration);
        return forward(tape, configuration, (name) => leaves.get(name) as Node, causalMask).value;
      });
      const values = (await logits.data()) as Float32Array;
      logits.dispose();
      // WebAssembly's answer is a view of memory that will be used again.
      return Float32Array.from(values);
    },
    dispose() {
      for (const { tensor } of kept.values()) tensor.dispose();
      kept.clear();
    },
  };
}
