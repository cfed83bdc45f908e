import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import type { Snapshot } from '../../src/worker/contract.ts';
import { TrainingRun } from '../../src/worker/training-run.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

/** A run on WebAssembly, with its snapshots. */
async function runOf(steps: number) {
  const configuration = smallConfiguration({ p: 11, steps, attentionRate: 0.5 });
  const engine = await createWasmEngine(startOf(configuration));
  const snapshots: Snapshot[] = [];
  const run = new TrainingRun(configuration, engine, (snapshot) => void snapshots.push(snapshot));
  return { engine, snapshots, run };
}

describe('a run on WebAssembly', () => {
  it('learns, and its snapshots describe the network as it is', async () => {
    const { engine, snapshots, run } = await runOf(60);
    await run.report();
    expect(await run.train()).toEqual({ kind: 'finished' });
    const [first, last] = [snapshots[0], snapshots.at(-1)];
    expect(first?.result.step).toBe(0);
    expect(last?.result.step).toBe(60);
    expect(last?.result.trainLoss).toBeLessThan(first?.result.trainLoss ?? 0);
    const { metrics, correctLogits } = await engine.evaluate();
    expect(last?.result).toMatchObject(metrics);
    expect(last?.correctLogits).toEqual(correctLogits);
    await run.dispose();
  });

  it('does no work after a pause, and keeps no memory after its end', async () => {
    const { engine, snapshots, run } = await runOf(1e5);
    const training = run.train();
    while (engine.step < 5) await new Promise((resolve) => setImmediate(resolve));
    await run.pause();
    const stopped = engine.step;
    expect(await training).toEqual({ kind: 'paused' });
    expect(snapshots.at(-1)?.result.step).toBe(stopped);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(engine.step).toBe(stopped);
    await run.dispose();
    expect(engine.memory()).toEqual({ tensors: 0, bytes: 0 });
    await expect(engine.advance(1)).rejects.toThrow(/let go/);
  });
});
