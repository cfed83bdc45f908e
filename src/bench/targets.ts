/**
 * The goals the engines were written for, and what they are here. Times in milliseconds hold for two
 * cores without a GPU; elsewhere compare the ratios.
 */
import type { ContenderName } from './contender.ts';
import { type CaseResult, resultOf, type TargetResult } from './result.ts';

/** How many times longer the others should at least need. */
const leadOnProcessor: readonly [ContenderName, string, number][] = [
  ['tfjs-autograd', 'TensorFlow.js autograd', 10],
  ['jax-js', 'jax-js', 2],
  ['pytorch', 'PyTorch, last position only', 1.8],
];
/** Longest step by attention rate. */
const longestStep: ReadonlyMap<number, number> = new Map([
  [0, 20],
  [1, 28],
]);
const flatWithin = 0.1;
const mostLaunches = 10;
const leadOnGpu = 8;
const longestEncoding = 0.05;
const leadInEncoding = 100;

/** All goals that a case says something about. */
export function targetsOf(result: CaseResult): TargetResult[] {
  return [...processorTargets(result), ...gpuTargets(result)];
}

function processorTargets(result: CaseResult): TargetResult[] {
  const own = resultOf(result, 'wasm');
  if (own === undefined || result.p !== 59 || result.width !== 128) return [];
  const { attention } = result;
  const targets = leadOnProcessor.flatMap(([name, label, lead]) => {
    const other = resultOf(result, name);
    return other ? [atLeast(attention, label, other.early.median / own.early.median, lead)] : [];
  });
  const longest = longestStep.get(attention);
  if (longest !== undefined) {
    targets.push(atMost(attention, 'a step', own.early.median, longest, 'ms'));
  }
  if (own.flatness !== null) {
    targets.push({
      goal: `attention ${attention}: late ÷ early within ${100 * flatWithin} % of 1`,
      measured: own.flatness,
      unit: '',
      met: Math.abs(own.flatness - 1) <= flatWithin,
    });
  }
  return targets;
}

function gpuTargets(result: CaseResult): TargetResult[] {
  const own = resultOf(result, 'webgpu');
  const stock = resultOf(result, 'tfjs-webgpu-autograd');
  if (own === undefined) return [];
  const { attention } = result;
  const targets: TargetResult[] = [];
  const { launchesPerStep, encodeMilliseconds } = own;
  if (launchesPerStep !== null) {
    targets.push(atMost(attention, 'launches a step', launchesPerStep, mostLaunches, ''));
  }
  if (stock !== undefined) {
    const ratio = stock.early.median / own.early.median;
    targets.push(atLeast(attention, 'TensorFlow.js autograd, same device', ratio, leadOnGpu));
  }
  if (encodeMilliseconds !== null) {
    const label = 'JavaScript a step';
    targets.push(atMost(attention, label, encodeMilliseconds, longestEncoding, 'ms'));
    if (stock?.encodeMilliseconds) {
      const ratio = stock.encodeMilliseconds / encodeMilliseconds;
      targets.push(
        atLeast(attention, 'TensorFlow.js autograd’s JavaScript', ratio, leadInEncoding),
      );
    }
  }
  return targets;
}

function atLeast(attention: number, label: string, measured: number, least: number): TargetResult {
  const goal = `attention ${attention}: ${label} ÷ own ≥ ${least}`;
  return { goal, measured, unit: '×', met: measured >= least };
}

function atMost(
  attention: number,
  label: string,
  measured: number,
  most: number,
  unit: string,
): TargetResult {
  const goal = `attention ${attention}: ${label} ≤ ${`${most} ${unit}`.trim()}`;
  return { goal, measured, unit, met: measured <= most };
}
