import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration, fieldEntries } from '../../../src/model/fields.ts';
import { checkConfiguration } from '../../../src/model/validation.ts';
import { runFileName } from '../../../src/state/share/file-name.ts';

describe('the name of a file', () => {
  it.each([
    [{ step: 300, ending: 'run' }, 'p59-width128-attention0-seed1-step300.run'],
    [
      { step: 300, what: 'measures', ending: 'json' },
      'p59-width128-attention0-seed1-step300-measures.json',
    ],
    [{ step: null, ending: 'csv' }, 'p59-width128-attention0-seed1.csv'],
    [{ what: 'a/b c', ending: 'svg' }, 'p59-width128-attention0-seed1-a-b-c.svg'],
  ])('says which run, step and part of it: %j', (parts, name) => {
    expect(runFileName(defaultConfiguration, parts)).toBe(name);
  });

  it('can be stored everywhere, whatever the settings', () => {
    const settings = fc.record(
      Object.fromEntries(
        fieldEntries.map(([, field]) => [
          field.name,
          field.kind === 'choice'
            ? fc.constantFrom(...field.choices)
            : fc.oneof(fc.double(), fc.integer(), fc.constantFrom('0', '1', 1e-7)),
        ]),
      ),
    );
    fc.assert(
      fc.property(settings, fc.nat(100_000), (raw, step) => {
        const { configuration } = checkConfiguration(raw);
        const name = runFileName(configuration, { step, ending: 'run' });
        expect(name).toMatch(/^[\w-][\w.-]{0,150}\.run$/);
      }),
    );
  });
});
