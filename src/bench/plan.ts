/** How long each part of the benchmark may take: slow contenders get fewer steps, not more time. */

/** Sizes of one case. Times in milliseconds. */
export interface Plan {
  /** Number of updates after which losses are compared. */
  readonly agreementSteps: number;
  /** Tolerated relative difference of losses there: rounding alone stays well below it. */
  readonly agreementTolerance: number;
  /** Step around which the first times are taken. */
  readonly earlyStep: number;
  /** Step around which the late times are taken; null for none. */
  readonly lateStep: number | null;
  readonly turns: number;
  /** About how long one turn of one contender takes. */
  readonly turnTime: number;
  /** Most steps a contender is measured over, all turns together. */
  readonly mostSteps: number;
  /** Longest time to come to the early step; who needs longer is measured earlier. */
  readonly warmUpTime: number;
  /** Longest time to come to the late step, twice as long for the reference; others stay out. */
  readonly lateTime: number;
}

/** The paper's network. */
export const standardPlan: Plan = {
  agreementSteps: 20,
  agreementTolerance: 1e-4,
  earlyStep: 50,
  lateStep: 1500,
  turns: 7,
  turnTime: 250,
  mostSteps: 70,
  warmUpTime: 12_000,
  lateTime: 40_000,
};

/** How times grow with p. */
export const growthPlan: Plan = {
  ...standardPlan,
  earlyStep: 40,
  agreementSteps: 5,
  lateStep: null,
  turns: 5,
  turnTime: 120,
  warmUpTime: 3_000,
};

/** A first impression. */
export const quickPlan: Plan = {
  ...standardPlan,
  earlyStep: 22,
  lateStep: null,
  turns: 3,
  turnTime: 80,
  warmUpTime: 2_000,
};

/** A GPU, which may be a software one that needs seconds a step: it gets the fewest steps then. */
export const gpuPlan: Plan = {
  ...standardPlan,
  lateStep: null,
  turns: 3,
  turnTime: 100,
  mostSteps: 60,
};

/** Moduli of the growth table. */
export const growthModuli: readonly number[] = [13, 31, 59, 113];
