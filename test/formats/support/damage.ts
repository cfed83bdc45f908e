/** Real files, damaged at random or by somebody who knows how they are made. */
import fc from 'fast-check';

/** Cases of every property about files from outside. */
export const manyRuns = { numRuns: 10_000 };

/** Values in place of others: of the wrong kind, not finite, huge, or with a meaning to JavaScript. */
const oddValues = [
  ...['', 'null', 'true', '-1', '0', '0.5', '7', '1e308', '-1e308', '1e999', 'NaN', '5e-324'],
  ...['9007199254740993', '""', '"__proto__"', '"constructor"', '"\\u0000\\n"', '"1e999"', '[]'],
  ...['{}', '[[[[[]]]]]', '{"__proto__":{"p":7}}', '{"length":1e9}', '[1,2,3,4,5]'],
  `"${'x'.repeat(300)}"`,
];

/** A text of JSON or of a table in which values were replaced, pieces were lost, or the end is. */
export function damagedText(text: string): fc.Arbitrary<string> {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g)];
  const replaced = fc
    .array(fc.tuple(fc.nat(Math.max(0, tokens.length - 1)), fc.constantFrom(...oddValues)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes) => {
      // From the end on: places before a change stay where they are.
      const inOrder = changes.toSorted(([left], [right]) => right - left);
      return inOrder.reduce((result, [index, put]) => {
        const at = tokens[index]?.index ?? 0;
        const length = tokens[index]?.[0].length ?? 0;
        return result.slice(0, at) + put + result.slice(at + length);
      }, text);
    });
  const spliced = fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 10 }))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
  const cut = fc.nat(text.length).map((length) => text.slice(0, length));
  return fc.oneof({ weight: 3, arbitrary: replaced }, spliced, cut);
}

/** Bytes that are cut off, or of which a few or a single bit are others. */
export function damagedBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const cut = fc.nat(bytes.length).map((length) => bytes.subarray(0, length));
  const flipped = fc.nat(8 * bytes.length - 1).map((bit) => {
    const copy = bytes.slice();
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy;
  });
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
  const edited = edits.map((changes) => {
    const copy = bytes.slice();
    // Mostly the structure, which lies at both ends, rather than the weights.
    for (const [position, value] of changes) {
      const at = position % Math.min(copy.length, 700);
      copy[position % 2 === 0 ? at : copy.length - 1 - at] = value;
    }
    return copy;
  });
  return fc.oneof(cut, flipped, { weight: 2, arbitrary: edited });
}
