import { describe, expect, it } from 'vitest';
import {
  adamFactors,
  epsilon,
  firstBeta,
  scaledAdamFactors,
  secondBeta,
  warmUpFactor,
} from '../../src/model/adam-schedule.ts';

describe('the learning rate', () => {
  it('rises from 0 to its full value over the first ten steps', () => {
    expect([0, 1, 5, 10, 11, 5000].map(warmUpFactor)).toEqual([0, 0.1, 0.5, 1, 1, 1]);
  });
});

describe('the factors of an update', () => {
  const settings = { learningRate: 1e-3, weightDecay: 2 };

  it.for([0, 1, 7, 10, 4000])('are those of the published formulas at step %i', (step) => {
    const { kept, stepSize, secondScale } = adamFactors(step, settings);
    const rate = 1e-3 * warmUpFactor(step);
    expect(kept).toBeCloseTo(1 - 2 * rate, 14);
    expect(stepSize).toBeCloseTo(rate / (1 - 0.9 ** (step + 1)), 14);
    expect(secondScale).toBeCloseTo(1 / (1 - 0.98 ** (step + 1)), 10);
  });

  it.for([0, 1, 7, 10, 4000])('give the same update for scaled moments at step %i', (step) => {
    const [m, v] = [0.03, 0.002];
    const { stepSize, secondScale } = adamFactors(step, settings);
    const scaled = scaledAdamFactors(step, settings);
    const change = (stepSize * m) / (Math.sqrt(v * secondScale) + epsilon);
    const [first, second] = [m / (1 - firstBeta), v / (1 - secondBeta)];
    const same = (scaled.stepSize * first) / (Math.sqrt(second) + scaled.epsilon);
    expect(same).toBeCloseTo(change, 14);
  });
});
