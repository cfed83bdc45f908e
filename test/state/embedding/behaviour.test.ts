import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviourNames, readBehaviour } from '../../../src/state/embedding/behaviour.ts';
import { decodeAddress } from '../../../src/state/url.ts';

const usual = { controls: true, autoplay: false, together: false, poster: true, language: '' };

describe('how an embed behaves', () => {
  it('is as usual when its address does not say', () => {
    expect(readBehaviour('')).toEqual(usual);
    expect(readBehaviour('?embed=circles&run=pizza&p=13')).toEqual(usual);
  });

  it('is read from its address', () => {
    const query = '?controls=0&autoplay=1&together=1&poster=0&lang=pt-BR';
    expect(readBehaviour(query)).toEqual({
      controls: false,
      autoplay: true,
      together: true,
      poster: false,
      language: 'pt-BR',
    });
  });

  it.each(['0', 'no', 'off', 'false'])('takes %s for a no', (no) => {
    const query = new URLSearchParams({ controls: no, autoplay: no, together: no, poster: no });
    expect(readBehaviour(query.toString())).toEqual({ ...usual, controls: false, poster: false });
  });

  it.each(['', '1', 'yes', 'true', 'autoplay'])('takes “%s” for a yes', (yes) => {
    const query = new URLSearchParams({ controls: yes, autoplay: yes, together: yes, poster: yes });
    expect(readBehaviour(query.toString())).toEqual({ ...usual, autoplay: true, together: true });
  });

  it('is something for any text, and listens to no long language', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(...behaviourNames),
            fc.string({ unit: 'binary', maxLength: 90 }),
          ),
        )
        .map((entries) => new URLSearchParams(entries).toString()),
    );
    fc.assert(
      fc.property(query, (text) => {
        const { language, ...switches } = readBehaviour(text);
        expect(language.length).toBeLessThanOrEqual(40);
        for (const value of Object.values(switches)) expect(typeof value).toBe('boolean');
      }),
      { numRuns: 10_000 },
    );
  });

  it('has names that are no mistakes in an address', () => {
    for (const name of behaviourNames) {
      expect(decodeAddress(`embed=circles&${name}=1`).problems).toEqual([]);
    }
  });
});
