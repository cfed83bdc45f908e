/**
 * Networks of one plan in training, side by side in one arena. Everything that a step needs is on
 * the device before it begins: encoding it is a handful of calls a launch.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ParameterSet } from '../../model/parameters.ts';
import type { TrainingState } from '../../model/training-state.ts';
import { stepMetrics } from '../metrics.ts';
import type { EngineStart, Evaluation, StepMetrics } from '../training-engine.ts';
import { type Matrix, packedValues } from './arena.ts';
import { BufferSet } from './buffers.ts';
import { activeDevice, flushPendingOperations } from './device.ts';
import { evaluationOf } from './evaluation.ts';
import { checkLimits } from './limits.ts';
import { parametersFromArena, parametersFromPacked } from './parameter-layout.ts';
import type { Launch, Plan } from './plan.ts';
import { type PreparedLaunch, prepareLaunches } from './preparation.ts';
import { historyOffset, scheduleBytes, scheduleCapacity, scheduleRows } from './schedule.ts';
import { ParameterSnapshot } from './snapshot.ts';
import { words } from './words.ts';

/** A submission is sized to take about this long: long ones block the page and may be killed. */
const wantedMilliseconds = 150;

/** A step that takes longer goes to the device in pieces: drivers end what takes about two seconds. */
const longestMilliseconds = 800;

/** K networks of one shape in the same launches. */
export class GpuTrainer {
  step: number;
  /** Steps encoded so far, and the time JavaScript took to encode them. */
  encodedSteps = 0;
  encodeMilliseconds = 0;
  private stepsAtOnce = 1;
  /** Whether a step takes so long that its launches are submitted one by one. */
  private submitsLaunches = false;
  private disposed = false;
  private prepared: ReadonlyMap<Launch, PreparedLaunch> = new Map();
  private readonly buffers: BufferSet;
  private readonly snapshot: ParameterSnapshot;
  private readonly arena: GPUBuffer;
  private readonly schedule: GPUBuffer;

  private constructor(
    private readonly device: GPUDevice,
    private readonly plan: Plan,
    private readonly starts: readonly EngineStart[],
  ) {
    this.step = starts[0]?.optimiser?.step ?? 0;
    this.buffers = new BufferSet(device);
    this.snapshot = new ParameterSnapshot(plan.configuration, this.buffers);
    const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    this.arena = this.buffers.create(4 * plan.size * starts.length, storage);
    this.schedule = this.buffers.create(scheduleBytes(starts.length), storage);
  }

  /** @throws Error with one sentence when the networks do not fit or a kernel does not compile */
  static async create(plan: Plan, starts: readonly EngineStart[]): Promise<GpuTrainer> {
    const device = activeDevice();
    checkLimits(plan, starts.length, device.limits);
    device.pushErrorScope('out-of-memory');
    const trainer = new GpuTrainer(device, plan, starts);
    const problem = await device.popErrorScope();
    try {
      if (problem !== null) throw new Error(words('outOfMemory'));
      trainer.prepared = await prepareLaunches(device, plan, starts, trainer.buffers, {
        arena: trainer.arena,
        schedule: trainer.schedule,
      });
    } catch (error) {
      trainer.dispose();
      throw error;
    }
    return trainer;
  }

  /** Number of launches a step. */
  get launchesPerStep(): number {
    return this.plan.forwardAndBackward.length + this.plan.update.length;
  }

  /** By network, one entry an update. */
  async advance(count: number): Promise<StepMetrics[][]> {
    const metrics: StepMetrics[][] = this.starts.map(() => []);
    let left = count;
    while (left > 0) {
      const steps = Math.min(left, this.stepsAtOnce, scheduleCapacity);
      const begin = performance.now();
      const launches = [...this.plan.forwardAndBackward, ...this.plan.update];
      const sums = await this.run(launches, steps);
      const elapsed = (performance.now() - begin) / steps;
      this.submitsLaunches = elapsed > longestMilliseconds;
      this.stepsAtOnce = Math.max(
        1,
        // No more than four times as many: the first steps of a run are slower than the rest.
        Math.min(4 * steps, scheduleCapacity, Math.floor(wantedMilliseconds / elapsed)),
      );
      for (const [network, own] of sums.entries()) metrics[network]?.push(...own);
      this.step += steps;
      left -= steps;
    }
    return metrics;
  }

  /** What each network answers at the present step. */
  async evaluate(): Promise<Evaluation[]> {
    const metrics = await this.run(this.plan.forwardAndBackward, 1);
    const statistics = await this.readRegion(this.plan.regions.statistics);
    return statistics.map((values, network) =>
      evaluationOf(values, (metrics[network] as StepMetrics[])[0] as StepMetrics),
    );
  }

  /** By network, all logits, p²×classes. */
  async logits(): Promise<Float32Array[]> {
    this.submit(this.plan.logits, 1);
    const { logitGradient } = this.plan.regions;
    return (await this.readRegion(logitGradient)).map((values) =>
      packedValues(values, logitGradient),
    );
  }

  /** By network, gradients by parameter. */
  async gradients(): Promise<ParameterSet[]> {
    this.submit([...this.plan.forwardAndBackward, this.plan.packGradients], 1);
    return this.readPacked();
  }

  /** By network, a copy of the parameters. */
  async parameters(): Promise<ParameterSet[]> {
    this.submit([this.plan.packValues], 1);
    return this.readPacked();
  }

  /** By network, a copy of parameters and moments. */
  async states(): Promise<TrainingState[]> {
    const { parameters } = this.plan;
    const { offset, span } = parameters;
    const copies = await this.readRegion({ offset, rows: 3, stride: span });
    return copies.map((values) => {
      const part = (index: number) =>
        parametersFromArena(parameters, values.subarray(index * span, (index + 1) * span));
      return {
        step: this.step,
        parameters: part(0),
        firstMoments: part(1),
        secondMoments: part(2),
      };
    });
  }

  /**
   * Parameters of the first network as TensorFlow.js tensors. They belong to the trainer and are
   * replaced by the next call.
   */
  parameterTensors(): ReadonlyMap<string, Tensor> {
    return this.snapshot.take((targets) => {
      this.submit([this.plan.packValues], 1);
      const encoder = this.device.createCommandEncoder();
      let offset = 4 * this.plan.regions.packed.offset;
      for (const target of targets) {
        encoder.copyBufferToBuffer(this.arena, offset, target, 0, target.size);
        offset += target.size;
      }
      this.device.queue.submit([encoder.finish()]);
    });
  }

  /** Buffers held, with their bytes. */
  get memory() {
    return this.buffers.memory;
  }

  dispose(): void {
    this.disposed = true;
    this.snapshot.disposeTensors();
    this.prepared = new Map();
    this.buffers.destroy();
  }

  /** Submits steps and reads their metrics, by network. */
  private async run(launches: readonly Launch[], steps: number): Promise<StepMetrics[][]> {
    this.submit(launches, steps);
    const networks = this.starts.length;
    const [sums] = (await this.buffers.read([
      { buffer: this.schedule, offset: historyOffset(networks), size: 16 * networks * steps },
    ])) as [Float32Array];
    return this.starts.map(({ dataset }, network) =>
      Array.from({ length: steps }, (_, index) => {
        const start = 4 * (index * networks + network);
        return stepMetrics(this.step + index, sums.subarray(start, start + 4), dataset);
      }),
    );
  }

  /** Encodes launches, again and again, and submits them. */
  private submit(launches: readonly Launch[], steps: number): void {
    if (this.disposed) throw new Error('This engine has been disposed of and cannot be used.');
    const { device } = this;
    const networks = this.starts.length;
    flushPendingOperations(device);
    const configurations = this.starts.map(({ configuration }) => configuration);
    device.queue.writeBuffer(this.schedule, 0, scheduleRows(configurations, this.step, steps));
    const begin = performance.now();
    const prepared = launches.map((launch) => this.prepared.get(launch) as PreparedLaunch);
    const pieces = this.submitsLaunches ? prepared.map((launch) => [launch]) : [prepared];
    const commands = pieces.map((piece) => encodeLaunches(device, piece, steps, networks));
    this.encodeMilliseconds += performance.now() - begin;
    this.encodedSteps += steps;
    for (const piece of commands) device.queue.submit([piece]);
  }

  private async readPacked(): Promise<ParameterSet[]> {
    const { configuration, parameters, regions } = this.plan;
    return (await this.readRegion(regions.packed)).map((values) =>
      parametersFromPacked(configuration, parameters, values),
    );
  }

  private readRegion({
    offset,
    rows,
    stride,
  }: Pick<Matrix, 'offset' | 'rows' | 'stride'>): Promise<Float32Array[]> {
    return this.buffers.read(
      this.starts.map((_, network) => ({
        buffer: this.arena,
        offset: 4 * (network * this.plan.size + offset),
        size: 4 * rows * stride,
      })),
    );
  }
}

/** Encodes launches, all of them again and again. */
function encodeLaunches(
  device: GPUDevice,
  launches: readonly PreparedLaunch[],
  steps: number,
  networks: number,
): GPUCommandBuffer {
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  for (let step = 0; step < steps; step++) {
    for (const { pipeline, group, workgroups } of launches) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(workgroups, 1, networks);
    }
  }
  pass.end();
  return encoder.finish();
}
