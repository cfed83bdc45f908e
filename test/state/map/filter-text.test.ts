import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilters, writeFilters } from '../../../src/state/map/filter-text.ts';
import { filteredSettings } from '../../../src/state/map/filters.ts';

const someFilters = fc.dictionary(
  fc.constantFrom(...filteredSettings),
  fc.stringMatching(/^[a-z0-9.-]{1,24}$/),
);

describe('filters as text', () => {
  it('have the names of the address', () => {
    const text = 'width:64,decay:0.5,separate:true';
    expect(readFilters(text)).toEqual({
      width: '64',
      weightDecay: '0.5',
      separateEmbeddings: 'true',
    });
    expect(writeFilters({ layers: 'all', width: '64' })).toBe('width:64,layers:all');
    expect(readFilters('')).toEqual({});
    expect(writeFilters({})).toBe('');
  });

  it('are the same after writing and reading', () => {
    fc.assert(
      fc.property(someFilters, (filters) => {
        expect(readFilters(writeFilters(filters))).toEqual({ ...filters });
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readFilters(text);
        if (read !== undefined) expect(readFilters(writeFilters(read))).toEqual(read);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(['colour:red', 'width', 'width:', 'width:64:2', 'width:<b>', '__proto__:1'])(
    'that make no sense are refused: %s',
    (text) => {
      expect(readFilters(text)).toBeUndefined();
    },
  );
});
