import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineKind } from '../../src/engine/engines.ts';
import type { EngineStart } from '../../src/engine/training-engine.ts';
import type { RunEvent, TrainingWorker } from '../../src/worker/contract.ts';
import { createTrainingWorker } from '../../src/worker/run-host.ts';
import { smallConfiguration } from '../support/networks.ts';
import { FakeEngine } from './fake-engine.ts';

/** A machine whose GPU does what a test says. */
const machine = vi.hoisted(() => ({
  engines: [] as { kind: string; engine: { step: number; disposed: boolean } }[],
  /** Tells the worker of a lost device, as the browser does. */
  report: (_: string): unknown => undefined,
  /** Step from which a GPU answers no more. */
  silentFrom: Number.POSITIVE_INFINITY,
  /** Kinds that cannot be made again. */
  broken: [] as string[],
}));

vi.mock('../../src/engine/backend-choice.ts', () => ({
  chooseBackend: async (
    _request: unknown,
    _start: unknown,
    platform: { onDeviceProblem: (message: string) => void },
  ) => {
    machine.report = platform.onDeviceProblem;
    const engine: EngineKind = 'webgpu';
    return { backend: 'webgpu', engine, device: 'A GPU', reason: '', asRequested: true };
  },
}));

vi.mock('../../src/engine/backends/inspections.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/backends/inspections.ts')>()),
  inspectBackend: async (backend: string) => ({
    ...{ backend, available: true, software: false, device: 'A GPU' },
  }),
}));

vi.mock('../../src/engine/self-check.ts', () => ({ checkEngine: async () => undefined }));

vi.mock('../../src/engine/engines.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/engines.ts')>()),
  forgetGpu: async () => undefined,
  readyBackend: async (backend: string) => {
    if (machine.broken.includes(backend)) throw new Error(`${backend} is broken.`);
  },
  createEngine: async (kind: EngineKind, { configuration, optimiser }: EngineStart) => {
    const engine = new FakeEngine(configuration);
    engine.step = optimiser?.step ?? 0;
    Object.defineProperty(engine, 'backend', { value: kind });
    const { advance } = engine;
    engine.advance = (count) =>
      kind === 'webgpu' && engine.step >= machine.silentFrom
        ? new Promise(() => undefined)
        : advance.call(engine, count);
    machine.engines.push({ kind, engine });
    return engine;
  },
}));

let worker: TrainingWorker;
let events: RunEvent[];

beforeEach(async () => {
  Object.assign(machine, { engines: [], silentFrom: Number.POSITIVE_INFINITY, broken: [] });
  worker = createTrainingWorker();
  events = [];
  const configuration = smallConfiguration({ steps: 1e6 });
  await worker.prepare(
    { run: 1, configuration, backend: 'auto', keepWeightsOf: undefined },
    (event) => void events.push(event),
  );
});

const recoveries = () =>
  events.flatMap((event) => (event.kind === 'recovered' ? [event.recovery] : []));
const lastStep = () =>
  events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot.result.step] : [])).at(-1);
const backends = () => events.flatMap((event) => (event.kind === 'backend' ? [event.backend] : []));
const until = (reached: () => boolean) => vi.waitFor(() => expect(reached()).toBe(true), 10_000);

/** Pauses so that there is a copy, then trains on. @returns step of the copy */
async function trainFromCopy(): Promise<number> {
  const training = worker.train(1e6);
  await until(() => (lastStep() ?? 0) > 20);
  await worker.pause();
  await training;
  void worker.train(1e6);
  return lastStep() as number;
}

describe('a run whose GPU is lost', () => {
  it('goes on from the last copy on a fresh device, and says so', async () => {
    const copy = await trainFromCopy();
    await until(() => (machine.engines[0]?.engine.step ?? 0) > copy + 10);
    machine.report('The GPU stopped answering (gone).');
    await until(() => recoveries().length === 1);
    const [recovery] = recoveries();
    expect(recovery).toMatchObject({ step: copy });
    expect(recovery?.repeatedSteps).toBeGreaterThan(10);
    expect(recovery?.message).toMatch(
      /^The GPU stopped answering \(gone\)\. Training went on on a fresh start of the same device, from step \d+: \d+ steps are made again\.$/,
    );
    await until(() => (lastStep() ?? 0) > copy + 100);
    expect(machine.engines.map(({ kind }) => kind)).toEqual(['webgpu', 'webgpu']);
    await worker.pause();
  });

  it('goes on although the GPU will never answer what it was asked', async () => {
    const copy = await trainFromCopy();
    machine.silentFrom = copy + 50;
    await until(() => (machine.engines[0]?.engine.step ?? 0) >= copy + 50);
    machine.silentFrom = Number.POSITIVE_INFINITY;
    machine.report('The GPU stopped answering (gone).');
    await until(() => (lastStep() ?? 0) > copy + 100);
    expect(recoveries()).toHaveLength(1);
    await worker.pause();
  });

  it('goes on in WebAssembly where the GPU cannot be had again, and shows where', async () => {
    const copy = await trainFromCopy();
    machine.broken = ['webgpu'];
    machine.report('The GPU stopped answering (gone).');
    await until(() => (lastStep() ?? 0) > copy + 100);
    expect(backends()).toEqual(['webgpu', 'wasm']);
    expect(recoveries()[0]?.message).toContain('Training went on in WebAssembly instead');
    await worker.pause();
  });

  it('stays in WebAssembly after the third time within a minute', async () => {
    await trainFromCopy();
    for (const count of [1, 2, 3]) {
      machine.report('The GPU stopped answering (gone).');
      await until(() => recoveries().length === count);
    }
    expect(backends()).toEqual(['webgpu', 'webgpu', 'webgpu', 'wasm']);
    expect(recoveries().at(-1)?.message).toMatch(/third time within a minute: it stays there\.$/);
    await worker.pause();
  });

  it('is put right at once when it rests, and stays paused', async () => {
    const copy = await trainFromCopy();
    await worker.pause();
    const rested = lastStep() as number;
    machine.report('The GPU stopped answering (gone).');
    await until(() => recoveries().length === 1);
    expect(rested).toBeGreaterThanOrEqual(copy);
    expect(recoveries()[0]).toMatchObject({ step: rested, repeatedSteps: 0 });
    expect(recoveries()[0]?.message).toContain('no step is lost');
    expect(machine.engines.at(-1)?.engine.step).toBe(rested);
  });

  it('does not train on when it was paused meanwhile', async () => {
    await trainFromCopy();
    machine.report('The GPU stopped answering (gone).');
    await worker.pause();
    await until(() => recoveries().length === 1);
    const stopped = machine.engines.at(-1)?.engine.step;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(machine.engines.at(-1)?.engine.step).toBe(stopped);
  });

  it('makes way for another run at once', async () => {
    await trainFromCopy();
    machine.report('The GPU stopped answering (gone).');
    const configuration = smallConfiguration({ steps: 50, seed: 9 });
    const later: RunEvent[] = [];
    await worker.prepare(
      { run: 2, configuration, backend: 'auto', keepWeightsOf: undefined },
      (event) => void later.push(event),
    );
    await worker.train(50);
    expect(later.at(-1)?.kind).toBe('finished');
    expect(later.every(({ run }) => run === 2)).toBe(true);
  });

  it('ends with plain words where nothing can train any more', async () => {
    await trainFromCopy();
    machine.broken = ['webgpu', 'wasm', 'cpu'];
    machine.report('The GPU stopped answering (gone).');
    await until(() => events.at(-1)?.kind === 'failed');
    expect(events.at(-1)).toMatchObject({ message: expect.stringMatching(/^[A-Z].+\.$/) });
  });
});
