/** What the benchmark finds out. */
import type { ContenderName, StepCosts } from './contender.ts';
import type { Spread } from './statistics.ts';

/** Milliseconds a step, over several turns. */
export interface Timing extends Spread {
  /** Number of updates made before the first measured one. */
  readonly step: number;
  /** Steps measured in each turn. */
  readonly stepsPerTurn: number;
  /** Mean of each turn, in order. */
  readonly turns: readonly number[];
}

/** Milliseconds a step far into a run. */
export interface LateTiming extends Timing {
  /** Median of a second network of the same contender near its start that took turns with it. */
  readonly besideMedian: number;
  /** Its time over the second network's time in the same turn; median. */
  readonly besideRatio: number;
}

/** One contender in one case. */
export interface ContenderResult extends StepCosts {
  readonly name: ContenderName;
  readonly label: string;
  readonly runsOn: string;
  readonly measured: true;
  readonly early: Timing;
  readonly late: LateTiming | null;
  /** Why there is no late time; null when there is one, or when nobody was to have one. */
  readonly lateMissing: string | null;
  /** Late time over early time: 1 is flat. */
  readonly flatness: number | null;
  /** Its time over the reference's time. */
  readonly ratio: number;
  /** Number of updates after which losses are compared. */
  readonly comparedStep: number;
  /** Relative differences from the reference's losses there. */
  readonly trainLossDifference: number;
  readonly testLossDifference: number;
  readonly agrees: boolean;
}

/** A contender that could not be measured. */
export interface MissingContender {
  readonly name: ContenderName;
  readonly label: string;
  readonly runsOn: string;
  readonly measured: false;
  readonly reason: string;
  /** True when it was there and then broke, false when it is not to be had here. */
  readonly broke: boolean;
}

/** All contenders on one network, side by side. */
export interface CaseResult {
  readonly p: number;
  readonly width: number;
  readonly attention: number;
  /** Whose time and losses the others are compared with; null when nobody could be measured. */
  readonly reference: ContenderName | null;
  readonly contenders: readonly (ContenderResult | MissingContender)[];
}

/** One number that was set as a goal, and what it is here. */
export interface TargetResult {
  readonly goal: string;
  readonly measured: number;
  readonly unit: string;
  readonly met: boolean;
}

/** How far the benchmark is. */
export interface BenchmarkProgress {
  /** What is being done, for people. */
  readonly text: string;
  /** 0 … 1. */
  readonly fraction: number;
}

/** Hears how far the benchmark is. */
export type ProgressListener = (progress: BenchmarkProgress) => void;

/** True when a contender broke or computed other losses than the reference. */
export function hasDisagreement(cases: readonly CaseResult[]): boolean {
  return cases.some(({ contenders }) =>
    contenders.some((contender) => (contender.measured ? !contender.agrees : contender.broke)),
  );
}

/** The result of one contender, if it was measured. */
export function resultOf(
  { contenders }: CaseResult,
  name: ContenderName | null,
): ContenderResult | undefined {
  return contenders.find(
    (contender): contender is ContenderResult => contender.measured && contender.name === name,
  );
}
