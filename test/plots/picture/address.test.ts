import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureAddress } from '../../../src/plots/picture/address.ts';
import { filesWith } from './files.ts';

const kinds = ['svg', 'png', 'gif'] as const;
const anyKind = fc.constantFrom(...kinds);
const address = 'https://example.org/page/?view=lab&p=59&alpha=0.55#"<π>\'';
const valid = filesWith(address);

/** Addresses with whatever a page may append to its own. */
const addresses = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  )
  .map(([start, more]) => `${start}#${more.replace(/[\s\p{C}]/gu, '')}`);

describe('the address in a saved picture', () => {
  it('comes back from each kind of file', () => {
    fc.assert(
      fc.property(addresses, (written) => {
        const files = filesWith(written);
        for (const kind of kinds) expect(readPictureAddress(files[kind])).toBe(written);
      }),
      { numRuns: 350 },
    );
  });

  it('comes back from a drawing that another program has saved', () => {
    const text = `<?xml version="1.0"?>\n<!-- Created with another program -->\n<svg
      xmlns:q="urn:clock-and-pizza:picture" width="10"><metadata id="m"><q:origin
      address="https://example.org/?p=59&amp;seed=3" /></metadata></svg>`;
    expect(readPictureAddress(new TextEncoder().encode(text))).toBe(
      'https://example.org/?p=59&seed=3',
    );
  });

  it('is not found in files of others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readPictureAddress(bytes)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
    const starts = ['GIF89a', '\x89PNG\r\n\x1a\n', '<svg xmlns="urn:clock-and-pizza:picture">'];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const head = Uint8Array.from(start, (sign) => sign.charCodeAt(0));
        expect(readPictureAddress(Uint8Array.from([...head, ...rest]))).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws on a file that ends early', () => {
    for (const kind of kinds) {
      const bytes = valid[kind];
      for (let length = 0; length <= bytes.length; length++) {
        const found = readPictureAddress(bytes.subarray(0, length));
        expect([undefined, address]).toContain(found);
      }
    }
  });

  it('never throws on a damaged file, and says nothing but addresses', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyKind, damage, (kind, flips) => {
        const bytes = valid[kind].slice();
        for (const [place, bit] of flips) {
          const at = place % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        }
        const found = readPictureAddress(bytes);
        if (found !== undefined) expect(new URL(found).protocol).toMatch(/^(https?|file):$/);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is no script', () => {
    for (const kind of kinds) {
      expect(readPictureAddress(filesWith('javascript:alert(1)')[kind])).toBeUndefined();
      expect(readPictureAddress(filesWith('data:text/html,hello')[kind])).toBeUndefined();
      expect(readPictureAddress(filesWith('not an address')[kind])).toBeUndefined();
    }
  });
});
