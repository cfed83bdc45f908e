import { describe, expect, it } from 'vitest';
import { CpuEngine, createWasmEngine } from '../../../../src/engine/cpu/cpu-engine.ts';
import { type LaneHelper, Lanes } from '../../../../src/engine/cpu/second-thread/lanes.ts';
import { SecondThread } from '../../../../src/engine/cpu/second-thread/second-thread.ts';
import { planTrainer, Trainer } from '../../../../src/engine/cpu/trainer.ts';
import { createSharedKernels } from '../../../../src/engine/cpu/vector-kernels.ts';
import type { EngineStart } from '../../../../src/engine/training-engine.ts';
import { smallConfiguration, startOf } from '../../../support/networks.ts';

const start = startOf(smallConfiguration({ attentionRate: 0.5 }));
const steps = 12;

describe('a second thread', { timeout: 60_000 }, () => {
  it('gives the bits of one thread', async () => {
    const two = await createWasmEngine(start, 2);
    expect(await two.awaitSecondThread(20_000)).toBe(true);
    expect(two.threads).toBe(2);
    expect(await digest(two)).toEqual(await digest(await createWasmEngine(start)));
    two.dispose();
  });

  it('joins in the middle of a run without a trace in the numbers', async () => {
    const engine = await createWasmEngine(start, 2);
    const metrics = [...(await engine.advance(1))];
    await engine.awaitSecondThread(20_000);
    metrics.push(...(await engine.advance(steps - 1)));
    const alone = await createWasmEngine(start);
    expect(metrics).toEqual(await alone.advance(steps));
    expect(await engine.parameters()).toEqual(await alone.parameters());
    engine.dispose();
  });

  it('is given up when it died, and the run goes on with the same bits', async () => {
    const { engine, helper } = await twoThreads(start);
    const metrics = [...(await engine.advance(5))];
    helper.end();
    metrics.push(...(await engine.advance(steps - 5)));
    expect(engine.threads).toBe(1);
    const alone = await createWasmEngine(start);
    expect(metrics).toEqual(await alone.advance(steps));
    expect(await engine.parameters()).toEqual(await alone.parameters());
    engine.dispose();
  });

  it('that writes late disturbs nobody', async () => {
    const memory = await createSharedKernels(planTrainer(start).bytes);
    const late: LaneHelper & { asked: number } = {
      isReady: true,
      isLost: false,
      asked: 0,
      begin() {
        this.asked += 1;
      },
      finished: () => false,
      // What a thread in the middle of its lane may still do after it was given up.
      end: () => setTimeout(() => memory.numbers.fill(7)),
    };
    const engine = engineOn(start, memory, late);
    const metrics = [...(await engine.advance(1))];
    await new Promise((resolve) => setTimeout(resolve, 20));
    metrics.push(...(await engine.advance(steps - 1)));
    expect(late.asked).toBe(1);
    const alone = await createWasmEngine(start);
    expect(metrics).toEqual(await alone.advance(steps));
    engine.dispose();
  });

  it('that only costs time is sent away', async () => {
    const memory = await createSharedKernels(planTrainer(start).bytes);
    const trainer = new Trainer(planTrainer(start), memory);
    let ended = false;
    const slow: LaneHelper = {
      isReady: true,
      isLost: false,
      begin: () => undefined,
      finished() {
        const until = performance.now() + 10;
        while (performance.now() < until);
        trainer.runLane(1, true);
        return true;
      },
      end() {
        ended = true;
      },
    };
    const engine = engineOn(start, memory, slow);
    const metrics = await engine.advance(40);
    expect(ended).toBe(true);
    expect(engine.threads).toBe(1);
    expect(metrics).toEqual(await (await createWasmEngine(start)).advance(40));
    engine.dispose();
  });

  it('that cannot be made leaves one thread', async () => {
    const { Worker: original } = await import('node:worker_threads');
    const threads = process.getBuiltinModule('node:worker_threads');
    Object.assign(threads, {
      Worker: class {
        constructor() {
          throw new Error('blocked by policy');
        }
      },
    });
    try {
      const engine = await createWasmEngine(start, 2);
      expect(await engine.awaitSecondThread(1000)).toBe(false);
      expect(await engine.advance(3)).toEqual(await (await createWasmEngine(start)).advance(3));
    } finally {
      Object.assign(threads, { Worker: original });
    }
  });

  it('does not keep a network from being let go', async () => {
    const { engine } = await twoThreads(start);
    engine.dispose();
    expect(engine.memory()).toEqual({ tensors: 0, bytes: 0 });
    await expect(engine.advance(1)).rejects.toThrow('start a new run');
  });
});

function engineOn(
  from: EngineStart,
  memory: Awaited<ReturnType<typeof createSharedKernels>>,
  helper: LaneHelper,
): CpuEngine {
  const trainer = new Trainer(planTrainer(from), memory);
  trainer.writeStart();
  return new CpuEngine(new Lanes(trainer, helper), 'wasm');
}

async function twoThreads(from: EngineStart) {
  const memory = await createSharedKernels(planTrainer(from).bytes);
  const trainer = new Trainer(planTrainer(from), memory);
  trainer.writeStart();
  const helper = new SecondThread(from, memory);
  const engine = new CpuEngine(new Lanes(trainer, helper), 'wasm');
  expect(await engine.awaitSecondThread(20_000)).toBe(true);
  return { engine, helper };
}

async function digest(engine: CpuEngine) {
  const metrics = await engine.advance(steps);
  return {
    metrics,
    evaluation: await engine.evaluate(),
    gradients: await engine.gradients(),
    logits: await engine.logits(),
    parameters: await engine.parameters(),
  };
}
