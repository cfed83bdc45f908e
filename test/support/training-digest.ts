/** A run boiled down to a few words, to be compared between machines and browsers. */
import { createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { createDataset } from '../../src/model/dataset.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { initialParameters, type ParameterSet } from '../../src/model/parameters.ts';

/** Losses of some steps, and a digest of the weights' bits at the end. */
export interface TrainingDigest {
  readonly losses: readonly number[];
  readonly weights: number;
}

/** Trains on WebAssembly from numbers drawn by a rule of integers, the same everywhere. */
export async function trainingDigest(
  changes: Partial<RunConfiguration>,
  steps: number,
): Promise<TrainingDigest> {
  const configuration = { ...defaultConfiguration, ...changes };
  const engine = await createWasmEngine({
    configuration,
    dataset: createDataset(configuration),
    parameters: plainNumbers(initialParameters(configuration)),
  });
  const metrics = await engine.advance(steps);
  const parameters = await engine.parameters();
  engine.dispose();
  return { losses: metrics.map(({ trainLoss }) => trainLoss), weights: digest(parameters) };
}

/** Math.log and Math.cos, which draw first weights, may differ between engines: not these. */
function plainNumbers(parameters: ParameterSet): ParameterSet {
  let state = 12345;
  return new Map(
    [...parameters].map(([name, values]) => [
      name,
      values.map(() => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return (state / 2 ** 32 - 0.5) / 4;
      }),
    ]),
  );
}

/** FNV-1a over the bits of all weights. */
function digest(parameters: ParameterSet): number {
  let hash = 0x811c9dc5;
  for (const values of parameters.values()) {
    for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
  }
  return hash;
}
