/**
 * The paper's whole analysis of one network: every measure of SCIENCE section 3, circle by circle. The
 * logits of changed networks are asked of a function, so that any engine can compute them.
 */
import english from '../messages/en/analysis/network-analysis.json';
import { createWords } from '../messages/words.ts';
import type { Dataset } from '../model/dataset.ts';
import { firstPreActivations } from '../model/forward.ts';
import type { Network } from '../model/network.ts';
import type { AnalysisResult, ComponentPairResult } from './analysis-result.ts';
import { type Answers, meanWhere, readAnswers } from './answers.ts';
import { type IsolatedCircle, measureCircle } from './circle.ts';
import { type NeuronLayer, readNeurons } from './first-layer-neurons.ts';
import { fitFullLogits } from './full-logit-fits.ts';
import type { Triple } from './gradient-symmetricity.ts';
import { keepFrequencies, removeFrequencies } from './isolation.ts';
import { type Measures, measureNetwork } from './measures.ts';
import { groupNeurons } from './neuron-groups.ts';
import { componentPairs } from './principal-pairs.ts';
import { byPower, mainFrequencies } from './spectrum.ts';
import { judge } from './verdict.ts';

export type { AnalysisResult, CircleResult } from './analysis-result.ts';

const words = createWords('analysis/network-analysis', english);

/** Logits of all pairs, p² × vocabulary, row a·p + b. */
export type LogitsFunction = (network: Network) => Promise<Float32Array>;

/** Circles looked at one by one, and kept together, at most. */
export const mostCircles = 8;
const componentPairCount = 6;
/** Circles with less of the power are weak: after the sixth they are not isolated. */
const weakCircleShare = 0.01;

/** What is known about a network besides itself. */
export interface AnalysisContext {
  readonly triples: readonly Triple[];
  /** Step at which it was taken from its run; null when nobody knows. */
  readonly step: number | null;
  /** Which pairs it was trained on; undefined when nobody knows. */
  readonly dataset?: Pick<Dataset, 'trainMask'> | undefined;
  /** Told before every part; throwing here ends the analysis. May wait. */
  readonly onProgress?: (progress: AnalysisProgress) => void | Promise<void>;
}

/** How far an analysis has come. */
export interface AnalysisProgress {
  /** 0 … 1. */
  readonly done: number;
  /** What is being computed, in a few words. */
  readonly part: string;
}

/** Results and what the pictures are drawn from. */
export interface NetworkAnalysis {
  readonly result: AnalysisResult;
  readonly planes: Float32Array<ArrayBuffer>;
  readonly correctLogits: Float32Array<ArrayBuffer>;
  /** By circle, in the order of `result.circles`: correct logits p², and all logits p² × columns. */
  readonly circles: readonly {
    readonly correctLogits: Float32Array<ArrayBuffer>;
    readonly logits: Float32Array;
  }[];
  /** All logits, p² × columns. */
  readonly logits: Float32Array;
  readonly neurons: NeuronLayer;
  /** First-layer pre-activations, p² × neurons. */
  readonly preActivations: Float32Array;
}

/** Analyses a network. @param logitsOf computes the logits of networks with the same architecture */
export async function analyseNetwork(
  network: Network,
  logitsOf: LogitsFunction,
  context: AnalysisContext,
): Promise<NetworkAnalysis> {
  const { p } = network.configuration;
  const progress = progressReporter(context, p);
  await progress(words('wholeNetwork'));
  const logits = await logitsOf(network);
  const answers = readAnswers(network, logits);
  const { measures, planes } = measureNetwork({ ...network, ...answers }, context.triples);
  const strongest = byPower(measures.frequencies).slice(0, mostCircles);

  const circles: {
    share: (typeof strongest)[number];
    isolated: IsolatedCircle;
    logits: Float32Array;
  }[] = [];
  const alone = strongest.filter(
    ({ powerFraction }, index) => index < componentPairCount || powerFraction >= weakCircleShare,
  );
  for (const share of alone) {
    await progress(words('circleAlone', { k: share.k }));
    const own = await logitsOf(keepFrequencies(network, [share.k]));
    circles.push({ share, logits: own, isolated: measureCircle(network, share.k, own) });
  }
  const circlesByComponents: ComponentPairResult[] = [];
  for (const { components, k, isolated } of componentPairs(network, componentPairCount)) {
    await progress(words('components', { first: components[0], second: components[1] }));
    const own = await logitsOf(isolated);
    circlesByComponents.push({ components, ...measureCircle(network, k, own).measures });
  }
  const accuracyKeepingTop: { kept: number[]; accuracy: number }[] = [];
  for (let count = 1; count <= strongest.length; count++) {
    await progress(words('strongestTogether', { count }));
    const kept = strongest.slice(0, count).map(({ k }) => k);
    // One circle alone is there already.
    const together =
      count === 1 ? circles[0]?.logits : await logitsOf(keepFrequencies(network, kept));
    accuracyKeepingTop.push({ kept, accuracy: readAnswers(network, together ?? logits).accuracy });
  }
  await progress(words('keyFrequencies'));
  const keyFrequencies = keyFrequenciesOf(measures);
  const restricted = readAnswers(network, await logitsOf(keepFrequencies(network, keyFrequencies)));
  const excluded = readAnswers(network, await logitsOf(removeFrequencies(network, keyFrequencies)));
  await progress(words('fullLogits'));
  const fullLogitsR2 = fitFullLogits(
    logits,
    p,
    strongest.map(({ k }) => k),
  );
  await progress(words('neurons'));
  const preActivations = firstPreActivations(network);
  const neurons = readNeurons(preActivations, p);

  // Those worth seeing: the page adds up the same.
  const strong = circles.filter(({ share }) => share.powerFraction >= weakCircleShare);
  const votes = (strong.length > 0 ? strong : circles.slice(0, 1)).map((circle) => circle.logits);

  const shares = splitShares(answers, context.dataset);
  const verdict = judge(
    {
      ...measures,
      testAccuracy: context.dataset === undefined ? answers.accuracy : shares.testAccuracy,
      splitUnknown: context.dataset === undefined,
    },
    p,
  );
  return {
    planes,
    correctLogits: answers.correctLogits,
    circles: circles.map(({ isolated, logits: own }) => ({
      correctLogits: isolated.correctLogits,
      logits: own,
    })),
    logits,
    neurons,
    preActivations,
    result: {
      step: context.step,
      ...shares,
      loss: answers.loss,
      accuracy: answers.accuracy,
      ...measures,
      circles: circles.map(({ share, isolated }) => ({ ...share, ...isolated.measures })),
      circlesByComponents,
      accuracyKeepingTop,
      votesAccuracy: readAnswers(network, sumOfVotes(votes)).accuracy,
      fullLogitsR2,
      keyFrequencies,
      restrictedLoss: restricted.loss,
      excludedLoss: excludedLoss(excluded, context.dataset),
      neurons: groupNeurons(neurons),
      verdict: verdict.kind,
      verdictReason: verdict.reason,
    },
  };
}

/** The main frequencies; the strongest alone where none stands out. */
function keyFrequenciesOf({ frequencies }: Measures): number[] {
  const main = mainFrequencies(frequencies);
  return (main.length > 0 ? main : byPower(frequencies).slice(0, 1)).map(({ k }) => k);
}

function splitShares({ losses, right }: Answers, dataset: AnalysisContext['dataset']) {
  const over = (values: ArrayLike<number>, flag: number) =>
    dataset === undefined ? Number.NaN : meanWhere(values, dataset.trainMask, flag);
  return {
    trainLoss: over(losses, 1),
    testLoss: over(losses, 0),
    trainAccuracy: over(right, 1),
    testAccuracy: over(right, 0),
  };
}

function excludedLoss({ loss, losses }: Answers, dataset: AnalysisContext['dataset']): number {
  return dataset === undefined ? loss : meanWhere(losses, dataset.trainMask, 1);
}

function progressReporter({ onProgress }: AnalysisContext, p: number) {
  const circles = Math.min(mostCircles, Math.floor(p / 2));
  const total = 4 + 2 * circles + componentPairCount;
  let part = 0;
  return async (name: string) => onProgress?.({ done: Math.min(1, part++ / total), part: name });
}

/** Logits of the isolated circles added up; what all circles share does not change the largest. */
function sumOfVotes(votes: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(votes[0]?.length ?? 0);
  for (const own of votes) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (own[at] as number);
  }
  return sum;
}
