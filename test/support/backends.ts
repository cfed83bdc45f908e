/** Runs one suite on every TensorFlow.js backend that Node can have. */
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { backendLabels, inspectBackend } from '../../src/engine/backends/inspections.ts';
import { activateBackend } from '../../src/engine/backends.ts';
import { installNodeGpu } from '../../src/engine/node-gpu.ts';
import type { BackendName } from '../../src/engine/training-engine.ts';

await installNodeGpu();

/** WebGL needs a canvas: only the browser tests have it. */
const nodeBackends: readonly BackendName[] = ['cpu', 'wasm', 'webgpu'];
const inspections = await Promise.all(nodeBackends.map(inspectBackend));

/**
 * True for a GPU that is computed in software. It needs seconds to compile the kernels of every other
 * network, so one network has to stand there for all that run through the same kernels.
 */
export function isSlow(backend: BackendName): boolean {
  return inspections.some(
    (inspection) => inspection.backend === backend && inspection.available && inspection.software,
  );
}

/** What devices reported outside of any call: a backend is activated once, and then tells this. */
const problems: string[] = [];

/**
 * Declares the tests of `declare` once a backend, with the backend active while they run. Tests of a
 * backend that is missing here are skipped with the reason, and a problem that a GPU reports outside
 * of any call fails the suite.
 */
export function describeOnBackends(
  title: string,
  declare: (backend: BackendName) => void,
  backends: readonly BackendName[] = nodeBackends,
): void {
  for (const inspection of inspections.filter(({ backend }) => backends.includes(backend))) {
    const { backend } = inspection;
    const missing = inspection.available ? undefined : inspection.reason;
    // The software adapter needs seconds for a handful of steps, and minutes on a busy machine.
    const timeout = backend === 'webgpu' ? 240_000 : 60_000;
    describe(`${title} on ${backendLabels[backend]}`, { timeout }, () => {
      beforeAll(async () => {
        if (missing === undefined) {
          await activateBackend(backend, { onDeviceProblem: (text) => problems.push(text) });
        }
      });
      beforeEach(({ skip }) => skip(missing !== undefined, `${missing}`));
      declare(backend);
      afterAll(() => expect(problems.splice(0)).toEqual([]));
    });
  }
}
