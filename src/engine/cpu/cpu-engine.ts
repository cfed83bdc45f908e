/** Training on the CPU with our own kernels, for every network (DESIGN section 4). */
import type { ParameterSet } from '../../model/parameters.ts';
import type { TrainingState } from '../../model/training-state.ts';
import { stepMetrics } from '../metrics.ts';
import { canShareMemory } from '../threads/thread.ts';
import { words } from '../threads/words.ts';
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
import { Lanes } from './second-thread/lanes.ts';
import { SecondThread } from './second-thread/second-thread.ts';
import { planTrainer, Trainer, type TrainerPlan } from './trainer.ts';
import { createSharedKernels, createVectorKernels } from './vector-kernels.ts';

/**
 * The network of `start` on WebAssembly's vector instructions.
 *
 * @param threads 2 for a second thread where memory can be shared; the bits are the same
 * @throws Error when there is no WebAssembly SIMD here, or not enough memory
 */
export async function createWasmEngine(start: EngineStart, threads: 1 | 2 = 1): Promise<CpuEngine> {
  const plan = planTrainer(start);
  if (threads === 2 && canShareMemory()) {
    const shared = await lanesOnTwoThreads(plan).catch(() => undefined);
    // Whatever keeps a second thread from being made, one thread trains as well.
    if (shared !== undefined) return new CpuEngine(shared, 'wasm');
  }
  const trainer = new Trainer(plan, await createVectorKernels(plan.bytes));
  trainer.writeStart();
  return new CpuEngine(new Lanes(trainer, undefined), 'wasm');
}

async function lanesOnTwoThreads(plan: TrainerPlan): Promise<Lanes> {
  const memory = await createSharedKernels(plan.bytes);
  const trainer = new Trainer(plan, memory);
  trainer.writeStart();
  return new Lanes(trainer, new SecondThread(plan.start, memory));
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
  const trainer = new Trainer(plan, createPlainKernels(plan.bytes, precision));
  trainer.writeStart();
  return new CpuEngine(new Lanes(trainer, undefined), 'cpu');
}

/** A network in training on one or two threads. */
export class CpuEngine implements TrainingEngine {
  step: number;
  private lanes: Lanes | undefined;

  constructor(
    lanes: Lanes,
    readonly backend: BackendName,
  ) {
    this.lanes = lanes;
    this.step = lanes.trainer.plan.start.optimiser?.step ?? 0;
  }

  /** Number of threads that train at present. */
  get threads(): 1 | 2 {
    return this.lanes?.threads ?? 1;
  }

  /** Waits until a second thread is there, if one was wanted. @returns whether there is one */
  async awaitSecondThread(milliseconds: number): Promise<boolean> {
    return (await this.lanes?.awaitHelper(milliseconds)) ?? false;
  }

  async advance(count: number): Promise<readonly StepMetrics[]> {
    const metrics: StepMetrics[] = [];
    for (let index = 0; index < count; index++) {
      const trainer = await this.differentiate();
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
    const lanes = this.working();
    await lanes.run(false);
    const { trainer } = lanes;
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
    return collectLogits(this.working().trainer);
  }

  async gradients(): Promise<ParameterSet> {
    const trainer = await this.differentiate();
    return this.read(trainer.plan.parameters.gradients);
  }

  async parameters(): Promise<ParameterSet> {
    return this.read(this.working().trainer.plan.parameters.values);
  }

  async state(): Promise<TrainingState> {
    const { values, firstMoments, secondMoments } = this.working().trainer.plan.parameters;
    return {
      step: this.step,
      parameters: this.read(values),
      firstMoments: this.read(firstMoments),
      secondMoments: this.read(secondMoments),
    };
  }

  memory() {
    const bytes = this.lanes?.trainer.memory.bytes ?? 0;
    return { tensors: bytes > 0 ? 1 : 0, bytes };
  }

  dispose(): void {
    this.lanes?.end();
    this.lanes = undefined;
  }

  private read(vector: number): ParameterSet {
    const { plan, memory } = this.working().trainer;
    return plan.parameters.read(memory.numbers, vector);
  }

  private working(): Lanes {
    if (this.lanes === undefined) throw new Error(words('letGo'));
    return this.lanes;
  }

  /** Losses and gradients at the present parameters. */
  private async differentiate(): Promise<Trainer> {
    const lanes = this.working();
    await lanes.run(true);
    lanes.trainer.finish();
    return lanes.trainer;
  }

  private metrics(trainer: Trainer): StepMetrics {
    const train = trainer.sums('train');
    const test = trainer.sums('test');
    const sums = [train.loss, test.loss, train.hits, test.hits];
    return stepMetrics(this.step, sums, trainer.plan.start.dataset);
  }
}
