import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { activeDevice, compilePipelines } from '../../../src/engine/gpu/device.ts';
import { createGpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { describeOnBackends } from '../../support/backends.ts';
import { heldMemory } from '../../support/engines.ts';
import { smallConfiguration, startOf } from '../../support/networks.ts';
import { withGpuEngine } from './gpu-engines.ts';

const start = startOf(smallConfiguration({ attentionRate: 0.5, heads: 2 }));

describeOnBackends('a training run on kernels written by hand', () => {
  it('is the same to the last bit when it is repeated', async () => {
    const run = () =>
      withGpuEngine(start, async (engine) => ({
        metrics: await engine.advance(8),
        parameters: await engine.parameters(),
      }));
    const first = await run();
    const second = await run();
    expect(second.metrics).toEqual(first.metrics);
    for (const [name, values] of first.parameters) {
      expect(bytesOf(second.parameters.get(name)), name).toEqual(bytesOf(values));
    }
  });

  it('is the same in one call as in several, whatever is looked at in between', async () => {
    const once = await withGpuEngine(start, (engine) => engine.advance(12));
    const often = await withGpuEngine(start, async (engine) => {
      const metrics = [...(await engine.advance(1))];
      await engine.logits();
      metrics.push(...(await engine.advance(4)));
      await engine.gradients();
      await engine.parameters();
      metrics.push(...(await engine.advance(7)));
      return metrics;
    });
    expect(often).toEqual(once);
    expect(once.map(({ step }) => step)).toEqual([...once.keys()]);
  });

  it('holds the same buffers however long it lasts, and none at its end', async () => {
    const before = heldMemory();
    const engine = await createGpuEngine(start);
    engine.parameterTensors();
    const first = engine.memory();
    const held = heldMemory();
    for (let round = 0; round < 3; round++) {
      await engine.advance(5);
      await engine.evaluate();
      await engine.logits();
      await engine.gradients();
      await engine.parameters();
      engine.parameterTensors();
      expect(engine.memory()).toEqual(first);
      expect(heldMemory()).toEqual(held);
    }
    expect(first.bytes).toBeGreaterThan(1e4);
    engine.dispose();
    expect(engine.memory()).toEqual({ tensors: 0, bytes: 0 });
    expect(heldMemory()).toEqual(before);
    await expect(engine.advance(1)).rejects.toThrow(/^This engine has been disposed of/);
  });

  it('evaluates what the next step will report, and the logits that belong to it', async () => {
    await withGpuEngine(start, async (engine) => {
      await engine.advance(3);
      const { metrics, correctLogits, largestWrongLogits } = await engine.evaluate();
      const logits = await engine.logits();
      const { labels } = start.dataset;
      for (const [pair, label] of labels.entries()) {
        const row = [...logits.subarray(pair * 5, pair * 5 + 5)];
        expect(correctLogits[pair]).toBe(row[label]);
        expect(largestWrongLogits[pair]).toBe(Math.max(...row.filter((_, c) => c !== label)));
      }
      expect(engine.step).toBe(3);
      expect(await engine.advance(1)).toEqual([metrics]);
    });
  });

  it('reports losses that are huge or not finite when the learning rate is far too high', async () => {
    const wild = { ...start, configuration: { ...start.configuration, learningRate: 1 } };
    const metrics = await withGpuEngine(wild, (engine) => engine.advance(20));
    const loss = metrics.at(-1)?.trainLoss ?? 0;
    expect(!Number.isFinite(loss) || loss > 100, `loss ${loss}`).toBe(true);
  });

  it('lets what is not a number come out', async () => {
    const broken = {
      ...start,
      parameters: new Map([
        ...start.parameters,
        ['blocks.0.mlp.b_in', new Float32Array(64).fill(Number.NaN)],
      ]),
    };
    const metrics = await withGpuEngine(broken, (engine) => engine.advance(2));
    for (const { trainLoss, testLoss, trainAccuracy } of metrics) {
      expect([trainLoss, testLoss]).toEqual([Number.NaN, Number.NaN]);
      expect(trainAccuracy).toBe(0);
    }
  });

  it('keeps the full precision of losses that are far below 1e-7', async () => {
    const configuration = smallConfiguration({
      model: 'linear-alpha',
      p: 3,
      learningRate: 0.01,
      weightDecay: 0,
      trainFraction: 0.99,
    });
    const learner = startOf(configuration);
    const learned = await withGpuEngine(learner, async (engine) => {
      await engine.advance(150);
      return new Map(await engine.parameters());
    });
    // The same answers, given with more confidence.
    const name = 'unembed.weight';
    learned.set(
      name,
      (learned.get(name) as Float32Array).map((value) => 4 * value),
    );
    await withGpuEngine({ ...learner, parameters: learned }, async (engine) => {
      const { metrics } = await engine.evaluate();
      const logits = await engine.logits();
      let sum = 0;
      for (const [pair, label] of learner.dataset.labels.entries()) {
        if (learner.dataset.trainMask[pair] !== 1) continue;
        const row = [...logits.subarray(3 * pair, 3 * pair + 3)];
        const others = row.filter((_, c) => c !== label);
        const powers = others.map((logit) => Math.exp(logit - (row[label] as number)));
        sum += Math.log1p(powers.reduce((total, power) => total + power, 0));
      }
      const expected = sum / learner.dataset.trainCount;
      expect(metrics.trainAccuracy).toBe(1);
      expect(expected).toBeLessThan(1e-8);
      expect(metrics.trainLoss / expected).toBeCloseTo(1, 3);
    });
  });

  it('shows its parameters to TensorFlow.js', async () => {
    await withGpuEngine(start, async (engine) => {
      await engine.advance(2);
      for (let round = 0; round < 2; round++) {
        const tensors = engine.parameterTensors();
        const doubled = tf.tidy(() => tf.mul(tensors.get('unembed.W_U') as tf.Tensor, 2));
        expect(doubled.shape).toEqual([16, 5]);
        const values = (await engine.parameters()).get('unembed.W_U') as Float32Array;
        expect([...(await doubled.data())]).toEqual([...values.map((value) => 2 * value)]);
        doubled.dispose();
        await engine.advance(1);
      }
    });
  });

  it('says how many steps it encoded, and how long that took JavaScript', async () => {
    await withGpuEngine(start, async (engine) => {
      const { encodedSteps, encodeMilliseconds } = engine;
      await engine.advance(4);
      expect(engine.encodedSteps).toBe(encodedSteps + 4);
      expect(engine.encodeMilliseconds).toBeGreaterThanOrEqual(encodeMilliseconds);
    });
  });

  it('refuses a kernel that does not compile, in one sentence', async () => {
    await expect(compilePipelines(activeDevice(), ['fn main() { wrong }'])).rejects.toThrow(
      /^This GPU does not understand a training kernel \(.+\)\.$/,
    );
  });
}, ['webgpu']);

function bytesOf(values: Float32Array | undefined): Buffer | undefined {
  return values && Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
