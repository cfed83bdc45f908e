/** One moment of a run, measured for the views. */
import type { Triple } from '../analysis/gradient-symmetricity.ts';
import { reportTraining } from '../analysis/result.ts';
import type { StepMetrics, TrainingEngine } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { ParameterSet } from '../model/parameters.ts';
import { allFinite, hasOnlyNumbers } from '../model/training-state.ts';
import type { Snapshot } from './contract.ts';

/** A snapshot and the weights it was measured on. */
export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  readonly parameters: ParameterSet;
}

/** Where a NaN or an Infinity came up. */
export type NotANumber = 'loss' | 'weights' | 'answers';

/** Measures the network as it is; says where something in it is no longer a number. */
export async function takeSnapshot(
  configuration: RunConfiguration,
  engine: TrainingEngine,
  triples: readonly Triple[],
): Promise<TakenSnapshot | NotANumber> {
  const evaluation = await engine.evaluate();
  if (!hasLoss(evaluation.metrics)) return 'loss';
  const { correctLogits, largestWrongLogits } = evaluation;
  if (!allFinite(correctLogits) || !allFinite(largestWrongLogits)) return 'answers';
  const parameters = await engine.parameters();
  if (!hasOnlyNumbers(parameters)) return 'weights';
  const { result, planes } = reportTraining(configuration, parameters, evaluation, triples);
  return {
    snapshot: { result, planes, correctLogits: Float32Array.from(evaluation.correctLogits) },
    parameters,
  };
}

/** False once training has diverged. */
export function hasLoss({ trainLoss, testLoss }: StepMetrics): boolean {
  return Number.isFinite(trainLoss) && Number.isFinite(testLoss);
}
