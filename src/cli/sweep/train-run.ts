/** One run of a sweep, from its first weights to its line. */
import { sampleTriples, type Triple } from '../../analysis/gradient-symmetricity.ts';
import { type NetworkReport, reportTraining } from '../../analysis/result.ts';
import { isSettled, settlingSteps } from '../../analysis/settled.ts';
import { learnedAccuracy } from '../../analysis/verdict.ts';
import type { EngineThread } from '../../engine/threads/engine-thread.ts';
import type { Evaluation, StepMetrics, TrainingEngine } from '../../engine/training-engine.ts';
import type { KeptResult, RunRecord } from '../../formats/run-line.ts';
import { packPicture } from '../../formats/run-picture.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { createDataset } from '../../model/dataset.ts';
import { initialParameters } from '../../model/parameters.ts';

/** Steps between two looks at the losses. */
const stepsPerCall = 50;

/** What a run is made with. */
export interface RunSettings {
  /** Ends a run when nothing changes any more. */
  readonly stopsEarly: boolean;
}

/** Trains one network on a thread and measures it at the end. */
export async function trainRun(
  thread: EngineThread,
  configuration: RunConfiguration,
  { stopsEarly }: RunSettings,
): Promise<RunRecord> {
  const began = performance.now();
  const engine = await thread.create('wasm', {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  });
  const triples = sampleTriples(configuration.p, configuration.seed);
  const history: NetworkReport['result'][] = [];
  let learnedStep: number | null = null;
  let diverged: StepMetrics | undefined;
  try {
    while (engine.step < configuration.steps && diverged === undefined) {
      const untilLook = stopsEarly ? settlingSteps - (engine.step % settlingSteps) : stepsPerCall;
      const left = configuration.steps - engine.step;
      const metrics = await engine.advance(Math.min(stepsPerCall, untilLook, left));
      learnedStep ??= metrics.find(hasLearned)?.step ?? null;
      diverged = metrics.find(({ trainLoss, testLoss }) => !Number.isFinite(trainLoss + testLoss));
      if (diverged !== undefined || !stopsEarly || engine.step % settlingSteps !== 0) continue;
      history.push((await lookAt(engine, configuration, triples)).report.result);
      if (isSettled(history)) break;
    }
    const common = {
      configuration,
      backend: engine.backend,
      learnedStep,
      stoppedEarly: engine.step < configuration.steps && diverged === undefined,
    };
    if (diverged !== undefined) {
      return { ...common, ...divergedResult(diverged.step), seconds: secondsSince(began) };
    }
    const { report, evaluation } = await lookAt(engine, configuration, triples);
    if (learnedStep === null && hasLearned(evaluation.metrics)) common.learnedStep = engine.step;
    const picture = { planes: report.planes, correctLogits: evaluation.correctLogits };
    return {
      ...common,
      ...report.result,
      frequencies: [...report.result.frequencies],
      seconds: secondsSince(began),
      picture: packPicture(picture, report.result.frequencies, configuration.p),
    };
  } finally {
    engine.dispose();
  }
}

function hasLearned({ testAccuracy }: StepMetrics): boolean {
  return testAccuracy >= learnedAccuracy;
}

async function lookAt(
  engine: TrainingEngine,
  configuration: RunConfiguration,
  triples: readonly Triple[],
): Promise<{ report: NetworkReport; evaluation: Evaluation }> {
  const evaluation = await engine.evaluate();
  const parameters = await engine.parameters();
  return { report: reportTraining(configuration, parameters, evaluation, triples), evaluation };
}

/** A run whose loss stopped being a number has no measures; its line says so. */
function divergedResult(step: number): KeptResult {
  return {
    step,
    trainLoss: null,
    testLoss: null,
    trainAccuracy: null,
    testAccuracy: null,
    gradientSymmetricity: null,
    gradientSymmetricityError: null,
    gradientSymmetricityTriples: 0,
    gradientSymmetricityLeftOut: 0,
    distanceIrrelevance: null,
    distanceIrrelevanceWrongLogit: null,
    circularity: null,
    parameterNorm: null,
    frequencies: [],
    effectiveCircles: null,
    gini: null,
    verdict: 'diverged',
    verdictReason: `The loss stopped being a number at step ${step}: a smaller learning rate would do.`,
  };
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 10) / 100;
}
