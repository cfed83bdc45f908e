/** Options of the benchmark that mean something else, or nothing, to the other commands. */
import { gpuPlan, type Plan, quickPlan, standardPlan } from '../../bench/plan.ts';
import { isTransformer, type RunConfiguration } from '../../model/configuration.ts';
import { type ParsedArguments, UsageError, wholeNumber } from '../arguments.ts';
import type { BenchBackend } from './contenders.ts';

/** Network on a GPU when the command line names none: software adapters are slow. */
const gpuSize = { p: 31, width: 64 };

type Extras = ParsedArguments['extras'];

/** How long each part may take. @throws UsageError */
export function planOf(backend: BenchBackend, quick: boolean, extras: Extras): Plan {
  const plan = backend === 'webgpu' ? gpuPlan : quick ? quickPlan : standardPlan;
  return {
    ...plan,
    ...(extras['flat-steps'] !== undefined && {
      lateStep: wholeNumber('flat-steps', extras['flat-steps'], 2),
    }),
    ...(extras.steps !== undefined && { mostSteps: wholeNumber('steps', extras.steps, 1) }),
  };
}

/** WebAssembly when none is named. @throws UsageError */
export function benchBackend(given: string | boolean | undefined): BenchBackend {
  if (given === undefined || given === 'wasm') return 'wasm';
  if (given === 'webgpu') return given;
  throw new UsageError(`--backend must be wasm or webgpu for the benchmark, not "${given}".`);
}

/** The network, smaller where the command line leaves its size open. */
export function sizedForGpu(configuration: RunConfiguration, extras: Extras): RunConfiguration {
  return {
    ...configuration,
    ...(extras.p === undefined && { p: gpuSize.p }),
    ...(extras.width === undefined && { width: gpuSize.width }),
  };
}

/** The others repeat the factored step only. @throws UsageError */
export function requireFactored(configuration: RunConfiguration): void {
  if (!isTransformer(configuration) || configuration.layers > 1 || configuration.equalsToken) {
    throw new UsageError(
      'The benchmark compares transformers with one layer and no "=" token: leave out --model, --layers and --equals.',
    );
  }
}
