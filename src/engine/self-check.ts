/** A known answer that an engine must give before anything it computes is shown. */
import { createDataset } from '../model/dataset.ts';
import { defaultConfiguration } from '../model/fields.ts';
import { initialParameters } from '../model/parameters.ts';
import { createPlainEngine } from './cpu/cpu-engine.ts';
import type { EngineStart, TrainingEngine } from './training-engine.ts';

/** Updates that are compared. */
const steps = 4;
const tolerance = 1e-3;

/**
 * Trains a tiny network for a few steps and compares the losses with plain code.
 *
 * @throws Error when they differ
 */
export async function checkEngine(
  create: (start: EngineStart) => Promise<TrainingEngine>,
): Promise<void> {
  const configuration = { ...defaultConfiguration, p: 5, width: 16, attentionRate: 0.5 };
  const start = {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
  const engine = await create(start);
  try {
    const computed = await engine.advance(steps);
    const expected = await createPlainEngine(start).advance(steps);
    for (const [index, { trainLoss, testLoss }] of expected.entries()) {
      const entry = computed[index];
      if (!isNear(entry?.trainLoss, trainLoss) || !isNear(entry?.testLoss, testLoss)) {
        throw new Error('a known step comes out wrong');
      }
    }
  } finally {
    engine.dispose();
  }
}

function isNear(computed: number | undefined, expected: number): boolean {
  return computed !== undefined && Math.abs(computed - expected) <= tolerance * Math.abs(expected);
}
