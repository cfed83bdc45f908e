/** Networks as the tensors that checkpoints hold. */
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { type ParameterSet, parameterSpecifications } from '../../../src/model/parameters.ts';
import { randomParameters } from '../../support/networks.ts';
import type { SavedTensor } from './torch-writer.ts';

/** A network's parameters by name, in the release's shapes. */
export function savedTensors(
  configuration: RunConfiguration,
  parameters: ParameterSet = randomParameters(configuration),
): Record<string, SavedTensor> {
  return Object.fromEntries(
    parameterSpecifications(configuration).map(({ name, shape }) => [
      name,
      { shape, values: parameters.get(name) ?? [] },
    ]),
  );
}

/** A copy in which some tensors are replaced, or left out where the replacement is undefined. */
export function changed(
  tensors: Readonly<Record<string, SavedTensor>>,
  changes: Readonly<Record<string, SavedTensor | undefined>>,
): Record<string, SavedTensor> {
  return Object.fromEntries(
    Object.entries({ ...tensors, ...changes }).flatMap(([name, tensor]) =>
      tensor === undefined ? [] : [[name, tensor]],
    ),
  );
}

/** A tensor of equal numbers. */
export function filled(shape: readonly number[], value = 0): SavedTensor {
  return { shape, values: new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(value) };
}
