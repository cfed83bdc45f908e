/** Training on the CPU with our own kernels, for every network (DESIGN section 4). */
import type { ParameterSet } from '../../model/parameters.ts';
import { stepMetrics } from '../metrics.ts';
import type {
  BackendName,
  EngineStart,
  Evaluation,
  StepMetrics,
  TrainingEngine,
} from '../training-engine.ts';
import { collectLogits } from './collect-logits.ts';
import { updateParameters } from './parameter-update.ts';
import { createPlainKernels } from './plain-kernels.ts';
import { planTrainer, Trainer } from './trainer.ts';
import { createVectorKernels } from './vector-kernels.ts';

/**
 * The network of `start` on WebAssembly's vector instructions.
 *
 * @throws Error when there is no WebAssembly SIMD here, or not enough memory
 */
export async function createWasmEngine(start: EngineStart): Promise<TrainingEngine> {
  const plan = planTrainer(start);
  const memory = await createVectorKernels(plan.bytes);
  return new CpuEngine(new Trainer(plan, memory), 'wasm');
}

/**
 * The network of `start` in plain TypeScript: slower, and works everywhere.
 *
 * @param precision float64 makes a reference for engines in float32
 */
export function createPlainEngine(
  start: EngineStart,
  precision: 'float32' | 'float64' = 'float32',
): TrainingEngine {
  const plan = planTrainer(start);
  return new CpuEngine(new Trainer(plan, createPlainKernels(plan.bytes, precision)), 'cpu');
}

class CpuEngine implements TrainingEngine {
  step = 0;
  private trainer: Trainer | undefined;

  constructor(
    trainer: Trainer,
    readonly backend: BackendName,
  ) {
    this.trainer = trainer;
    trainer.writeStart();
  }

  async advance(count: number): Promise<readonly StepMetrics[]> {
    const trainer = this.working();
    const metrics: StepMetrics[] = [];
    for (let index = 0; index < count; index++) {
      this.differentiate(trainer);
      metrics.push(this.metrics(trainer));
      updateParameters(
        trainer.memory.kernels,
        trainer.plan.parameters,
        this.step,
        trainer.plan.start.configuration,
      );
      this.step += 1;
    }
    return metrics;
  }

  async evaluate(): Promise<Evaluation> {
    const trainer = this.working();
    this.measure(trainer);
    const { correct, wrong, start } = trainer.plan;
    const pairs = start.dataset.labels.length;
    const copy = (pointer: number) =>
      Float32Array.from(trainer.memory.numbers.subarray(pointer / 4, pointer / 4 + pairs));
    return {
      metrics: this.metrics(trainer),
      correctLogits: copy(correct),
      largestWrongLogits: copy(wrong),
    };
  }

  async logits(): Promise<Float32Array> {
    return collectLogits(this.working());
  }

  async gradients(): Promise<ParameterSet> {
    const trainer = this.working();
    this.differentiate(trainer);
    return this.read(trainer.plan.parameters.gradients);
  }

  async parameters(): Promise<ParameterSet> {
    return this.read(this.working().plan.parameters.values);
  }

  memory() {
    const bytes = this.trainer?.memory.bytes ?? 0;
    return { tensors: bytes > 0 ? 1 : 0, bytes };
  }

  dispose(): void {
    this.trainer = undefined;
  }

  private read(vector: number): ParameterSet {
    const { plan, memory } = this.working();
    return plan.parameters.read(memory.numbers, vector);
  }

  private working(): Trainer {
    if (this.trainer === undefined) throw new Error('This network was let go: start a new run.');
    return this.trainer;
  }

  private differentiate(trainer: Trainer): void {
    trainer.prepare();
    for (const lane of trainer.plan.sums.keys()) trainer.runLane(lane, true);
    trainer.finish();
  }

  private measure(trainer: Trainer): void {
    trainer.prepare();
    for (const lane of trainer.plan.sums.keys()) trainer.runLane(lane, false);
  }

  private metrics(trainer: Trainer): StepMetrics {
    const train = trainer.sums('train');
    const test = trainer.sums('test');
    const sums = [train.loss, test.loss, train.hits, test.hits];
    return stepMetrics(this.step, sums, trainer.plan.start.dataset);
  }
}
