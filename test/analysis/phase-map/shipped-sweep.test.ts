/** The sweep on the page beside the authors' tables: both show the same transition. */
import { describe, expect, it } from 'vitest';
import type { MapRun } from '../../../src/analysis/phase-map/map-run.ts';
import { type CircularFilter, standingOf } from '../../../src/analysis/phase-map/standing.ts';
import { missingReference } from '../../support/reference.ts';
import { authorsPlainRuns, shippedRuns } from './support/map-runs.ts';

function countedRuns(runs: readonly MapRun[], filter: CircularFilter): MapRun[] {
  return runs.filter((run) => standingOf(run, filter, 'wrong') === 'counted');
}

/** Spearman's rank correlation of a measure with the attention rate. */
function trend(
  runs: readonly MapRun[],
  key: 'gradientSymmetricity' | 'distanceIrrelevanceWrongLogit',
): number {
  const rates = ranks(runs.map(({ settings }) => settings.attentionRate));
  const values = ranks(runs.map((run) => run[key]));
  const middle = (runs.length + 1) / 2;
  const product = (left: readonly number[], right: readonly number[]) =>
    left.reduce((sum, rank, at) => sum + (rank - middle) * ((right[at] ?? 0) - middle), 0);
  return product(rates, values) / Math.sqrt(product(rates, rates) * product(values, values));
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

const shipped = shippedRuns().filter(({ settings }) => settings.width === 128);

describe('the shipped sweep at width 128', () => {
  it('goes from Pizza to Clock: gradients part, and the distance ceases to matter', () => {
    const runs = countedRuns(shipped, 'all');
    expect(runs).toHaveLength(37);
    expect(trend(runs, 'gradientSymmetricity')).toBeLessThan(-0.8);
    expect(trend(runs, 'distanceIrrelevanceWrongLogit')).toBeGreaterThan(0.5);
  });

  it('does so in its few circular runs too', () => {
    const runs = countedRuns(shipped, 'paper');
    expect(runs).toHaveLength(7);
    for (const { settings, gradientSymmetricity, distanceIrrelevanceWrongLogit } of runs) {
      const { attentionRate } = settings;
      expect(gradientSymmetricity > 0.98, `GS at ${attentionRate}`).toBe(attentionRate <= 0.4);
      expect(distanceIrrelevanceWrongLogit < 0.6, `q at ${attentionRate}`).toBe(
        attentionRate < 0.8,
      );
    }
  });
});

describe.skipIf(missingReference !== undefined)(
  `beside the authors’ table${missingReference === undefined ? '' : ` (skipped: ${missingReference})`}`,
  () => {
    it.each(['paper', 'all'] as const)('both measures go the same way: %s', (filter) => {
      const [own, theirs] = [shipped, authorsPlainRuns('1l_fixedwidth.csv')].map((runs) =>
        countedRuns(runs, filter),
      ) as [MapRun[], MapRun[]];
      for (const runs of [own, theirs]) {
        expect(trend(runs, 'gradientSymmetricity')).toBeLessThan(-0.6);
        expect(trend(runs, 'distanceIrrelevanceWrongLogit')).toBeGreaterThan(0.35);
      }
    });
  },
);
