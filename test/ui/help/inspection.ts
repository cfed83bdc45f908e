/** A made-up inspection: only what the list of measures reads. */
import type { Inspection } from '../../../src/state/inspection.ts';
import { snapshotOf } from '../../state/snapshots.ts';

export function inspectionOf(): Inspection {
  const result = {
    ...snapshotOf(100).result,
    loss: 1,
    accuracy: 1,
    keyFrequencies: [1, 2],
    restrictedLoss: 1,
    excludedLoss: 1,
    fullLogitsR2: { topSixClock: 1, topSixPizza: 1, topThreeClock: 1 },
    neurons: { medianPhaseDifference: 0.1 },
  };
  return { result } as unknown as Inspection;
}
