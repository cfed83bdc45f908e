/**
 * A snapshot of a live run is taken no sooner than after this many times its own cost: measuring then
 * takes at most a thirteenth of the time, and gradient symmetricity and q, about half of that, stay
 * under 5 %.
 */
export const snapshotCostFactor = 12;
