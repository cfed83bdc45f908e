/** Settings and page settings as addresses may hold them, to be drawn at random. */
import * as fc from 'fast-check';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { type ConfigurationField, fieldEntries } from '../../src/model/fields.ts';
import { defaultPageSettings, type PageSettings } from '../../src/state/url.ts';

/** Any value a setting may have, the ends of its range and the usual one more often. */
function fieldValue(field: ConfigurationField): fc.Arbitrary<unknown> {
  if (field.kind === 'switch') return fc.boolean();
  if (field.kind === 'choice') return fc.constantFrom(...field.choices);
  const { minimum: min, maximum: max, integer } = field;
  const inside = integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.constantFrom(min, max, field.default), inside).map((value) => value + 0);
}

/** Settings of a run that fit together. */
export const validConfiguration = fc
  .record(Object.fromEntries(fieldEntries.map(([key, field]) => [key, fieldValue(field)])))
  .map((values) => values as unknown as RunConfiguration)
  .filter(({ model, width }) => model !== 'linear-delta' || width % 2 === 0);

/** Page settings; numbers of a pair that is not the default are below the modulus. */
export const validPage = (p: number) =>
  fc.record({
    backend: fc.constantFrom('auto', 'webgpu', 'webgl', 'wasm', 'cpu'),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    heatmap: fc.constantFrom('bands', 'plain'),
    circles: fc.constantFrom('amplitude', 'equal'),
    autorun: fc.constant(false),
    view: fc.constantFrom('story', 'lab', 'inside', 'map', 'present', 'bench'),
    map: fc.constantFrom('q', 'gs', 'setting'),
    circular: fc.constantFrom('all', 'paper', 'round'),
    setting: fc.constantFrom('width', 'layers', 'decay', 'fraction', 'seed'),
    colour: fc.constantFrom('gs', 'q'),
    form: fc.constantFrom('correct', 'wrong'),
    filter: fc.constantFrom('', 'width:64', 'width:all,layers:2', 'activation:gelu,equals:true'),
    table: fc.oneof(fc.constant(''), fc.webUrl(), fc.constant('runs.jsonl')),
    run: fc.constantFrom('', 'pizza', 'clock'),
    neuron: fc.constantFrom('circle', 'plain'),
    step: fc.option(fc.integer({ min: 0, max: 100_000 })),
    embed: fc.constantFrom('' as const, 'circles' as const, 'pair' as const, 'lab' as const),
    pair: fc.oneof(
      fc.constant(defaultPageSettings.pair),
      fc.record({ a: fc.nat(p - 1), b: fc.nat(p - 1) }),
    ),
  }) satisfies fc.Arbitrary<PageSettings>;

/** Both. */
export const validAddress = validConfiguration.chain((configuration) =>
  fc.tuple(fc.constant(configuration), validPage(configuration.p)),
);
