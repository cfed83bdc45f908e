/** Logits of networks with changed weights, again and again: for the analysis. */
import type { RunConfiguration } from '../../model/configuration.ts';
import { datasetFromTrainPairs } from '../../model/dataset.ts';
import type { Network } from '../../model/network.ts';
import { collectLogits } from './collect-logits.ts';
import { createPlainKernels } from './plain-kernels.ts';
import { planTrainer, Trainer } from './trainer.ts';
import { createVectorKernels, hasVectorKernels } from './vector-kernels.ts';

/** Computes logits of one network after the other. */
export interface LogitsComputer {
  /** Which kernels do it. */
  readonly backend: 'wasm' | 'cpu';
  /** Logits of all pairs, p² × vocabulary, row a·p + b. */
  logits(network: Network): Promise<Float32Array>;
}

/** The memory of the last network is kept for as long as networks of its shape follow. */
export async function createLogitsComputer(): Promise<LogitsComputer> {
  const vectors = await hasVectorKernels();
  let kept: { readonly shape: string; readonly trainer: Trainer } | undefined;

  async function trainerFor({ configuration, parameters, causalMask }: Network): Promise<Trainer> {
    const shape = JSON.stringify([configuration, causalMask]);
    if (kept?.shape === shape) return kept.trainer;
    const plan = planTrainer(startOf(configuration, parameters), causalMask);
    const memory = vectors ? await createVectorKernels(plan.bytes) : createPlainKernels(plan.bytes);
    const trainer = new Trainer(plan, memory);
    trainer.writeStart();
    kept = { shape, trainer };
    return trainer;
  }

  return {
    backend: vectors ? 'wasm' : 'cpu',
    async logits(network) {
      const trainer = await trainerFor(network);
      trainer.writeParameters(network.parameters);
      return collectLogits(trainer);
    },
  };
}

/** Nothing is trained: all pairs are test pairs. */
function startOf(configuration: RunConfiguration, parameters: Network['parameters']) {
  return { configuration, parameters, dataset: datasetFromTrainPairs(configuration.p, []) };
}
