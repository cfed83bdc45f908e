/** Chooses whose kernels train on a backend: ours, once they have given a known answer. */
import { backendLabels } from './backends/inspections.ts';
import { createEngine, type EngineKind, engineKinds } from './engines.ts';
import { checkEngine } from './self-check.ts';
import type { BackendName, EngineStart } from './training-engine.ts';

/**
 * The fastest kind of engine that works on a backend that is ready.
 *
 * @param notes receives a sentence when it is not the first choice
 */
export async function chooseEngine(
  backend: BackendName,
  start: EngineStart,
  notes: string[],
): Promise<EngineKind> {
  const [first, next] = engineKinds[backend] as [EngineKind, EngineKind?];
  if (next === undefined) return first;
  try {
    await checkEngine((known) => createEngine(first, known));
  } catch (error) {
    const cause = error instanceof Error ? error.message.replace(/[.\s]+$/, '') : String(error);
    notes.push(
      `The fast kernels for ${backendLabels[backend]} do not work on this device (${cause}): TensorFlow.js’ own operations train instead.`,
    );
    return next;
  }
  // A network too large for the device is refused here, with the size that would fit.
  (await createEngine(first, start)).dispose();
  return first;
}
