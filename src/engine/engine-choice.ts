/** Chooses whose kernels train on a backend: ours, once they have given a known answer. */
import { backendLabels } from './backends/inspections.ts';
import { createEngine, type EngineKind, engineKinds } from './engines.ts';
import { checkEngine } from './self-check.ts';
import type { BackendName, EngineStart } from './training-engine.ts';
import { words } from './trial-words.ts';

/**
 * The fastest kind of engine that gives the known answer on a backend that is ready.
 *
 * @param notes receives a sentence when it is not the first choice
 * @throws Error with one plain sentence when none does, or the network does not fit
 */
export async function chooseEngine(
  backend: BackendName,
  start: EngineStart,
  notes: string[],
): Promise<EngineKind> {
  const label = backendLabels[backend];
  const [first, next] = engineKinds[backend] as [EngineKind, EngineKind?];
  const problem = await problemOf(first);
  if (problem === undefined) {
    // A network too large for the device is refused here, with the size that would fit.
    if (next !== undefined) (await createEngine(first, start)).dispose();
    return first;
  }
  if (next === undefined || (await problemOf(next)) !== undefined) {
    throw new Error(words('failedTest', { backend: label, problem }));
  }
  notes.push(words('slowKernels', { backend: label, problem }));
  return next;
}

/** Why a kind of engine does not pass its test; undefined where it does. */
async function problemOf(kind: EngineKind): Promise<string | undefined> {
  try {
    await checkEngine((known) => createEngine(kind, known));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/[.。\s]+$/, '') : String(error);
  }
}
