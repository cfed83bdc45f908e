import { beforeEach, describe, expect, it } from 'vitest';
import { SweepPace } from '../../../src/state/sweep/pace.ts';

describe('the pace of a sweep', () => {
  let time = 0;
  let pace = new SweepPace(() => 0);
  beforeEach(() => {
    time = 5000;
    pace = new SweepPace(() => time);
  });

  it('is known after two seconds of training, from all runs', () => {
    expect(pace.secondsFor(100)).toBeUndefined();
    pace.progress('a', 0);
    time += 1000;
    pace.progress('a', 50);
    pace.progress('b', 50);
    expect(pace.secondsFor(100)).toBeUndefined();
    time += 1000;
    pace.progress('a', 100);
    pace.progress('b', 100);
    expect(pace.underway).toBe(200);
    expect(pace.secondsFor(1000)).toBeCloseTo(10);
  });

  it('counts a run that stopped early as if it had made all its steps', () => {
    pace.progress('a', 100);
    time += 4000;
    pace.ended('a', 1000);
    expect(pace.underway).toBe(0);
    expect(pace.secondsFor(500)).toBeCloseTo(2);
    expect(pace.secondsFor(0)).toBe(0);
  });

  it('is not known while nothing was made', () => {
    pace.goOn();
    time += 10_000;
    expect(pace.secondsFor(10)).toBeUndefined();
  });

  it('does not count the time of a rest, though steps under way still end in it', () => {
    pace.progress('a', 0);
    time += 2000;
    pace.progress('a', 100);
    pace.rest();
    time += 100;
    pace.progress('a', 150);
    pace.ended('b', 50);
    time += 60_000;
    pace.goOn();
    pace.goOn();
    time += 2000;
    pace.progress('a', 350);
    expect(pace.secondsFor(400)).toBeCloseTo(4);
  });
});
