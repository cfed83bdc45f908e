/** Small networks for tests. */
import { createRandomStream } from '../../src/math/random.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { createDataset } from '../../src/model/dataset.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { initialParameters, type ParameterSet } from '../../src/model/parameters.ts';

/** A configuration small enough for any backend: p = 5, width 16, unless `changes` says otherwise. */
export function smallConfiguration(changes: Partial<RunConfiguration> = {}): RunConfiguration {
  return { ...defaultConfiguration, p: 5, width: 16, seed: 3, ...changes };
}

/** What an engine starts from: a run's own first weights and split. */
export function startOf(configuration: RunConfiguration) {
  return {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
}

/** Weights that hide no mistake: biases are drawn too, where a run would start with zeros. */
export function randomParameters(configuration: RunConfiguration): ParameterSet {
  const random = createRandomStream(configuration.seed, 'test weights');
  return new Map(
    [...initialParameters(configuration)].map(([name, values]) => [
      name,
      values.map((value) => value + 0.1 * random.normal()),
    ]),
  );
}

/** All pairs of a modulus, index a·p + b. */
export function allPairs(p: number): [a: number, b: number][] {
  return Array.from({ length: p * p }, (_, pair) => [Math.floor(pair / p), pair % p]);
}
