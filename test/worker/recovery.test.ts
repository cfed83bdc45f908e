import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineKind } from '../../src/engine/engines.ts';
import { LossCounter, letGo, replaceEngine } from '../../src/worker/recovery.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';
import { FakeEngine } from './fake-engine.ts';

/** Kinds of engines that cannot be made, or only after so many milliseconds. */
const machine = vi.hoisted(() => ({
  broken: [] as string[],
  wrong: [] as string[],
  late: {} as Record<string, number>,
  made: [] as { kind: string; engine: { disposed: boolean } }[],
  forgotten: 0,
  /** Whether the GPU that is offered now is only software. */
  software: false,
}));

vi.mock('../../src/engine/backends/inspections.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/backends/inspections.ts')>()),
  inspectBackend: async (backend: string) => ({
    ...{ backend, available: true, software: machine.software },
    device: backend === 'wasm' ? 'WebAssembly' : 'A GPU',
  }),
}));

vi.mock('../../src/engine/self-check.ts', () => ({
  checkEngine: async (create: (start: unknown) => Promise<unknown>) => {
    await create('known');
  },
}));

vi.mock('../../src/engine/engines.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/engines.ts')>()),
  forgetGpu: async () => {
    machine.forgotten++;
  },
  readyBackend: async (backend: string) => {
    await new Promise((resolve) => setTimeout(resolve, machine.late[backend] ?? 0));
    if (machine.broken.includes(backend)) throw new Error(`${backend} is broken.`);
  },
  createEngine: async (kind: EngineKind, start: unknown) => {
    if (start === 'known') {
      if (machine.wrong.includes(kind)) throw new Error('a known step comes out wrong');
      return new FakeEngine(smallConfiguration());
    }
    const engine = new FakeEngine(smallConfiguration());
    machine.made.push({ kind, engine });
    return engine;
  },
}));

const start = startOf(smallConfiguration());
const replace = (kind: EngineKind, consequence: 'fresh' | 'safer' = 'fresh') =>
  replaceEngine(kind, 'A GPU', consequence, start, {});

beforeEach(() => {
  Object.assign(machine, {
    broken: [],
    wrong: [],
    late: {},
    made: [],
    forgotten: 0,
    software: false,
  });
});

describe('losses of a device', () => {
  it('are met with a fresh one, but the third within a minute with a safer place', () => {
    let now = 0;
    const losses = new LossCounter(() => now);
    expect(losses.count()).toBe('fresh');
    now = 20_000;
    expect(losses.count()).toBe('fresh');
    now = 59_000;
    expect(losses.count()).toBe('safer');
  });

  it('do not count together when they are far apart', () => {
    let now = 0;
    const losses = new LossCounter(() => now);
    for (let count = 0; count < 10; count++) {
      expect(losses.count()).toBe('fresh');
      now += 31_000;
    }
  });

  it('end the run where even the safer place fails three times', () => {
    const losses = new LossCounter(() => 0);
    const consequences = Array.from({ length: 6 }, () => losses.count());
    expect(consequences).toEqual(['fresh', 'fresh', 'safer', 'fresh', 'fresh', 'give up']);
  });
});

describe('an engine in the place of a lost one', () => {
  it('is on a fresh device of the same kind where there is one', async () => {
    expect(await replace('webgpu')).toMatchObject({
      ...{ kind: 'webgpu', device: 'A GPU', isSame: true },
    });
    expect(machine.made).toHaveLength(1);
  });

  it('is in WebAssembly after too many losses, whatever the GPU could do', async () => {
    expect(await replace('webgpu', 'safer')).toMatchObject({
      ...{ kind: 'wasm', device: 'WebAssembly', isSame: false },
    });
  });

  it.each([
    ['the GPU cannot be had', { broken: ['webgpu'] }, 'wasm'],
    ['the GPU computes wrongly now', { wrong: ['webgpu'] }, 'wasm'],
    ['only plain JavaScript is left', { broken: ['webgpu', 'wasm'] }, 'cpu'],
  ])('is the next where %s', async (_, broken, kind) => {
    Object.assign(machine, broken);
    expect(await replace('webgpu')).toMatchObject({ kind, isSame: false });
  });

  it('is not on a GPU in software where the lost one was real', async () => {
    machine.software = true;
    expect(await replace('webgpu')).toMatchObject({ kind: 'wasm', isSame: false });
    const inSoftware = await replaceEngine('webgpu', 'SwiftShader', 'fresh', start, {});
    expect(inSoftware).toMatchObject({ kind: 'webgpu', isSame: true });
  });

  it('does not wait for a GPU that takes longer than two seconds, and frees what comes late', async () => {
    machine.late = { webgpu: 2100 };
    expect(await replace('webgpu')).toMatchObject({ kind: 'wasm' });
    await vi.waitFor(() => expect(machine.made.map(({ kind }) => kind)).toContain('webgpu'));
    await vi.waitFor(() => {
      const late = machine.made.find(({ kind }) => kind === 'webgpu');
      expect(late?.engine.disposed).toBe(true);
    });
  });

  it('lets go of a GPU, and loads nothing that GPUs need for a processor', async () => {
    await letGo('wasm');
    expect(machine.forgotten).toBe(0);
    await letGo('webgpu-stock');
    expect(machine.forgotten).toBe(1);
  });

  it('cannot be had where nothing works any more', async () => {
    machine.broken = ['webgpu', 'wasm', 'cpu'];
    await expect(replace('webgpu')).rejects.toThrow(
      'WebGPU stopped, and nothing else can train here.',
    );
  });
});
