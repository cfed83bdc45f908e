import { describe, expect, it } from 'vitest';
import { exclusionKind, standingOf } from '../../../src/analysis/phase-map/standing.ts';
import { mapRun } from './support/map-runs.ts';

const flat = { circularity: 0.93, isCircular: false, hasRoundPlane: false };

describe('whether a run counts', () => {
  it.each([
    [{}, 'paper', 'counted'],
    [flat, 'all', 'counted'],
    [{ ...flat, hasRoundPlane: true }, 'round', 'counted'],
    [{ testAccuracy: 1 - 1e-12 }, 'paper', 'counted'],
    [{ testAccuracy: 0.9999 }, 'all', 'below 100 % accuracy'],
    [{ trainAccuracy: 0.9999 }, 'all', 'below 100 % accuracy'],
    [flat, 'paper', 'not circular (0.93, below 0.995)'],
    [{ circularity: 0.99499, isCircular: false }, 'paper', 'not circular (0.9949, below 0.995)'],
    [flat, 'round', 'no round plane'],
    [{}, 'round', 'roundness not known'],
    [{ circularity: Number.NaN, isCircular: false }, 'paper', 'not measured'],
    [{ testAccuracy: Number.NaN }, 'all', 'not measured'],
    [{ gradientSymmetricity: Number.NaN }, 'all', 'not measured'],
    [{ distanceIrrelevance: Number.NaN }, 'all', 'not measured'],
    [{ distanceIrrelevanceWrongLogit: Number.NaN }, 'all', 'counted'],
    [{ ...flat, testAccuracy: 0.5, diverged: true }, 'paper', 'diverged'],
    [{ ...flat, testAccuracy: 0.5 }, 'paper', 'below 100 % accuracy'],
  ] as const)('%j under %s: %s', (changes, filter, expected) => {
    expect(standingOf(mapRun(changes), filter, 'correct')).toBe(expected);
  });

  it('needs the chosen form of q only', () => {
    const authors = mapRun({ distanceIrrelevance: Number.NaN });
    expect(standingOf(authors, 'all', 'wrong')).toBe('counted');
    expect(standingOf(authors, 'all', 'correct')).toBe('not measured');
  });

  it('has the same kind for all runs left out for one reason', () => {
    expect(exclusionKind('not circular (0.93, below 0.995)')).toBe('not circular');
    expect(exclusionKind('no round plane')).toBe('no round plane');
  });
});
