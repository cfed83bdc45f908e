import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration, fieldEntries } from '../../src/model/fields.ts';
import { checkConfiguration } from '../../src/model/validation.ts';
import { fittingPair, type Pair } from '../../src/state/inspection.ts';
import {
  type DecodedAddress,
  decodeAddress,
  defaultPageSettings,
  encodeAddress,
} from '../../src/state/url.ts';
import { validAddress } from '../support/addresses.ts';

const numRuns = 10_000;

/** Query strings that come close to a real one: known names with odd values, and strange names. */
const oddQuery = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...fieldEntries.map(([, { name }]) => name)),
        fc.constantFrom(
          'backend',
          'theme',
          'autorun',
          'heatmap',
          'circles',
          'view',
          'neuron',
          'step',
          'embed',
          'autoplay',
          'lang',
          ...['pair', 'table', 'filter', 'run', 'map', 'circular', 'setting', 'colour', 'form'],
        ),
        fc.constant('__proto__'),
        fc.string({ unit: 'binary' }),
      ),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double().map(String),
        fc.constantFrom('', ' ', '0', '1', '-0', '1e309', '0x10', '١', 'NaN', 'true', 'relu'),
        fc.constantFrom('3,4', '126,126', '127,0', '-1,4', '3,4,5', ',', '3;4', '1e1,2', 'inside'),
        fc.constantFrom(
          'pizza',
          'width:64,layers:2',
          '//a.org/t',
          'javascript:1',
          'data:,',
          '#',
          '../x',
        ),
      ),
    ),
  )
  .map((entries) => new URLSearchParams(entries).toString());

const pageNames = Object.keys(defaultPageSettings).join();

function expectValid(query: string): void {
  const { configuration, page, problems } = decodeAddress(query);
  const again = checkConfiguration(
    Object.fromEntries(fieldEntries.map(([key, { name }]) => [name, configuration[key]])),
  );
  if (again.problems.length > 0) expect.fail(again.problems[0]?.message ?? '');
  if (Object.keys(page).join() !== pageNames) expect.fail(`The page has ${Object.keys(page)}.`);
  expectFits(page.pair, configuration.p);
  if (problems.some(({ message }) => message.length >= 500)) expect.fail('A notice is too long.');
  expectCanonical({ configuration, page });
}

/** What was read is written, and read again, as the same: an address settles at once. */
function expectCanonical({ configuration, page }: Pick<DecodedAddress, 'configuration' | 'page'>) {
  const written = encodeAddress(configuration, page);
  const again = decodeAddress(written);
  const isSame = fieldEntries.every(([key]) =>
    Object.is(again.configuration[key], configuration[key]),
  );
  const isSettled = encodeAddress(again.configuration, again.page) === written;
  if (again.problems.length > 0 || !isSame || !isSettled)
    expect.fail(`${written} does not settle.`);
}

/** The pair is one of the modulus, or the default, which is made to fit where it is used. */
function expectFits(pair: Pair, p: number): void {
  const { a, b } = pair === defaultPageSettings.pair ? fittingPair(pair, p) : pair;
  for (const number of [a, b]) {
    const fits = Number.isInteger(number) && number >= 0 && number < p;
    if (!fits) expect.fail(`${a},${b} for ${p}`);
  }
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
      page: { ...defaultPageSettings, view: 'story' },
      problems: [],
    });
    expect(decodeAddress('theme=dark').page.view).toBe('story');
    expect(decodeAddress('attention=1').page.view).toBe('lab');
  });

  it('reads every setting', () => {
    const { configuration, page, problems } = decodeAddress(
      '?p=31&width=64&attention=0.25&seed=9&equals=1&backend=wasm&theme=dark&autorun=1&circles=equal' +
        '&view=inside&neuron=plain&pair=0,30&map=q&circular=paper&table=runs.jsonl&setting=decay&colour=q&form=wrong&filter=layers:2,width:64&step=300&embed=heatmap',
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
      view: 'inside',
      map: 'q',
      circular: 'paper',
      setting: 'decay',
      colour: 'q',
      form: 'wrong',
      filter: 'width:64,layers:2',
      table: 'runs.jsonl',
      run: '',
      step: 300,
      embed: 'heatmap',
      neuron: 'plain',
      pair: { a: 0, b: 30 },
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['p=1', 'p', /^p=1 is not possible: Modulus p must be a whole number from 2 to 127\. Using 59/],
    ['theme=pink', 'theme', /^theme=pink is not possible.*auto, light, dark\. Using auto\.$/],
    [
      'view=tale',
      'view',
      /^view=tale is not possible.*story, lab, inside, map, present, bench\. Using lab\.$/,
    ],
    ['lang=tlh', 'lang', /^lang=tlh is not possible.*en, zh-Hans\. Using en\.$/],
    ['run=pasta', 'run', /^run=pasta is not possible: it must be one of pizza, clock/],
    ['filter=colour:red', 'filter', /^filter=colour:red is not possible.*width:64/],
    ['filter=width:64:2', 'filter', /^filter=width:64:2 is not possible/],
    ['table=javascript:alert(1)', 'table', /^table=javascript:alert\(1\) is not possible/],
    ['flavour=ham', 'flavour', /“flavour” .* was ignored/],
    ['model=linear-delta&width=17', 'width', /must be even\. Using 18\.$/],
  ])('reports %s in one sentence', (query, name, message) => {
    const { problems } = decodeAddress(query);
    expect(problems).toEqual([{ name, message: expect.stringMatching(message) }]);
  });

  it.each([
    'pair=',
    'pair=3',
    'pair=3,4,5',
    'pair=59,0',
    'pair=0,59',
    'pair=999,999',
    'pair=1000,1',
    'pair=-1,4',
    'pair=1.5,4',
    'pair=1e1,4',
    'pair=3, 4',
    'pair=a,b',
    'pair=%D9%A3,4',
    'pair=3;4',
  ])('reports %s in one notice', (query) => {
    const { page, problems } = decodeAddress(query);
    expect(problems).toEqual([
      {
        name: 'pair',
        message: expect.stringMatching(
          /^pair=.* is not possible: it must be two whole numbers below 59, as in pair=12,34\. Using 12,34\.$/,
        ),
      },
    ]);
    expect(page.pair).toEqual({ a: 12, b: 34 });
  });

  it('suggests a pair that fits a small modulus', () => {
    const { page, problems } = decodeAddress('p=7&pair=7,1');
    expect(page.pair).toEqual({ a: 5, b: 6 });
    expect(problems).toEqual([
      { name: 'pair', message: expect.stringMatching(/below 7, as in pair=5,6\. Using 5,6\.$/) },
    ]);
    expect(decodeAddress('p=7&pair=6,6').problems).toEqual([]);
  });

  it('says nothing of a pair that was not given, whatever the modulus', () => {
    const { page, problems } = decodeAddress('p=7');
    expect(problems).toEqual([]);
    expect(fittingPair(page.pair, 7)).toEqual({ a: 5, b: 6 });
  });

  it('says no more of names that mean nothing than anybody would read', () => {
    const query = Array.from({ length: 100_000 }, (_, index) => `x${index}=1`).join('&');
    expect(decodeAddress(query).problems).toHaveLength(100);
  });

  it('repeats only the start of a long value', () => {
    const long = 'x'.repeat(5000);
    for (const query of [`p=${long}`, `theme=${long}`, `pair=${long}`, `${long}=1`]) {
      expect(decodeAddress(query).problems[0]?.message.length).toBeLessThan(200);
    }
  });
});

describe('writing an address', () => {
  it('is undone by reading it', () => {
    fc.assert(
      fc.property(validAddress, ([configuration, page]) => {
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

  it('names view and pair where they are not the defaults', () => {
    const page = { ...defaultPageSettings, view: 'inside' as const, pair: { a: 3, b: 58 } };
    const query = new URLSearchParams(encodeAddress(defaultConfiguration, page));
    expect([query.get('view'), query.get('pair')]).toEqual(['inside', '3,58']);
    const usual = new URLSearchParams(encodeAddress(defaultConfiguration, defaultPageSettings));
    expect([usual.get('view'), usual.get('pair')]).toEqual([null, null]);
  });

  it('gives no address that it would complain about itself', () => {
    // A file with a larger modulus was looked into, or the modulus was made smaller afterwards.
    const page = { ...defaultPageSettings, pair: { a: 100, b: 50 } };
    const { problems } = decodeAddress(encodeAddress({ ...defaultConfiguration, p: 31 }, page));
    expect(problems).toEqual([]);
  });

  it('is stable and names every setting of the run', () => {
    expect(encodeAddress(defaultConfiguration, defaultPageSettings)).toBe(
      'model=transformer&p=59&width=128&heads=4&layers=1&activation=relu&attention=0&lr=0.001' +
        '&decay=2&fraction=0.8&seed=1&steps=5000&separate=0&equals=0',
    );
  });
});
