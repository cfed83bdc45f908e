import { describe, expect, it } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { initialParameters, parameterCount } from '../../src/model/parameters.ts';
import {
  allFinite,
  hasOnlyNumbers,
  stateBytes,
  stateProblem,
  type TrainingState,
} from '../../src/model/training-state.ts';
import { smallConfiguration } from '../support/networks.ts';

const configuration = smallConfiguration();

/** The state of a run that has just begun. */
function stateOf(of: RunConfiguration = configuration): TrainingState {
  const [parameters, firstMoments] = [initialParameters(of), initialParameters(of)];
  const secondMoments = new Map(
    [...parameters].map(([name, values]) => [name, values.map((value) => value ** 2)]),
  );
  return { step: 7, parameters, firstMoments, secondMoments };
}

/** The state with a value in the last tensor of a part. */
function stateWith(part: 'parameters' | 'firstMoments' | 'secondMoments', value: number) {
  const state = stateOf();
  const values = [...state[part].values()].at(-1) as Float32Array;
  values[values.length - 1] = value;
  return state;
}

describe('a state to go on from', () => {
  it.each([
    {},
    { layers: 3 },
    { equalsToken: true, separateEmbeddings: true },
    { model: 'linear-delta' as const },
  ])('is sound as a run has it: %s', (changes) => {
    const of = smallConfiguration(changes);
    expect(stateProblem(of, stateOf(of))).toBeUndefined();
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'does not stand at step %s',
    (step) => {
      expect(stateProblem(configuration, { ...stateOf(), step })).toBe('shape');
    },
  );

  it.each(['parameters', 'firstMoments', 'secondMoments'] as const)(
    'has all %s of its network, no others, and of their size',
    (part) => {
      const state = stateOf();
      const [[name, values], ...rest] = [...state[part]] as [[string, Float32Array]];
      const others = [
        new Map(rest),
        new Map([...state[part], ['other', values]]),
        new Map([['other', values], ...rest]),
        new Map([[name, values.subarray(1)], ...rest]),
        new Map([[name, new Float32Array()], ...rest]),
      ];
      for (const other of others) {
        expect(stateProblem(configuration, { ...state, [part]: other })).toBe('shape');
      }
    },
  );

  it.each(['parameters', 'firstMoments', 'secondMoments'] as const)(
    'has only numbers in its %s',
    (part) => {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        expect(stateProblem(configuration, stateWith(part, value))).toBe('not-finite');
      }
    },
  );

  it('has no second moment below zero, of which no root could be taken', () => {
    expect(stateProblem(configuration, stateWith('secondMoments', -1e-30))).toBe('not-finite');
    expect(stateProblem(configuration, stateWith('secondMoments', -0))).toBeUndefined();
    expect(stateProblem(configuration, stateWith('firstMoments', -1e-30))).toBeUndefined();
  });

  it('has four bytes for each of its numbers', () => {
    expect(stateBytes(stateOf())).toBe(3 * 4 * parameterCount(configuration));
  });
});

describe('values', () => {
  it('are finite, however large, when none is infinite and none is no number', () => {
    const largest = 3.4028234663852886e38;
    expect(allFinite(new Float32Array())).toBe(true);
    expect(allFinite(new Float32Array(1000).fill(largest))).toBe(true);
    expect(allFinite(Float32Array.of(largest, -largest, 1e-45))).toBe(true);
    // These two must not cancel out.
    expect(allFinite(Float32Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY))).toBe(
      false,
    );
    expect(allFinite(Float32Array.of(0, Number.NaN, 0))).toBe(false);
  });

  it('of all tensors are looked at', () => {
    const sound = Float32Array.of(1, 2);
    expect(hasOnlyNumbers(new Map([['a', sound]]))).toBe(true);
    const broken = new Map([
      ['a', sound],
      ['b', Float32Array.of(Number.NaN)],
    ]);
    expect(hasOnlyNumbers(broken)).toBe(false);
    expect(hasOnlyNumbers(new Map())).toBe(true);
  });
});
