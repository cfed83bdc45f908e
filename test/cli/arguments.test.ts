import { describe, expect, it } from 'vitest';
import { parseCommand, parseOptions, UsageError, wholeNumber } from '../../src/cli/arguments.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { findPreset } from '../../src/model/presets.ts';

const parse = (...given: string[]) => parseOptions(given, { json: 'flag', every: 'text' });
const complaint = (...given: string[]): string => {
  try {
    parse(...given);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'no complaint';
};

describe('options of a command', () => {
  it('are the defaults where nothing is given', () => {
    expect(parse().configuration).toEqual(defaultConfiguration);
  });

  it('have the names of the address', () => {
    const { configuration } = parse(
      ...['--p', '31', '--width', '64', '--attention', '0.5', '--steps', '800', '--seed', '7'],
      ...['--lr', '0.01', '--decay=1.5', '--fraction', '.7', '--activation', 'gelu'],
      ...['--separate', '1', '--equals', 'true', '--layers', '2', '--heads', '8'],
    );
    expect(configuration).toEqual({
      model: 'transformer',
      p: 31,
      width: 64,
      attentionRate: 0.5,
      steps: 800,
      seed: 7,
      learningRate: 0.01,
      weightDecay: 1.5,
      trainFraction: 0.7,
      activation: 'gelu',
      separateEmbeddings: true,
      equalsToken: true,
      layers: 2,
      heads: 8,
    });
  });

  it('change a preset where both are given', () => {
    const { configuration } = parse('--seed', '9', '--preset', 'clock');
    expect(configuration).toEqual({ ...findPreset('clock')?.configuration, seed: 9 });
  });

  it('hand on the command’s own options', () => {
    expect(parse('--json', '--every', '5').extras).toMatchObject({ json: true, every: '5' });
  });

  it.each([
    [['--p', '2.5'], '--p must be a whole number from 2 to 127, not "2.5".'],
    [['--p', '-5'], '--p must be a whole number from 2 to 127, not "-5".'],
    [['--lr', '-.5'], '--lr must be a number from 0.000001 to 1, not "-.5".'],
    [['--p', ''], '--p must be a whole number from 2 to 127, not "".'],
    [['--attention', 'much'], '--attention must be a number from 0 to 1, not "much".'],
    [['--equals', 'yes'], '--equals must be 0 or 1, not "yes".'],
    [['--activation', 'tanh'], '--activation must be one of relu, gelu, not "tanh".'],
  ])('complain about %j', (given, sentence) => {
    expect(complaint(...given)).toBe(sentence);
  });

  it('complain about settings that are wrong only together', () => {
    expect(complaint('--model', 'linear-delta', '--width', '17')).toMatch(
      /^width=17 is not possible for linear-delta.*must be even\.$/,
    );
  });

  it.each([[['--p']], [['stray']], [['--json=yes']]])('complain about %j in one line', (given) => {
    expect(complaint(...given)).toMatch(/^[^\n]+\. Options: --model --p [^\n]+$/);
  });
});

describe('a command that takes files', () => {
  const known = { attention: 'text', json: 'flag' } as const;

  it('gets files and options in any order', () => {
    expect(parseCommand(['a.pt', '--attention', '0.5', 'b.pt', '--json'], known)).toEqual({
      positionals: ['a.pt', 'b.pt'],
      values: { attention: '0.5', json: true },
    });
    expect(parseCommand([], known)).toEqual({ positionals: [], values: {} });
  });

  it('takes negative numbers as values, and files after two dashes', () => {
    expect(parseCommand(['--attention', '-1', '--', '--odd.pt'], known)).toEqual({
      positionals: ['--odd.pt'],
      values: { attention: '-1' },
    });
  });

  it.each([[['--colour', 'red']], [['--attention']], [['--json=yes']], [['--p', '5']]])(
    'complains about %j in one line that names what it knows',
    (given) => {
      expect(() => parseCommand(given, known)).toThrow(UsageError);
      expect(() => parseCommand(given, known)).toThrow(/^[^\n]+\. Options: --attention --json$/);
    },
  );
});

describe('whole numbers', () => {
  it('are read from text', () => {
    expect(wholeNumber('every', '12', 1)).toBe(12);
  });
  it.each(['', '0', '1.5', 'many', undefined, '-3'])('cannot be %j', (text) => {
    expect(() => wholeNumber('every', text, 1)).toThrow(UsageError);
  });
});
