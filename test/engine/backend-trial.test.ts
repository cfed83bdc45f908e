import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseBackend } from '../../src/engine/backend-choice.ts';
import type { BackendInspection } from '../../src/engine/backend-inspection.ts';
import type { EngineKind } from '../../src/engine/engines.ts';
import type { BackendName, StepMetrics } from '../../src/engine/training-engine.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

/** A machine that never existed: which backends it has, how fast and how sound they are. */
const machine = vi.hoisted(() => ({
  inspections: [] as BackendInspection[],
  broken: [] as string[],
  millisecondsPerStep: {} as Record<string, number>,
  gpuLoss: 1,
  active: 'none',
  clock: 0,
  engines: 0,
  kind: 'none' as string,
  /** Kinds of engines that fail the known answer, and how. */
  wrongKinds: {} as Record<string, string>,
  refusal: undefined as string | undefined,
}));

vi.mock('../../src/engine/backends/inspections.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/backends/inspections.ts')>()),
  inspectBackends: async () => machine.inspections,
  inspectBackend: async (name: string) =>
    machine.inspections.find(({ backend }) => backend === name),
}));

vi.mock('../../src/engine/self-check.ts', () => ({
  checkEngine: async (create: (start: unknown) => Promise<unknown>) => {
    // The tiny network fits everywhere.
    await create(undefined);
    machine.engines--;
    const problem = machine.wrongKinds[machine.kind];
    if (problem !== undefined) throw new Error(problem);
  },
}));

vi.mock('../../src/engine/engines.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/engines.ts')>()),
  readyBackend: async (name: string) => {
    if (machine.broken.includes(name)) throw new Error(`${name} could not be started.`);
    machine.active = name;
  },
  createEngine: async (kind: EngineKind, network: unknown) => {
    const isRefused = kind === 'webgpu' && network !== undefined;
    if (isRefused && machine.refusal !== undefined) throw new Error(machine.refusal);
    machine.engines++;
    machine.kind = kind;
    const backend = machine.active as BackendName;
    return {
      backend,
      advance: async (count: number): Promise<StepMetrics[]> => {
        machine.clock += count * (machine.millisecondsPerStep[backend] ?? 1);
        const trainLoss = backend === 'webgpu' ? machine.gpuLoss : 1;
        return Array.from({ length: count }, (_, step) => ({
          step,
          trainLoss,
          testLoss: 1,
          trainAccuracy: 0,
          testAccuracy: 0,
        }));
      },
      dispose: () => {
        machine.engines--;
      },
    };
  },
}));

const start = startOf(smallConfiguration());
const offered = (backend: BackendName, device: string, software = false): BackendInspection => ({
  backend,
  available: true,
  device,
  software,
});
const missing = (backend: BackendName, reason: string): BackendInspection => ({
  backend,
  available: false,
  reason,
});

beforeEach(() => {
  Object.assign(machine, {
    inspections: [
      offered('webgpu', 'Apple M2'),
      offered('webgl', 'Apple M2'),
      offered('wasm', 'WebAssembly'),
      offered('cpu', 'plain JavaScript'),
    ],
    broken: [],
    millisecondsPerStep: { webgpu: 2, webgl: 20, wasm: 40, cpu: 400 },
    gpuLoss: 1,
    active: 'none',
    clock: 0,
    wrongKinds: {},
    refusal: undefined,
  });
  vi.spyOn(performance, 'now').mockImplementation(() => machine.clock);
});

describe('the trial that chooses a backend', () => {
  it('takes the GPU where it is faster, leaves it active and names both times', async () => {
    const choice = await chooseBackend('auto', start, {});
    expect(choice).toMatchObject({ backend: 'webgpu', device: 'Apple M2', asRequested: true });
    expect(choice.reason).toContain('WebGPU 2.0 ms, WebAssembly 40.0 ms a step');
    expect(machine.active).toBe('webgpu');
    expect(machine.engines).toBe(0);
  });

  it('takes WebAssembly where it is faster than the GPU', async () => {
    machine.millisecondsPerStep = { webgpu: 90, wasm: 40 };
    const choice = await chooseBackend('auto', start, {});
    expect(choice.backend).toBe('wasm');
    expect(choice.reason).toContain('WebAssembly 40.0 ms, WebGPU 90.0 ms a step');
    expect(machine.active).toBe('wasm');
  });

  it('spends little time on a backend that turns out slow', async () => {
    machine.millisecondsPerStep = { webgpu: 300, wasm: 40 };
    await chooseBackend('auto', start, {});
    // Two steps to warm up and one to measure for the slow one.
    expect(machine.clock).toBeLessThan(3 * 300 + 22 * 40 + 1);
  });

  it('falls back to WebGL where there is no WebGPU, and says so', async () => {
    machine.inspections[0] = missing('webgpu', 'this browser offers no WebGPU adapter');
    const choice = await chooseBackend('auto', start, {});
    expect(choice.backend).toBe('webgl');
    expect(choice.reason).toContain('No WebGPU: this browser offers no WebGPU adapter.');
  });

  it.for([
    [Number.NaN, 'WebGPU gives no finite loss on this device.'],
    [1.01, 'WebGPU computes other losses than WebAssembly on this device.'],
  ] as const)('passes over a GPU whose loss is %d where it should be 1', async ([loss, note]) => {
    machine.gpuLoss = loss;
    const choice = await chooseBackend('auto', start, {});
    expect(choice.backend).toBe('webgl');
    expect(choice.reason).toContain(note);
    expect(machine.engines).toBe(0);
  });

  it('passes over a GPU that does not start, and says so', async () => {
    machine.broken = ['webgpu', 'webgl'];
    const choice = await chooseBackend('auto', start, {});
    expect(choice.backend).toBe('wasm');
    expect(choice.reason).toContain('webgpu could not be started. webgl could not be started.');
    expect(machine.active).toBe('wasm');
  });

  it('never tries a GPU that is simulated in software', async () => {
    machine.inspections = [
      offered('webgpu', 'SwiftShader', true),
      offered('webgl', 'SwiftShader', true),
      offered('wasm', 'WebAssembly'),
    ];
    const choice = await chooseBackend('auto', start, {});
    expect(choice.backend).toBe('wasm');
    expect(choice.reason).toContain('software adapter here (SwiftShader)');
    expect(machine.clock).toBe(0);
  });

  it('takes TensorFlow.js’ operations where our GPU kernels fail the known answer, and says so', async () => {
    machine.wrongKinds = { webgpu: 'a known step comes out wrong' };
    const choice = await chooseBackend('auto', start, {});
    expect(choice).toMatchObject({ backend: 'webgpu', engine: 'webgpu-stock' });
    expect(choice.reason).toContain(
      '(a known step comes out wrong): TensorFlow.js’ own operations',
    );
    expect(machine.kind).toBe('webgpu-stock');
  });

  it.for([
    ['webgpu', { webgpu: 'wrong', 'webgpu-stock': 'wrong' }, 'webgl'],
    ['wasm', { wasm: 'wrong' }, 'webgpu'],
    ['webgl', { webgl: 'wrong', webgpu: 'wrong', 'webgpu-stock': 'wrong' }, 'wasm'],
  ] as const)(
    'never shows a result of %s where nothing on it gives the known answer',
    async ([wished, wrongKinds, instead]) => {
      machine.wrongKinds = wrongKinds;
      const choice = await chooseBackend(wished, start, {});
      expect(choice).toMatchObject({ backend: instead, asRequested: false });
      expect(choice.reason).toContain('failed its test on this device (wrong).');
    },
  );

  it('takes the next backend when a network does not fit the GPU, with the size that would', async () => {
    machine.refusal = 'This network needs 300 MB in one buffer: choose width 256 or less.';
    const choice = await chooseBackend('webgpu', start, {});
    expect(choice).toMatchObject({ backend: 'webgl', asRequested: false });
    expect(choice.reason).toContain(machine.refusal);
  });

  it('replaces a wished backend that does not start by the fastest other one', async () => {
    machine.broken = ['webgpu'];
    const choice = await chooseBackend('webgpu', start, {});
    expect(choice).toMatchObject({ backend: 'webgl', asRequested: false });
    expect(choice.reason).toMatch(/^webgpu could not be started\. WebGL is used instead\. /);
    expect(choice.reason).toContain('WebGL 20.0 ms, WebAssembly 40.0 ms a step');
  });

  it('takes what is left when the promising ones fail', async () => {
    machine.broken = ['webgpu', 'webgl', 'wasm'];
    const choice = await chooseBackend('auto', start, {});
    expect(choice.backend).toBe('cpu');
    expect(choice.reason).toContain('wasm could not be started.');
  });

  it('says plainly when nothing can train', async () => {
    machine.broken = ['webgpu', 'webgl', 'wasm', 'cpu'];
    await expect(chooseBackend('auto', start, {})).rejects.toThrow(/^This browser cannot train/);
  });
});
