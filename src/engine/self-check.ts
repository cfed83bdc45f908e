/** A known answer that an engine must give before anything it computes is shown. */
import type { RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { defaultConfiguration } from '../model/fields.ts';
import { initialParameters } from '../model/parameters.ts';
import type { EngineStart, TrainingEngine } from './training-engine.ts';
import { words } from './trial-words.ts';

/** The network that is trained: tiny, one layer, with attention and everything the paper's usual one has. */
export const knownConfiguration: RunConfiguration = {
  ...defaultConfiguration,
  ...{ p: 5, width: 16, attentionRate: 0.5, seed: 1, steps: 4 },
};

/**
 * Its losses before each of four updates, computed once in 64-bit floating point: no engine is its
 * own judge.
 */
export const knownLosses: readonly { readonly trainLoss: number; readonly testLoss: number }[] = [
  { trainLoss: 2.144329458759864, testLoss: 2.2348798280489173 },
  { trainLoss: 2.144329458759864, testLoss: 2.2348798280489173 },
  { trainLoss: 2.1342280179801327, testLoss: 2.231843837036164 },
  { trainLoss: 2.114406249024276, testLoss: 2.225989966564865 },
];

/** Share by which losses may differ: 32-bit engines add in different orders. */
const tolerance = 1e-4;

/**
 * Trains a tiny network for a few steps and compares the losses with known ones. Takes a few
 * milliseconds once the engine's code is compiled.
 *
 * @throws Error when they differ
 */
export async function checkEngine(
  create: (start: EngineStart) => Promise<TrainingEngine>,
): Promise<void> {
  const engine = await create({
    configuration: knownConfiguration,
    dataset: createDataset(knownConfiguration),
    parameters: initialParameters(knownConfiguration),
  });
  try {
    const computed = await engine.advance(knownLosses.length);
    for (const [index, { trainLoss, testLoss }] of knownLosses.entries()) {
      const entry = computed[index];
      if (!isNear(entry?.trainLoss, trainLoss) || !isNear(entry?.testLoss, testLoss)) {
        throw new Error(words('wrongStep'));
      }
    }
  } finally {
    engine.dispose();
  }
}

function isNear(computed: number | undefined, expected: number): boolean {
  return computed !== undefined && Math.abs(computed - expected) <= tolerance * expected;
}
