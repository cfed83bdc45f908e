import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameTime } from '../../../src/plots/picture/animation.ts';
import { commentBlock, commentIn, subBlocks } from '../../../src/plots/picture/gif/comment.ts';
import { createGif, MOST_COLOURS } from '../../../src/plots/picture/gif/file.ts';
import { compress } from '../../../src/plots/picture/gif/lzw.ts';
import { createColourCount } from '../../../src/plots/picture/gif/palette.ts';
import { decodeGif, expand } from './decode-gif.ts';

describe('GIF compression', () => {
  it('gives any pixels back', () => {
    const pixels = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.array(fc.nat(3), { maxLength: 9000 }).map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(pixels, (indices) => {
        expect(expand(compress(indices, 8), 8)).toEqual(indices);
      }),
      { numRuns: 200 },
    );
  });

  it('starts its codes anew when there are no more', () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 60_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 255;
    });
    expect(expand(compress(noise, 8), 8)).toEqual(noise);
  });

  it('makes much of even areas', () => {
    expect(compress(new Uint8Array(250_000), 8).length).toBeLessThan(2000);
  });
});

describe('an animated GIF file', () => {
  const colours = Uint8Array.from([0, 0, 0, 255, 255, 255, 31, 79, 184]);

  it('shows frames one over the other, for ever', () => {
    const frames = [
      [0, 0, 0, 0, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 2, 1, 0, 0, 0],
      [0, 0, 0, 0, 2, 1, 0, 0, 0],
      [2, 2, 2, 2, 2, 2, 2, 2, 2],
    ].map((frame) => Uint8Array.from(frame));
    const gif = createGif(3, 3, colours, 'a comment');
    frames.forEach((frame, index) => {
      gif.add(frame, 7 + index);
    });
    const decoded = decodeGif(gif.bytes());
    expect(decoded.frames).toEqual(frames);
    expect(decoded.times).toEqual([7, 8, 9, 10]);
    expect(decoded.loops).toBe(0);
    expect(decoded.comments).toEqual(['a comment']);
  });

  it('writes only what changed', () => {
    const [width, height] = [200, 100];
    const still = Uint8Array.from({ length: width * height }, (_, at) => (at * at) % 3);
    const moved = still.slice();
    moved[5050] = ((moved[5050] ?? 0) + 1) % 3;
    const sizeOf = (second: Uint8Array) => {
      const gif = createGif(width, height, colours, '');
      gif.add(still, 5);
      const before = gif.bytes().length;
      gif.add(second, 5);
      return gif.bytes().length - before;
    };
    expect(sizeOf(still)).toBeLessThan(40);
    expect(sizeOf(moved)).toBeLessThan(40);
  });

  it('keeps comments longer than one block', () => {
    const text = `start ${'é'.repeat(400)}`;
    const gif = createGif(1, 1, colours, text);
    expect(commentIn(gif.bytes(), 'start ')).toBe('é'.repeat(400));
    expect(commentIn(gif.bytes(), 'other ')).toBeUndefined();
    expect(subBlocks(new Uint8Array(0))).toEqual([0]);
    expect(commentBlock('ab')).toEqual([0x21, 0xfe, 2, 97, 98, 0]);
  });

  it('lasts as long as it should', () => {
    const times = Array.from({ length: 60 }, (_, index) => frameTime(index, 60, 5000));
    expect(times.reduce((sum, time) => sum + time, 0)).toBe(500);
    expect(frameTime(0, 100, 10)).toBe(2);
  });
});

describe('the colours of an animation', () => {
  const pixel = (hex: number) => [hex >> 16, (hex >> 8) & 255, hex & 255, 255];

  it('stay exact while there are few', () => {
    const hexes = [0xfbfaf6, 0x1c1b22, 0xdd5a30, 0x1f4fb8, 0xe2dfd5];
    const count = createColourCount();
    const pixels = hexes.flatMap((hex, index) => Array(index === 0 ? 9000 : 3).fill(pixel(hex)));
    const cells = count.add(Uint8ClampedArray.from(pixels.flat()));
    const { colours, numbers } = count.palette(MOST_COLOURS);
    const shown = Array.from(cells, (cell) => [
      ...colours.subarray(3 * (numbers[cell] ?? 0)).subarray(0, 3),
    ]);
    expect(shown).toEqual(pixels.map((bytes) => bytes.slice(0, 3)));
  });

  it('come near when there are too many, and the ground stays what it is', () => {
    const count = createColourCount();
    const ramp = Array.from({ length: 4096 }, (_, at) =>
      pixel(((at & 15) << 20) | (((at >> 4) & 15) << 12) | ((at >> 8) << 4)),
    );
    const ground = Array(60_000).fill(pixel(0xfbfaf6));
    const pixels = [...ground, ...ramp];
    const cells = count.add(Uint8ClampedArray.from(pixels.flat()));
    const { colours, numbers } = count.palette(MOST_COLOURS);
    expect(colours.length).toBeLessThanOrEqual(3 * MOST_COLOURS);
    const distances = pixels.map((bytes, at) => {
      const start = 3 * (numbers[cells[at] ?? 0] ?? 0);
      return Math.max(
        ...[0, 1, 2].map((part) => Math.abs((colours[start + part] ?? 0) - bytes[part])),
      );
    });
    expect(Math.max(...distances.slice(0, ground.length))).toBeLessThanOrEqual(1);
    expect(Math.max(...distances)).toBeLessThan(48);
  });
});
