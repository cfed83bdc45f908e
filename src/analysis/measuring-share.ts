/**
 * A snapshot of a live run is taken no sooner than after this many times its own cost: measuring then
 * takes at most a thirteenth of the time, and gradient symmetricity and q, about half of that, stay
 * under 5 %.
 */
export const snapshotCostFactor = 12;

/**
 * The factor in force after so many snapshots: a run's first seconds, in which circles form, are
 * shown closely, at a cost of about twenty snapshots in all.
 */
export function snapshotSpacing(taken: number): number {
  return Math.min(snapshotCostFactor, 1 + taken / 2);
}
