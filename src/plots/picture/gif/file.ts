/** Animated GIF files. GIF89a specification; looping as Netscape's application extension has it. */

import { joinBytes } from '../png-chunks.ts';
import { commentBlock, subBlocks } from './comment.ts';
import { compress } from './lzw.ts';

const BITS = 8;
/** Number of the colour that lets the frame before shine through. */
const TRANSPARENT = 255;
/** Colours that pictures may have. */
export const MOST_COLOURS = TRANSPARENT;

export interface GifWriter {
  /**
   * Adds a frame. Only what differs from the one before is written.
   *
   * @param indices a colour for every pixel, below MOST_COLOURS
   * @param hundredths how long it stays, in hundredths of a second
   */
  add(indices: Uint8Array, hundredths: number): void;
  bytes(): Uint8Array;
}

/** @param colours red, green and blue, 3·MOST_COLOURS bytes at most */
export function createGif(
  width: number,
  height: number,
  colours: Uint8Array,
  comment: string,
): GifWriter {
  const table = new Uint8Array(3 * 2 ** BITS);
  table.set(colours);
  const parts: Uint8Array[] = [
    new TextEncoder().encode('GIF89a'),
    Uint8Array.from([...word(width), ...word(height), 0x80 | 0x70 | (BITS - 1), 0, 0]),
    table,
    Uint8Array.from([0x21, 0xff, 11, ...new TextEncoder().encode('NETSCAPE2.0'), 3, 1, 0, 0, 0]),
    Uint8Array.from(commentBlock(comment)),
  ];
  let before: Uint8Array | undefined;

  return {
    add(indices, hundredths) {
      const area = changedArea(before, indices, width, height);
      const pixels = cutOut(before, indices, width, area);
      // The frame stays, and the next one is drawn over it.
      const control = [0x21, 0xf9, 4, (1 << 2) | 1, ...word(hundredths), TRANSPARENT, 0];
      const { left, top, right, bottom } = area;
      const size = [...word(right - left), ...word(bottom - top)];
      const descriptor = [0x2c, ...word(left), ...word(top), ...size, 0];
      parts.push(Uint8Array.from([...control, ...descriptor, BITS]));
      parts.push(Uint8Array.from(subBlocks(compress(pixels, BITS))));
      before = indices;
    },
    bytes: () => joinBytes([...parts, Uint8Array.of(0x3b)]),
  };
}

function word(value: number): [number, number] {
  return [value & 255, (value >> 8) & 255];
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest rectangle with all that changed; one pixel when nothing did. */
function changedArea(
  before: Uint8Array | undefined,
  indices: Uint8Array,
  width: number,
  height: number,
): Area {
  if (!before) return { left: 0, top: 0, right: width, bottom: height };
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let at = 0; at < indices.length; at++) {
    if (before[at] === indices[at]) continue;
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return right > left ? { left, top, right, bottom } : { left: 0, top: 0, right: 1, bottom: 1 };
}

/** Pixels of the area; those that stay as they were are transparent, which compresses better. */
function cutOut(
  before: Uint8Array | undefined,
  indices: Uint8Array,
  width: number,
  { left, top, right, bottom }: Area,
): Uint8Array {
  const pixels = new Uint8Array((right - left) * (bottom - top));
  let at = 0;
  for (let y = top; y < bottom; y++) {
    for (let index = y * width + left; index < y * width + right; index++) {
      const colour = indices[index] as number;
      pixels[at++] = before?.[index] === colour ? TRANSPARENT : colour;
    }
  }
  return pixels;
}
