/** Runs of a sweep, from their first weights to their lines. */
import { sampleTriples, type Triple } from '../analysis/gradient-symmetricity.ts';
import { type NetworkReport, type NetworkResult, reportTraining } from '../analysis/result.ts';
import { isSettled, settlingSteps } from '../analysis/settled.ts';
import { learnedAccuracy } from '../analysis/verdict.ts';
import type { Evaluation, StepMetrics, TrainingBatch } from '../engine/training-engine.ts';
import type { RunRecord } from '../formats/run-line.ts';
import { isPicture, packPicture } from '../formats/run-picture.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { divergedResult } from './diverged-result.ts';

/** Steps between two looks at the losses. */
const stepsPerCall = 50;

/** How runs are trained. */
export interface RunSettings {
  /** Ends a run when nothing changes any more. */
  readonly stopsEarly: boolean;
  /** Told how many steps the batch has made; no more are made before its promise is fulfilled. */
  readonly onProgress?: (step: number) => void | Promise<void>;
}

/** One network of the batch. */
interface Member {
  readonly configuration: RunConfiguration;
  readonly triples: readonly Triple[];
  readonly history: NetworkResult[];
  learnedStep: number | null;
  hasEnded: boolean;
}

/**
 * Trains the networks of a batch and measures each at its end. A network that has settled or
 * diverged ends before the others, which go on as they would without it.
 *
 * @param configurations of the batch's networks in order, all with the same number of steps
 * @param onRun told of each run as it ends
 */
export async function trainRuns(
  batch: TrainingBatch,
  configurations: readonly RunConfiguration[],
  { stopsEarly, onProgress }: RunSettings,
  onRun: (run: RunRecord) => void | Promise<void>,
): Promise<void> {
  let paused = 0;
  const began = performance.now();
  const members = configurations.map(
    (configuration): Member => ({
      configuration,
      triples: sampleTriples(configuration.p, configuration.seed),
      history: [],
      learnedStep: null,
      hasEnded: false,
    }),
  );
  const steps = Math.max(...configurations.map((configuration) => configuration.steps));
  const end = async (member: Member, run: Omit<RunRecord, keyof CommonFields>) => {
    member.hasEnded = true;
    const seconds = (performance.now() - began - paused) / 1000 / batch.size;
    await onRun({
      configuration: member.configuration,
      backend: batch.backend,
      seconds: Math.round(100 * seconds) / 100,
      learnedStep: member.learnedStep,
      stoppedEarly: run.verdict !== 'diverged' && batch.step < steps,
      ...run,
    });
  };
  /** Looks at all that have not ended; `mayEnd` says which of them do. */
  const look = async (mayEnd: (member: Member) => boolean) => {
    const evaluations = await batch.evaluate();
    const parameters = await batch.parameters();
    for (const [index, member] of members.entries()) {
      const [evaluation, set] = [evaluations[index], parameters[index]];
      if (member.hasEnded || evaluation === undefined || set === undefined) continue;
      const { configuration, triples } = member;
      // The losses that `advance` gives are from before each update: the last one is seen here only.
      if (!hasLoss(evaluation.metrics)) {
        await end(member, divergedResult(batch.step));
        continue;
      }
      const report = reportTraining(configuration, set, evaluation, triples);
      member.history.push(report.result);
      if (!mayEnd(member)) continue;
      if (hasLearned(evaluation.metrics)) member.learnedStep ??= batch.step;
      await end(member, lineOf(report, evaluation, configuration.p));
    }
  };

  while (batch.step < steps && members.some(({ hasEnded }) => !hasEnded)) {
    const untilLook = stopsEarly ? settlingSteps - (batch.step % settlingSteps) : stepsPerCall;
    const count = Math.min(stepsPerCall, untilLook, steps - batch.step);
    const metrics = await batch.advance(count);
    for (const [index, member] of members.entries()) {
      if (member.hasEnded) continue;
      const own = metrics[index] ?? [];
      member.learnedStep ??= own.find(hasLearned)?.step ?? null;
      const failed = own.find((one) => !hasLoss(one));
      if (failed !== undefined) await end(member, divergedResult(failed.step));
    }
    if (stopsEarly && batch.step < steps && batch.step % settlingSteps === 0) {
      await look(({ history }) => isSettled(history));
    }
    const held = performance.now();
    await onProgress?.(batch.step);
    paused += performance.now() - held;
  }
  if (members.some(({ hasEnded }) => !hasEnded)) await look(() => true);
}

type CommonFields = Pick<
  RunRecord,
  'configuration' | 'backend' | 'seconds' | 'learnedStep' | 'stoppedEarly'
>;

function hasLoss({ trainLoss, testLoss }: StepMetrics): boolean {
  return Number.isFinite(trainLoss) && Number.isFinite(testLoss);
}

function hasLearned({ testAccuracy }: StepMetrics): boolean {
  return testAccuracy >= learnedAccuracy;
}

function lineOf(
  { result, planes }: NetworkReport,
  { correctLogits }: Evaluation,
  p: number,
): Omit<RunRecord, keyof CommonFields> {
  const picture = packPicture({ planes, correctLogits }, result.frequencies, p);
  return {
    ...result,
    frequencies: [...result.frequencies],
    ...(isPicture(picture, p) ? { picture } : {}),
  };
}
