import { describe, expect, it } from 'vitest';
import type { chooseBackend } from '../../src/engine/backend-choice.ts';
import { createBatch } from '../../src/engine/batches.ts';
import type { EngineKind } from '../../src/engine/engines.ts';
import type { TrainingBatch } from '../../src/engine/training-engine.ts';
import { readRunLine } from '../../src/formats/run-line.ts';
import { runKey } from '../../src/model/sweep-grid.ts';
import type { SweepListener } from '../../src/worker/sweep-contract.ts';
import { createSweepWorker, type SweepSurroundings } from '../../src/worker/sweep-host.ts';
import { smallConfiguration } from '../support/networks.ts';

const runs = [1, 2, 3, 4, 5].map((seed) => smallConfiguration({ seed, steps: 60 }));
const [first] = runs as [(typeof runs)[0]];

/** A listener that keeps what it is told. */
function listening(): SweepListener & { readonly steps: number[]; readonly lines: string[] } {
  const [steps, lines]: [number[], string[]] = [[], []];
  return {
    steps,
    lines,
    onProgress: (step) => void steps.push(step),
    onRun(line, key) {
      expect(runKey(readRunLine(line).configuration)).toBe(key);
      lines.push(line);
    },
  };
}

/** A worker whose choice is made, with its device's complaints in the test's hands. */
function workerWith(
  surroundings: Partial<SweepSurroundings> = {},
  engine: EngineKind = 'wasm',
): { worker: ReturnType<typeof createSweepWorker>; complain: (message: string) => void } {
  let complain: (message: string) => void = () => undefined;
  const choose = (async (_request, _start, platform) => {
    complain = (message) => platform.onDeviceProblem?.(message);
    return { backend: 'wasm', engine, device: 'made up', reason: 'A test.', asRequested: true };
  }) as typeof chooseBackend;
  const worker = createSweepWorker({ choose, makeBatch: createBatch, ...surroundings });
  return { worker, complain: (message) => complain(message) };
}

/** A batch that only notes that it was freed. */
function noting(batch: TrainingBatch, freed: () => void): TrainingBatch {
  return new Proxy(batch, {
    get(target, name) {
      if (name !== 'dispose') return Reflect.get(target, name);
      return () => {
        freed();
        target.dispose();
      };
    },
  });
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the worker of a sweep', () => {
  it('chooses a backend and says how many networks train together', async () => {
    const place = { backend: 'wasm', device: 'made up', reason: 'A test.' };
    expect(await workerWith().worker.prepare('auto', first)).toEqual({
      ok: true,
      value: { ...place, together: 1 },
    });
    expect(await workerWith({}, 'webgpu').worker.prepare('auto', first)).toEqual({
      ok: true,
      value: { ...place, together: 8 },
    });
  });

  it('trains on what there is', async () => {
    const worker = createSweepWorker();
    const reply = await worker.prepare('wasm', first);
    expect(reply).toMatchObject({ ok: true, value: { backend: 'wasm', together: 1 } });
    const listener = listening();
    expect(await worker.train([first], false, listener)).toEqual({ ok: true, value: undefined });
    expect(listener.steps).toEqual([50, 60]);
    expect(listener.lines.map(readRunLine)).toMatchObject([
      { configuration: first, backend: 'wasm', step: 60, picture: expect.anything() },
    ]);
  });

  it('says so when nothing can train', async () => {
    const { worker } = workerWith({
      choose: async () => {
        throw new Error('This browser cannot train: nothing works here.');
      },
    });
    const reply = await worker.prepare('auto', first);
    expect(reply).toEqual({ ok: false, message: 'This browser cannot train: nothing works here.' });
    expect(await worker.train([first], false, listening())).toMatchObject({ ok: false });
  });

  it('trains nothing before a backend is chosen', async () => {
    const { worker } = workerWith();
    expect(await worker.train([first], false, listening())).toEqual({
      ok: false,
      message: 'No backend has been chosen yet: start the sweep again.',
    });
  });

  it('halves what the device has no room for, one after the other', async () => {
    const sizes: number[] = [];
    let [present, most, made] = [0, 0, 0];
    const { worker } = workerWith({
      async makeBatch(kind, starts, threads) {
        sizes.push(starts.length);
        expect(threads).toBe(1);
        if (starts.length > 2) throw new Error('Array buffer allocation failed');
        made += 1;
        present += 1;
        most = Math.max(most, present);
        return noting(await createBatch(kind, starts, 1), () => {
          present -= 1;
        });
      },
    });
    await worker.prepare('auto', first);
    const listener = listening();
    expect(await worker.train(runs, false, listener)).toEqual({ ok: true, value: undefined });
    expect(sizes).toEqual([5, 3, 2, 1, 2]);
    expect({ made, present, most }).toEqual({ made: 3, present: 0, most: 1 });
    expect(listener.lines.map((line) => readRunLine(line).configuration)).toEqual(runs);
  });

  it('says in one sentence that even one network does not fit', async () => {
    const { worker } = workerWith({
      makeBatch: async () => {
        throw new RangeError('Out of memory');
      },
    });
    await worker.prepare('auto', first);
    expect(await worker.train(runs, false, listening())).toEqual({
      ok: false,
      message: 'This network does not fit into memory: choose a smaller width, modulus or depth.',
    });
  });

  it('says what stopped it, and frees the batch', async () => {
    let freed = 0;
    const { worker } = workerWith({
      async makeBatch(kind, starts) {
        const batch = noting(await createBatch(kind, starts, 1), () => freed++);
        return {
          ...batch,
          backend: 'wasm',
          size: 1,
          step: 0,
          dispose: batch.dispose,
          advance() {
            throw new Error('x is undefined');
          },
        } as TrainingBatch;
      },
    });
    await worker.prepare('auto', first);
    expect(await worker.train([first], false, listening())).toEqual({
      ok: false,
      message: 'Training stopped because of an unexpected problem (x is undefined).',
    });
    expect(freed).toBe(1);
  });

  it('stops at a problem of its device, also one from between two batches', async () => {
    const lost = 'The graphics card was lost: continue, or choose another backend.';
    const { worker, complain } = workerWith();
    await worker.prepare('auto', first);
    const listener = listening();
    const training = worker.train([first], false, {
      ...listener,
      onProgress: () => complain(lost),
    });
    expect(await training).toEqual({ ok: false, message: lost });
    expect(listener.lines).toEqual([]);
    const other = workerWith();
    await other.worker.prepare('auto', first);
    other.complain(lost);
    expect(await other.worker.train([first], false, listening())).toEqual({
      ok: false,
      message: lost,
    });
  });

  it('does not mind a device that was only tried', async () => {
    const { worker } = workerWith({
      choose: (async (_request, _start, platform) => {
        platform.onDeviceProblem?.('The graphics card was lost.');
        return { backend: 'cpu', engine: 'cpu', device: 'd', reason: 'r', asRequested: false };
      }) as typeof chooseBackend,
    });
    await worker.prepare('auto', first);
    expect(await worker.train([first], false, listening())).toMatchObject({ ok: true });
  });

  it('holds after the steps under way, and goes on', async () => {
    const { worker } = workerWith();
    await worker.prepare('auto', first);
    const listener = listening();
    await worker.hold(true);
    const training = worker.train([{ ...first, steps: 120 }], false, listener);
    await settle();
    await worker.hold(true);
    await settle();
    await settle();
    expect(listener.steps).toEqual([50]);
    await worker.hold(false);
    expect(await training).toMatchObject({ ok: true });
    expect(listener.steps).toEqual([50, 100, 120]);
    await worker.hold(false);
    expect(await worker.train([first], false, listening())).toMatchObject({ ok: true });
  });
});
