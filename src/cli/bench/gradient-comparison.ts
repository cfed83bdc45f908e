/**
 * The gradient written by hand against TensorFlow.js' automatic differentiation: the same network,
 * data, loss and optimiser, measured in turns so that a busy machine slows both alike.
 */
import {
  type AutogradBaseline,
  createAutogradBaseline,
} from '../../engine/stock/autograd-baseline.ts';
import { countKernels } from '../../engine/stock/kernel-count.ts';
import { createStockEngine } from '../../engine/stock/stock-engine.ts';
import type { EngineStart, StepMetrics } from '../../engine/training-engine.ts';
import { median } from './median.ts';

/** Steps both train before anything is measured; then their losses are compared. */
export const agreementSteps = 20;
/** Largest relative difference of the losses: rounding alone stays well below it. */
export const agreementTolerance = 1e-4;
/** Turns taken, when there are steps enough. */
const turns = 6;

/** Time and launches of one way to train. */
export interface StepCost {
  /** Median over the turns. */
  readonly millisecondsPerStep: number;
  /** Milliseconds a step in each turn. */
  readonly turns: readonly number[];
  readonly kernelsPerStep: number;
}

/** Both ways side by side, for one attention rate. */
export interface GradientComparison {
  readonly attention: number;
  readonly stock: StepCost;
  readonly autograd: StepCost;
  /** Time of automatic differentiation divided by the time of the gradient by hand. */
  readonly ratio: number;
  /** Largest relative difference of train and test loss after `agreementSteps` steps. */
  readonly lossDifference: number;
  readonly lossesAgree: boolean;
}

type Trainer = Pick<AutogradBaseline, 'advance'>;

/**
 * Measures both trainers on the active backend.
 *
 * @param steps steps each of them is measured over
 */
export async function compareGradients(
  start: EngineStart,
  steps: number,
): Promise<GradientComparison> {
  const stock = createStockEngine(start);
  const autograd = await createAutogradBaseline(start);
  try {
    const lossDifference = largestDifference(
      (await stock.advance(agreementSteps + 1)).at(-1) as StepMetrics,
      (await autograd.advance(agreementSteps + 1)).at(-1) as StepMetrics,
    );
    const times = await measureInTurns([stock, autograd], steps);
    const [stockCost, autogradCost] = [
      await stepCost(stock, times[0] as number[]),
      await stepCost(autograd, times[1] as number[]),
    ];
    return {
      attention: start.configuration.attentionRate,
      stock: stockCost,
      autograd: autogradCost,
      ratio: autogradCost.millisecondsPerStep / stockCost.millisecondsPerStep,
      lossDifference,
      lossesAgree: lossDifference <= agreementTolerance,
    };
  } finally {
    stock.dispose();
    autograd.dispose();
  }
}

/** Milliseconds a step, for each trainer and turn. */
async function measureInTurns(trainers: readonly Trainer[], steps: number): Promise<number[][]> {
  const count = Math.min(turns, steps);
  const batch = Math.floor(steps / count);
  const times = trainers.map((): number[] => []);
  for (let turn = 0; turn < count; turn++) {
    for (const [index, trainer] of trainers.entries()) {
      const began = performance.now();
      await trainer.advance(batch);
      times[index]?.push((performance.now() - began) / batch);
    }
  }
  return times;
}

async function stepCost(trainer: Trainer, times: readonly number[]): Promise<StepCost> {
  return {
    millisecondsPerStep: median(times),
    turns: times,
    kernelsPerStep: await countKernels(() => trainer.advance(1)),
  };
}

function largestDifference(left: StepMetrics, right: StepMetrics): number {
  const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(b), 1e-30);
  return Math.max(
    relative(left.trainLoss, right.trainLoss),
    relative(left.testLoss, right.testLoss),
  );
}
