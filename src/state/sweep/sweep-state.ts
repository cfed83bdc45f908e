/** Where a sweep stands, as the page shows it. */
import type { SweepPlace } from '../../worker/sweep-contract.ts';
import type { SweepPlan } from './plan.ts';

/** State of the visitor's sweep. */
export interface SweepState {
  readonly phase: 'idle' | 'starting' | 'running' | 'paused' | 'done' | 'failed';
  readonly plan: SweepPlan | undefined;
  readonly total: number;
  readonly finished: number;
  /** Part of all steps that is made, runs in progress included. */
  readonly share: number;
  /** At most so long, at the pace so far; undefined while that is not known. */
  readonly secondsLeft: number | undefined;
  readonly place: SweepPlace | undefined;
  /** What stopped it, in one sentence. */
  readonly problem: string | undefined;
  /** What the visitor should know besides, in one sentence. */
  readonly notice: string | undefined;
}

/** Before there is one. */
export const noSweep: SweepState = {
  phase: 'idle',
  plan: undefined,
  total: 0,
  finished: 0,
  share: 0,
  secondsLeft: undefined,
  place: undefined,
  problem: undefined,
  notice: undefined,
};
