import { describe, expect, it } from 'vitest';
import { gridRuns, parseGrid } from '../../../src/model/sweep-grid.ts';
import { estimatedSeconds, roughDuration } from '../../../src/state/sweep/estimate.ts';

const secondsOf = (grid: string, processors: number) =>
  estimatedSeconds(gridRuns(parseGrid(grid)), processors);

describe('how long a sweep takes', () => {
  it('is near what was measured', () => {
    // README, "How fast": 20.7 and 27.5 ms a step at paper size, 4.7 ms at p = 31, 118 at p = 113.
    expect(secondsOf('attention=0;steps=1000', 1)).toBeCloseTo(20, 6);
    expect(secondsOf('attention=1;steps=1000', 1)).toBeCloseTo(27, 6);
    expect(secondsOf('p=31;attention=0;steps=1000', 1)).toBeCloseTo(5.2, 0);
    const large = secondsOf('p=113;attention=0;steps=1000', 1);
    expect(large).toBeGreaterThan(59);
    expect(large).toBeLessThan(236);
  });

  it('is shared by processors, as far as there are runs for them', () => {
    expect(secondsOf('seed=1:8:1;steps=100', 4)).toBeCloseTo(secondsOf('seed=1,2;steps=100', 1), 6);
    expect(secondsOf('seed=1,2;steps=100', 16)).toBeCloseTo(secondsOf('seed=1;steps=100', 1), 6);
    expect(secondsOf('seed=1;steps=100', 0)).toBeGreaterThan(0);
  });

  it.each([
    [3, 'less than a minute'],
    [70, 'about a minute'],
    [260, 'about 4 minutes'],
    [4000, 'about an hour'],
    [9000, 'about 3 hours'],
    [1e6, 'days'],
  ])('of %d seconds reads as %s', (seconds, text) => {
    expect(roughDuration(seconds)).toBe(text);
  });
});
