/** An engine that only counts, and complains when it is asked for two things at once. */
import type { Evaluation, StepMetrics, TrainingEngine } from '../../src/engine/training-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { initialParameters, type ParameterSet } from '../../src/model/parameters.ts';
import type { TrainingState } from '../../src/model/training-state.ts';

/** Steps at which the loss is no longer a number. */
export interface BrokenSteps {
  /** In the losses that `advance` returns. */
  readonly advanceFrom?: number;
  /** In the losses that `evaluate` returns. */
  readonly evaluateFrom?: number;
}

export class FakeEngine implements TrainingEngine {
  readonly backend = 'cpu';
  step = 0;
  disposed = false;
  /** True while a call is under way. */
  busy = false;

  constructor(
    private readonly configuration: RunConfiguration,
    private readonly broken: BrokenSteps = {},
  ) {}

  advance(count: number): Promise<readonly StepMetrics[]> {
    return this.exclusively(() =>
      Array.from({ length: count }, () => this.metrics(this.step++, this.broken.advanceFrom)),
    );
  }

  evaluate(): Promise<Evaluation> {
    const pairs = this.configuration.p ** 2;
    return this.exclusively(() => ({
      metrics: this.metrics(this.step, this.broken.evaluateFrom),
      correctLogits: new Float32Array(pairs),
      largestWrongLogits: new Float32Array(pairs),
    }));
  }

  parameters(): Promise<ParameterSet> {
    return this.exclusively(() => initialParameters(this.configuration));
  }

  state(): Promise<TrainingState> {
    const parameters = initialParameters(this.configuration);
    const secondMoments = new Map(
      [...parameters].map(([name, values]) => [name, values.map((value) => value ** 2)]),
    );
    const moments = { firstMoments: parameters, secondMoments };
    return this.exclusively(() => ({ step: this.step, parameters, ...moments }));
  }

  logits(): Promise<Float32Array> {
    throw new Error('A run never reads all logits.');
  }

  gradients(): Promise<ParameterSet> {
    throw new Error('A run never reads gradients.');
  }

  memory() {
    return { tensors: 0, bytes: 0 };
  }

  dispose(): void {
    if (this.busy) throw new Error('The engine was freed while it worked.');
    this.disposed = true;
  }

  private async exclusively<Result>(work: () => Result): Promise<Result> {
    if (this.busy) throw new Error('The engine was asked for two things at once.');
    if (this.disposed) throw new Error('The engine was used after it was freed.');
    this.busy = true;
    await new Promise((resolve) => setImmediate(resolve));
    const result = work();
    this.busy = false;
    return result;
  }

  private metrics(step: number, brokenFrom = Number.POSITIVE_INFINITY): StepMetrics {
    return {
      step,
      trainLoss: step >= brokenFrom ? Number.NaN : 1 / (1 + step),
      testLoss: 2 / (1 + step),
      trainAccuracy: 0.5,
      testAccuracy: 0.25,
    };
  }
}
