import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import {
  type ConfigurationField,
  defaultConfiguration,
  fieldEntries,
} from '../../src/model/fields.ts';
import { checkConfiguration } from '../../src/model/validation.ts';
import { decodeAddress, defaultPageSettings, encodeAddress } from '../../src/state/url.ts';

const numRuns = 10_000;

/** Any value a setting may have, the ends of its range more often. */
function fieldValue(field: ConfigurationField): fc.Arbitrary<unknown> {
  if (field.kind === 'switch') return fc.boolean();
  if (field.kind === 'choice') return fc.constantFrom(...field.choices);
  const { minimum: min, maximum: max, integer } = field;
  const inside = integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.constantFrom(min, max, field.default), inside).map((value) => value + 0);
}

const validConfiguration = fc
  .record(Object.fromEntries(fieldEntries.map(([key, field]) => [key, fieldValue(field)])))
  .map((values) => values as unknown as RunConfiguration)
  .filter(({ model, width }) => model !== 'linear-delta' || width % 2 === 0);

const validPage = fc.record({
  backend: fc.constantFrom('auto', 'webgpu', 'webgl', 'wasm', 'cpu'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  heatmap: fc.constantFrom('bands', 'plain'),
  circles: fc.constantFrom('amplitude', 'equal'),
  autorun: fc.constant(false),
});

/** Query strings that come close to a real one: known names with odd values, and strange names. */
const oddQuery = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...fieldEntries.map(([, { name }]) => name)),
        fc.constantFrom('backend', 'theme', 'autorun', 'heatmap', 'circles', '__proto__'),
        fc.string({ unit: 'binary' }),
      ),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double().map(String),
        fc.constantFrom('', ' ', '0', '1', '-0', '1e309', '0x10', '١', 'NaN', 'true', 'relu'),
      ),
    ),
  )
  .map((entries) => new URLSearchParams(entries).toString());

function expectValid(query: string): void {
  const { configuration, page, problems } = decodeAddress(query);
  const again = checkConfiguration(
    Object.fromEntries(fieldEntries.map(([key, { name }]) => [name, configuration[key]])),
  );
  expect(again.problems).toEqual([]);
  expect(again.configuration).toEqual(configuration);
  expect(Object.keys(page)).toEqual(Object.keys(defaultPageSettings));
  for (const { message } of problems) expect(message.length).toBeLessThan(500);
}

describe('reading an address', () => {
  it('gives a valid configuration for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectValid), { numRuns });
  });

  it('gives a valid configuration for addresses that are nearly right', () => {
    fc.assert(fc.property(oddQuery, expectValid), { numRuns });
  });

  it('gives the defaults, without a notice, for an empty one', () => {
    expect(decodeAddress('')).toEqual({
      configuration: defaultConfiguration,
      page: defaultPageSettings,
      problems: [],
    });
  });

  it('reads every setting', () => {
    const { configuration, page, problems } = decodeAddress(
      '?p=31&width=64&attention=0.25&seed=9&equals=1&backend=wasm&theme=dark&autorun=1&circles=equal',
    );
    expect(configuration).toEqual({
      ...defaultConfiguration,
      p: 31,
      width: 64,
      attentionRate: 0.25,
      seed: 9,
      equalsToken: true,
    });
    expect(page).toEqual({
      backend: 'wasm',
      theme: 'dark',
      autorun: true,
      heatmap: 'bands',
      circles: 'equal',
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['p=1', 'p', /^p=1 is not possible: Modulus p must be a whole number from 2 to 127\. Using 59/],
    ['theme=pink', 'theme', /^theme=pink is not possible.*auto, light, dark\. Using auto\.$/],
    ['flavour=ham', 'flavour', /“flavour” .* was ignored/],
    ['model=linear-delta&width=17', 'width', /must be even\. Using 18\.$/],
  ])('reports %s in one sentence', (query, name, message) => {
    const { problems } = decodeAddress(query);
    expect(problems).toEqual([{ name, message: expect.stringMatching(message) }]);
  });

  it('repeats only the start of a long value', () => {
    const long = 'x'.repeat(5000);
    for (const query of [`p=${long}`, `theme=${long}`, `${long}=1`]) {
      expect(decodeAddress(query).problems[0]?.message.length).toBeLessThan(200);
    }
  });
});

describe('writing an address', () => {
  it('is undone by reading it', () => {
    fc.assert(
      fc.property(validConfiguration, validPage, (configuration, page) => {
        expect(decodeAddress(encodeAddress(configuration, page))).toEqual({
          configuration,
          page,
          problems: [],
        });
      }),
      { numRuns },
    );
  });

  it('never starts work by itself', () => {
    const page = { ...defaultPageSettings, autorun: true };
    expect(encodeAddress(defaultConfiguration, page)).not.toContain('autorun');
  });

  it('is stable and names every setting of the run', () => {
    expect(encodeAddress(defaultConfiguration, defaultPageSettings)).toBe(
      'model=transformer&p=59&width=128&heads=4&layers=1&activation=relu&attention=0&lr=0.001' +
        '&decay=2&fraction=0.8&seed=1&steps=5000&separate=0&equals=0',
    );
  });
});
