import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressQuery } from '../../../src/state/share/address-query.ts';
import { decodeAddress } from '../../../src/state/url.ts';

describe('an address in a file', () => {
  it.each([
    ['https://example.org/anywhere/?p=31&seed=2&view=inside#top', 'p=31&seed=2&view=inside'],
    ['?p=31', 'p=31'],
    ['http://localhost:5173/?p=31&autorun=1', 'p=31'],
    ['https://example.org/?pasta=2', undefined],
    ['https://example.org/?p=31&pasta=2', undefined],
    ['https://example.org/?p=-1', undefined],
    ['https://example.org/', undefined],
    ['https://example.org/?autorun=1', undefined],
    ['', undefined],
    ['http://[', undefined],
    [`?p=31${'&'.repeat(10_000)}`, undefined],
  ])('%#: counts for its query alone, when all of it is understood', (address, query) => {
    expect(addressQuery(address)).toBe(query);
  });

  it('never gives what the page would complain about', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const query = addressQuery(text) ?? addressQuery(`?${text}`);
        if (query !== undefined) expect(decodeAddress(query).problems).toEqual([]);
      }),
    );
  });
});
