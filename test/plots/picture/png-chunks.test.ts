import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32, textIn, withTexts } from '../../../src/plots/picture/png-chunks.ts';
import { smallPng } from './files.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Names and contents of all chunks, each with its checksum checked. */
function chunksOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: { name: string; data: Uint8Array }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({ name, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

describe('texts in PNG files', () => {
  it('computes the checksum of the specification', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytesOf('IEND'))).toBe(0xae426082);
  });

  it('adds texts and size after the header, and leaves all else as it was', () => {
    const png = smallPng();
    const before = chunksOf(png);
    const after = chunksOf(withTexts(png, [['Title', 'Über π']], 2));
    expect(after.map(({ name }) => name)).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND']);
    expect(after.filter(({ name }) => before.some((chunk) => chunk.name === name))).toEqual(before);
    // 192 pixels an inch: twice as many as CSS has.
    const size = after[1]?.data ?? new Uint8Array(9);
    expect(new DataView(size.buffer, size.byteOffset).getUint32(0)).toBe(Math.round(192 / 0.0254));
    expect(after[2]?.data).toEqual(bytesOf('Title\0\0\0\0\0Über π'));
  });

  it('reads what it wrote, and nothing else', () => {
    const png = withTexts(
      smallPng(),
      [
        ['Title', 'Über π'],
        ['Other', ''],
      ],
      1,
    );
    expect(textIn(png, 'Title')).toBe('Über π');
    expect(textIn(png, 'Other')).toBe('');
    expect(textIn(png, 'Titl')).toBeUndefined();
    expect(textIn(smallPng(), 'Title')).toBeUndefined();
    expect(textIn(deflateSync(png), 'Title')).toBeUndefined();
  });

  it('does not believe a damaged text', () => {
    const png = withTexts(smallPng(), [['Title', 'Über π']], 1);
    const at = Buffer.from(png).indexOf('ber') + 1;
    png[at] = (png[at] ?? 0) ^ 1;
    expect(textIn(png, 'Title')).toBeUndefined();
  });
});
