import { describe, expect, it } from 'vitest';
import { shardOf, shardOption } from '../../src/cli/sweep/shard.ts';

describe('a shard', () => {
  it('is the whole when nothing is said', () => {
    expect(shardOption(undefined, { SLURM_ARRAY_TASK_ID: '3' })).toEqual({ index: 0, count: 1 });
  });

  it('is named, or numbered by the scheduler', () => {
    expect(shardOption('2/5', { SLURM_ARRAY_TASK_ID: '3' })).toEqual({ index: 2, count: 5 });
    expect(shardOption('5', { SLURM_ARRAY_TASK_ID: '3' })).toEqual({ index: 3, count: 5 });
    expect(shardOption('5', { JOB_COMPLETION_INDEX: '4' })).toEqual({ index: 4, count: 5 });
  });

  it.each(['5/5', '-1/5', 'a/b', '1/0', '0', '1.5/3', '1/'])('refuses %s', (text) => {
    expect(() => shardOption(text, { SLURM_ARRAY_TASK_ID: '7' })).toThrow(/--shard must be i\/n/);
  });

  it('shares every run out to exactly one part', () => {
    const runs = Array.from({ length: 17 }, (_, index) => index);
    const parts = [0, 1, 2, 3].map((index) => shardOf(runs, { index, count: 4 }));
    expect(parts.flat().sort((left, right) => left - right)).toEqual(runs);
    expect(Math.max(...parts.map(({ length }) => length))).toBe(5);
  });
});
