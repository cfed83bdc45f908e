/** The `--backend` option: reads it, and gets the backend ready for a run. */
import {
  type BackendChoice,
  type BackendRequest,
  chooseBackend,
} from '../engine/backend-choice.ts';
import { backendNames } from '../engine/backends/inspections.ts';
import { usefulThreads } from '../engine/cpu/second-thread/useful-threads.ts';
import { installNodeGpu } from '../engine/node-gpu.ts';
import type { EngineStart } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { UsageError } from './arguments.ts';
import { provideGpu } from './gpu.ts';

/** The backend asked for; WebAssembly, which is the same everywhere, when none is. @throws UsageError */
export function backendOption(given: string | boolean | undefined): BackendRequest {
  if (given === undefined) return 'wasm';
  const choices: readonly string[] = ['auto', ...backendNames];
  if (!choices.includes(String(given))) {
    throw new UsageError(`--backend must be one of ${choices.join(', ')}, not "${String(given)}".`);
  }
  return given as BackendRequest;
}

/** Threads of one run: as many as are of use, unless a number is asked for. @throws UsageError */
export function threadsOption(
  given: string | boolean | undefined,
  configuration: RunConfiguration,
): 1 | 2 {
  if (given === undefined) return usefulThreads(configuration);
  if (given === '1') return 1;
  if (given === '2') return 2;
  throw new UsageError(`--threads must be 1 or 2, not "${String(given)}".`);
}

/** Activates a backend for this run and says on standard error when it is not the one asked for. */
export async function activateForRun(
  request: BackendRequest,
  start: EngineStart,
): Promise<BackendChoice> {
  if (request === 'webgpu') await provideGpu();
  if (request === 'auto') await installNodeGpu();
  const choice = await chooseBackend(request, start, {});
  if (!choice.asRequested) process.stderr.write(`${choice.reason}\n`);
  return choice;
}
