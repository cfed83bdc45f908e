/** Made-up runs with the shapes of real ones, for the gallery and the tests. */

import type { HistoryPoint, Milestone, RunHistory } from '../../src/plots/curves.ts';

/** A smooth step from 0 to 1 around a middle. */
const rise = (step: number, middle: number, span: number) =>
  1 / (1 + Math.exp(-(step - middle) / span));

/** Repeatable noise between -1 and 1. */
const noise = (step: number, salt: number) => {
  const value = Math.sin(step * 12.9898 + salt * 78.233) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
};

/** A slow grokking run that becomes a Pizza: it fits at 250 and generalises at 3,750. */
export function grokkingPoint(step: number): HistoryPoint {
  const fitted = rise(step, 160, 30);
  const generalised = rise(step, 2300, 420);
  return {
    step,
    trainLoss: 4.1 * 10 ** (-7 * fitted - 0.3 * generalised + 0.12 * noise(step, 1)),
    testLoss: 4.1 * 10 ** (0.75 * fitted - 7.6 * generalised + 0.08 * noise(step, 2)),
    trainAccuracy: Math.min(1, 0.02 + fitted),
    testAccuracy: Math.min(1, 0.02 + 0.27 * fitted + 0.72 * generalised),
    gradientSymmetricity: 0.995 - 0.33 * (1 - rise(step, 500, 350)) - 0.004 * noise(step, 3) ** 2,
    distanceIrrelevance: 0.985 - 0.8 * rise(step, 2500, 550) + 0.008 * noise(step, 4),
  };
}

/** A run with full attention that becomes a Clock within 500 steps. */
export function clockPoint(step: number): HistoryPoint {
  const fitted = rise(step, 110, 20);
  const generalised = rise(step, 300, 60);
  const measured = step % 400 !== 200;
  return {
    step,
    trainLoss: 4.1 * 10 ** (-6.4 * fitted - 1.2 * generalised + 0.1 * noise(step, 5)),
    testLoss: 4.1 * 10 ** (0.3 * fitted - 7.4 * generalised + 0.1 * noise(step, 6)),
    trainAccuracy: Math.min(1, 0.02 + fitted),
    testAccuracy: Math.min(1, 0.02 + generalised),
    gradientSymmetricity: measured
      ? 0.93 - 0.6 * rise(step, 700, 260) + 0.01 * noise(step, 7)
      : null,
    distanceIrrelevance: measured ? 0.66 + 0.19 * rise(step, 900, 500) : null,
  };
}

/** Milestones of the two runs. */
export const grokkingMilestones: readonly Milestone[] = [
  { step: 250, label: 'fits' },
  { step: 2600, label: 'Pizza' },
  { step: 3750, label: 'generalises' },
];
export const clockMilestones: readonly Milestone[] = [
  { step: 150, label: 'fits' },
  { step: 500, label: 'generalises' },
  { step: 620, label: 'Clock' },
];

/** A run's history up to a step. */
export function historyUntil(
  point: (step: number) => HistoryPoint,
  milestones: readonly Milestone[],
  { last, stride, steps }: { last: number; stride: number; steps: number },
): RunHistory {
  const points: HistoryPoint[] = [];
  for (let step = 0; step <= last; step += stride) points.push(point(step));
  return {
    steps,
    points,
    cursorStep: null,
    milestones: milestones.filter(({ step }) => step <= last),
  };
}

export const emptyHistory: RunHistory = {
  steps: 4000,
  points: [],
  cursorStep: null,
  milestones: [],
};
