import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { type ChallengeRun, judgeChallenges } from '../../src/state/challenges.ts';

function run(
  changes: Partial<typeof defaultConfiguration>,
  verdict: string,
  testAccuracy = 1,
  step = 2000,
): ChallengeRun {
  return { configuration: { ...defaultConfiguration, ...changes }, verdict, testAccuracy, step };
}

describe('challenges', () => {
  it('are open at first, and stay so for ordinary runs', () => {
    const none = {
      'early-clock': undefined,
      'full-pizza': undefined,
      flip: undefined,
      grok: undefined,
    };
    expect(judgeChallenges([])).toEqual(none);
    expect(
      judgeChallenges([
        run({ attentionRate: 1 }, 'clock'),
        run({}, 'pizza'),
        run({}, 'learning', 0.5),
      ]),
    ).toEqual(none);
  });

  it('are met by a Clock below full attention and a Pizza at it', () => {
    const results = judgeChallenges([
      run({ attentionRate: 0.9, seed: 7 }, 'clock'),
      run({ attentionRate: 1, width: 512, seed: 3 }, 'pizza'),
    ]);
    expect(results['early-clock']).toBe('attention 0.9, seed 7');
    expect(results['full-pizza']).toBe('width 512, seed 3');
    expect(
      judgeChallenges([run({ model: 'linear-alpha', attentionRate: 1 }, 'pizza')]),
    ).toMatchObject({ 'full-pizza': undefined });
  });

  it('take no verdict before it has settled, and no easier modulus', () => {
    expect(
      judgeChallenges([run({ attentionRate: 0.9 }, 'clock', 1, 1999)])['early-clock'],
    ).toBeUndefined();
    expect(
      judgeChallenges([run({ attentionRate: 0.9, p: 7 }, 'clock')])['early-clock'],
    ).toBeUndefined();
  });

  it('find the narrowest flip at width 64', () => {
    const at = (attentionRate: number, verdict: string, width = 64) =>
      run({ attentionRate, width }, verdict);
    expect(judgeChallenges([at(0.3, 'pizza'), at(0.5, 'clock')]).flip).toBeUndefined();
    expect(judgeChallenges([at(0.4, 'pizza'), at(0.5, 'clock', 128)]).flip).toBeUndefined();
    const runs = [at(0.4, 'pizza'), at(0.5, 'clock'), at(0.44, 'pizza'), at(0.9, 'clock')];
    expect(judgeChallenges(runs).flip).toBe('Pizza at 0.44, Clock at 0.5');
  });

  it('keep the smallest train fraction that was understood', () => {
    const results = judgeChallenges([
      run({ trainFraction: 0.5 }, 'pizza'),
      run({ trainFraction: 0.3 }, 'pizza'),
      run({ trainFraction: 0.1 }, 'learning', 0.2),
    ]);
    expect(results.grok).toBe('30 % of the pairs');
  });
});
