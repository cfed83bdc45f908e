import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { gridRuns, parseGrid, runKey } from '../../../src/model/sweep-grid.ts';
import { SweepQueue } from '../../../src/state/sweep/queue.ts';

const runsOf = (grid: string) => gridRuns(parseGrid(grid));

/** Takes everything there is. */
function emptied(queue: SweepQueue, together: number): (readonly RunConfiguration[])[] {
  const batches: (readonly RunConfiguration[])[] = [];
  for (let batch = queue.take(together); batch.length > 0; batch = queue.take(together)) {
    batches.push(batch);
  }
  return batches;
}

describe('the queue of a sweep', () => {
  it('hands out every run once, those of one shape and as many steps together', () => {
    const grids = fc.record({
      attention: fc.integer({ min: 1, max: 5 }),
      seed: fc.integer({ min: 1, max: 9 }),
      width: fc.constantFrom('64', '64,128', '32,64,128'),
      steps: fc.constantFrom('100', '100,200'),
      activation: fc.constantFrom('relu', 'relu,gelu'),
    });
    fc.assert(
      fc.property(grids, fc.integer({ min: 1, max: 9 }), fc.nat(), (grid, together, done) => {
        const runs = runsOf(
          `attention=0:${(grid.attention - 1) / 10}:0.1;seed=1:${grid.seed}:1;width=${grid.width};steps=${grid.steps};activation=${grid.activation}`,
        );
        const finished = new Set(runs.slice(0, done % (runs.length + 1)).map(runKey));
        const queue = new SweepQueue(runs, finished);
        expect(queue.left).toBe(runs.length - finished.size);
        const batches = emptied(queue, together);
        expect(queue.left).toBe(0);
        expect(batches.flat().map(runKey).sort()).toEqual(
          runs
            .map(runKey)
            .filter((key) => !finished.has(key))
            .sort(),
        );
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(together);
          const shapes = batch.map(({ width, steps, activation }) => [width, steps, activation]);
          expect(new Set(shapes.map(String)).size).toBe(1);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('fills its batches', () => {
    const queue = new SweepQueue(runsOf('width=64,128;seed=1:8:1'), new Set());
    expect(emptied(queue, 8).map(({ length }) => length)).toEqual([8, 8]);
  });

  it.each([1, 2, 3, 5, 8, 11, 16, 17, 33, 64, 100])(
    'begins with both ends and the middle of %i runs',
    (count) => {
      const queue = new SweepQueue(runsOf(`seed=1:${count}:1`), new Set());
      const order = emptied(queue, 1).map(([run]) => run?.seed);
      expect(order.slice(0, 2)).toEqual([1, count].slice(0, Math.min(2, count)));
      if (count < 8) return;
      const share = ((order[2] ?? 0) - 1) / (count - 1);
      expect(share).toBeGreaterThan(0.25);
      expect(share).toBeLessThan(1);
      // After a quarter of them no gap is wide.
      const early = order.slice(0, Math.ceil(count / 4) + 2).sort((a, b) => Number(a) - Number(b));
      const gaps = early.slice(1).map((seed, index) => Number(seed) - Number(early[index]));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.ceil(count / 2));
    },
  );
});
