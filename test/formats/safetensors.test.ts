import { describe, expect, it } from 'vitest';
import {
  looksLikeSafetensors,
  readSafetensors,
  writeSafetensors,
} from '../../src/formats/safetensors.ts';
import { refusalOf } from './support/messages.ts';
import { little } from './support/zip-writer.ts';

/** A file from its header, which need not be an object, and its data. */
function file(header: unknown, data: ArrayLike<number> = []): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const bytes = new TextEncoder().encode(text);
  return Uint8Array.from([...little(8, bytes.length), ...bytes, ...Array.from(data)]);
}

const tensor = (dtype: string, shape: number[], start: number, end: number) => ({
  dtype,
  shape,
  data_offsets: [start, end],
});

describe('safetensors', () => {
  it('give back what was written, aligned', () => {
    const tensors = [
      { name: 'matrix', shape: [2, 3], values: Float32Array.of(1, -0, 2.5, 1e-40, 3e38, -7) },
      { name: '__proto__', shape: [1], values: Float32Array.of(4) },
      { name: 'empty', shape: [0], values: new Float32Array() },
    ];
    const bytes = writeSafetensors(tensors, { größe: 'line\nbreak' });
    expect(looksLikeSafetensors(bytes)).toBe(true);
    expect((8 + (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0)) % 8).toBe(0);
    const read = readSafetensors(bytes);
    expect(read.metadata).toEqual(new Map([['größe', 'line\nbreak']]));
    for (const { name, shape, values } of tensors) {
      expect(read.tensors.get(name)).toMatchObject({ name, shape, dtype: 'F32' });
      expect(read.tensors.get(name)?.read()).toEqual(values);
    }
  });

  it('cannot be written with values that do not fill their shape', () => {
    const broken = [{ name: 'x', shape: [2], values: new Float32Array(3) }];
    expect(() => writeSafetensors(broken, {})).toThrow(/x has 3 values, not 2/);
  });

  it.for([
    ['F64', [0, 0, 0, 0, 0, 0, 0xf8, 0x3f], 1.5],
    ['F16', [0x00, 0x3e], 1.5],
    ['BF16', [0xc0, 0x3f], 1.5],
    ['I64', [2, 0, 0, 0, 0, 0, 0, 0], 2],
    ['I32', [0xff, 0xff, 0xff, 0xff], -1],
    ['I16', [0, 1], 256],
    ['I8', [0x80], -128],
    ['U8', [0x80], 128],
    ['BOOL', [1], 1],
  ] as const)('of type %s are converted', ([dtype, bytes, value]) => {
    const { tensors } = readSafetensors(file({ x: tensor(dtype, [], 0, bytes.length) }, bytes));
    expect([...(tensors.get('x')?.read() ?? [])]).toEqual([value]);
  });

  it.for([
    ['a header that is cut off', Uint8Array.of(...little(8, 100), 0x7b), /cut off/],
    ['a huge header', Uint8Array.of(...little(8, 2e8), 0x7b), /200 MB, more than the 16 MB/],
    ['a header that is no JSON', file('{x'), /not valid JSON/],
    ['a header that is a list', file('[]'), /not a JSON object/],
    ['a header that is no UTF-8', Uint8Array.of(...little(8, 2), 0x7b, 0xff), /not valid JSON/],
    ['an unknown type', file({ x: tensor('F8_E4M3', [1], 0, 1) }, [0]), /“F8_E4M3”/],
    ['a wrong size', file({ x: tensor('F32', [2], 0, 4) }, [0, 0, 0, 0]), /“x” is 2 and needs 8/],
    ['a negative size', file({ x: tensor('F32', [-1], 0, 4) }, [0, 0, 0, 0]), /incomplete/],
    ['a fractional size', file({ x: tensor('F32', [0.5], 0, 2) }, [0, 0]), /incomplete/],
    ['offsets turned round', file({ x: tensor('U8', [1], 4, 0) }, [0, 0, 0, 0]), /needs 1 byte,/],
    ['no offsets', file({ x: { dtype: 'F32', shape: [] } }), /“x” is incomplete/],
    ['a tensor that is none', file({ x: null }), /“x” is incomplete/],
    ['an end beyond the file', file({ x: tensor('U8', [2], 0, 2) }, [0]), /beyond its end/],
    [
      'an overlap',
      file({ x: tensor('U8', [2], 0, 2), y: tensor('U8', [2], 1, 3) }, [0, 0, 0]),
      /“y” overlaps/,
    ],
    ['a gap', file({ x: tensor('U8', [1], 1, 2) }, [0, 0]), /gap before “x”/],
    ['data of nobody', file({ x: tensor('U8', [1], 0, 1) }, [0, 0]), /belong to none/],
    ['metadata that are no texts', file({ __metadata__: { step: 3 } }), /metadata are not texts/],
  ] as const)('are refused with %s', ([, bytes, message]) => {
    expect(refusalOf(() => readSafetensors(bytes))).toMatch(message);
  });
});
