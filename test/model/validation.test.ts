import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { defaultConfiguration, fieldEntries } from '../../src/model/fields.ts';
import { checkConfiguration } from '../../src/model/validation.ts';
import {
  expectValid,
  nearbyText,
  rangeWords,
  rawSettings,
  readBack,
  validValue,
} from '../support/settings.ts';

const settingNames = new Set(fieldEntries.map(([, { name }]) => name));

describe('a configuration from outside', () => {
  it('becomes a valid one whatever the text is, and what was replaced is said', () => {
    fastCheck.assert(
      fastCheck.property(
        rawSettings((field) => fastCheck.oneof(fastCheck.string(), nearbyText(field))),
        (raw) => {
          const { configuration, problems } = checkConfiguration(raw);
          expectValid(configuration);
          for (const { name, message } of problems) {
            if (!/ is not possible.*Using .+\.$/s.test(message)) expect.fail(message);
            if (!settingNames.has(name)) expect.fail(`There is no setting "${name}".`);
          }
          const replaced = new Set(problems.map(({ name }) => name));
          for (const [key, field] of fieldEntries) {
            const given = raw[field.name];
            const meant = given === undefined ? field.default : readBack(field, given);
            if (!replaced.has(field.name) && !Object.is(meant, configuration[key])) {
              expect.fail(`${field.name}=${given} became ${configuration[key]} without a word.`);
            }
          }
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('never throws, whatever values it holds', () => {
    const anything = fastCheck.anything({
      maxDepth: 1,
      maxKeys: 2,
      withBigInt: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withDate: true,
    });
    fastCheck.assert(
      fastCheck.property(
        rawSettings(() => anything),
        (raw) => expectValid(checkConfiguration(raw).configuration),
      ),
      { numRuns: 10_000 },
    );
    const unprintable = { toString: null };
    expect(checkConfiguration({ p: unprintable }).problems).toHaveLength(1);
    expect(checkConfiguration({ p: Symbol('p') }).problems).toHaveLength(1);
  }, 60_000);

  it('is taken as it is when it is valid', () => {
    fastCheck.assert(
      fastCheck.property(
        rawSettings((field) => validValue(field)),
        (raw) => {
          const { configuration, problems } = checkConfiguration(raw);
          const named = problems.map(({ name }) => name);
          expect(named.every((name) => name === 'width' && raw.model === 'linear-delta')).toBe(
            true,
          );
          for (const [key, field] of fieldEntries) {
            if (named.includes(field.name)) continue;
            expect(configuration[key]).toBe(raw[field.name] ?? field.default);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('ignores names that are no settings, inherited ones included', () => {
    const raw = Object.create({ p: '7' });
    raw.colour = 'red';
    raw.constructor = 'x';
    expect(checkConfiguration(raw)).toEqual({ configuration: defaultConfiguration, problems: [] });
  });

  it('takes what is missing or invalid from the fallback it was given', () => {
    const fallback: RunConfiguration = { ...defaultConfiguration, p: 31, width: 64 };
    const { configuration, problems } = checkConfiguration({ p: 'x', seed: '5' }, fallback);
    expect(configuration).toEqual({ ...fallback, seed: 5 });
    expect(problems.map(({ message }) => message)).toEqual([
      'p=x is not possible: Modulus p must be a whole number from 2 to 127. Using 31.',
    ]);
  });
});

describe('the sentence about a setting that cannot be used', () => {
  it.for(fieldEntries)('names the value, the range and the replacement: %s', ([key, field]) => {
    const bad = field.kind === 'number' ? field.maximum + 1 : 'nonsense';
    const { configuration, problems } = checkConfiguration({ [field.name]: String(bad) });
    const [problem] = problems;
    expect(problems).toHaveLength(1);
    expect(problem?.name).toBe(field.name);
    expect(problem?.message).toContain(`${field.name}=${bad}`);
    for (const part of rangeWords(field)) expect(problem?.message).toContain(part);
    const used = configuration[key];
    const written = typeof used === 'boolean' ? Number(used) : used;
    expect(problem?.message).toContain(`Using ${written}.`);
    expect(configuration).toEqual(defaultConfiguration);
  });

  it('covers fractions for whole numbers, empty text and hidden infinities', () => {
    for (const p of ['59.5', '', '  ', '1e999', 'NaN', '0x', '-3', '1', '128']) {
      expect(checkConfiguration({ p }).problems, `p=${p}`).toHaveLength(1);
    }
    for (const seed of ['-0', -0, '-0.0', '0']) {
      expect(checkConfiguration({ seed }).configuration.seed, `seed=${seed}`).toBe(0);
    }
    for (const p of ['7', ' 7 ', '7.0', 7]) {
      expect(checkConfiguration({ p }).configuration.p, `p=${p}`).toBe(7);
    }
  });

  it('shortens what is too long to show', () => {
    const [problem] = checkConfiguration({ model: 'x'.repeat(5000) }).problems;
    expect(problem?.message.length).toBeLessThan(300);
  });

  it('asks for an even width where the width is split between a and b', () => {
    const checked = checkConfiguration({ model: 'linear-delta', width: '511' });
    expect(checked.configuration.width).toBe(512);
    expect(checked.problems[0]?.message).toMatch(/width=511 .*even\. Using 512\.$/);
    expect(checkConfiguration({ model: 'linear-alpha', width: '511' }).problems).toEqual([]);
  });
});
