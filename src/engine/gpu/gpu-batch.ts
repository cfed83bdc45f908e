/** Several networks of one shape trained in the same launches, each as it would be alone. */
import { architectureOf, isTransformer, type RunConfiguration } from '../../model/configuration.ts';
import type { ParameterSet } from '../../model/parameters.ts';
import type { EngineStart, Evaluation, StepMetrics, TrainingBatch } from '../training-engine.ts';
import { activeDevice } from './device.ts';
import { largestBuffer } from './limits.ts';
import { planNetwork } from './plans.ts';
import { GpuTrainer } from './trainer.ts';

/** Networks that share their launches, and their places in the batch. */
interface Group {
  readonly trainer: GpuTrainer;
  readonly places: readonly number[];
}

/** Networks in training on the GPU. */
export interface GpuBatch extends TrainingBatch {
  readonly launchesPerStep: number;
}

/**
 * The networks of `starts` on TensorFlow.js' WebGPU backend, which must be active. Networks at α = 0
 * are launched apart from the others: their step leaves out attention, as it does for one alone.
 *
 * @throws Error with one sentence when they differ in shape or do not fit the device
 */
export async function createGpuBatch(starts: readonly EngineStart[]): Promise<GpuBatch> {
  const [first] = starts;
  if (first === undefined) throw new Error('A batch needs at least one network.');
  for (const { configuration } of starts) checkShape(configuration, first.configuration);
  const allowed = largestBuffer(activeDevice().limits);
  const groups: Group[] = [];
  try {
    for (const attends of [false, true]) {
      const places = [...starts.keys()].filter((place) => {
        const { configuration } = starts[place] as EngineStart;
        return (isTransformer(configuration) && configuration.attentionRate > 0) === attends;
      });
      if (places.length === 0) continue;
      const own = places.map((place) => starts[place] as EngineStart);
      const plan = planNetwork((own[0] as EngineStart).configuration, allowed);
      groups.push({ trainer: await GpuTrainer.create(plan, own), places });
    }
  } catch (error) {
    for (const { trainer } of groups) trainer.dispose();
    throw error;
  }
  return new GroupedBatch(groups, starts.length);
}

/** @throws Error when a network could not be computed with another one's launches */
function checkShape(configuration: RunConfiguration, other: RunConfiguration): void {
  const shape = (settings: RunConfiguration) =>
    JSON.stringify({ ...architectureOf(settings), attentionRate: 0 });
  if (shape(configuration) !== shape(other)) {
    throw new Error(
      'The networks of a batch differ in shape: only seed, attention rate, learning rate, weight decay and train fraction may differ.',
    );
  }
}

class GroupedBatch implements GpuBatch {
  readonly backend = 'webgpu';

  constructor(
    private readonly groups: readonly Group[],
    readonly size: number,
  ) {}

  get step(): number {
    return this.groups[0]?.trainer.step ?? 0;
  }

  get launchesPerStep(): number {
    return this.groups.reduce((sum, { trainer }) => sum + trainer.launchesPerStep, 0);
  }

  advance(count: number): Promise<readonly (readonly StepMetrics[])[]> {
    return this.each((trainer) => trainer.advance(count));
  }

  evaluate(): Promise<readonly Evaluation[]> {
    return this.each((trainer) => trainer.evaluate());
  }

  parameters(): Promise<readonly ParameterSet[]> {
    return this.each((trainer) => trainer.parameters());
  }

  memory() {
    const held = this.groups.map(({ trainer }) => trainer.memory);
    return {
      tensors: held.reduce((sum, { tensors }) => sum + tensors, 0),
      bytes: held.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  dispose(): void {
    for (const { trainer } of this.groups) trainer.dispose();
  }

  /** Asks every group and puts the answers in the order of the batch. */
  private async each<Answer>(ask: (trainer: GpuTrainer) => Promise<Answer[]>): Promise<Answer[]> {
    const answers = new Array<Answer>(this.size);
    for (const { trainer, places } of this.groups) {
      for (const [index, answer] of (await ask(trainer)).entries()) {
        answers[places[index] as number] = answer;
      }
    }
    return answers;
  }
}
