/** Pictures one after the other as a GIF file. */

import { ADDRESS_COMMENT } from './address.ts';
import { createGif, MOST_COLOURS } from './gif/file.ts';
import { createColourCount } from './gif/palette.ts';
import type { FigurePicture } from './parts.ts';
import { rasterise } from './raster.ts';

/** Wider pictures are made smaller, so that the file stays small. */
const LARGEST_WIDTH = 640;
/** How long the last frame stays, in hundredths of a second. */
const REST = 200;
/** Shorter than this, in hundredths, browsers show a frame for longer. */
const SHORTEST_FRAME = 2;

export interface AnimationSteps {
  /** Milliseconds of the whole animation, without the rest at its end. */
  readonly milliseconds: number;
  /** Colour behind frames that are smaller than the largest one. */
  readonly ground: string;
  readonly address: string;
  /** Called between frames with the share that is done, so that it may yield or stop. */
  between(share: number): Promise<void>;
}

export async function encodeAnimation(
  pictures: readonly FigurePicture[],
  { milliseconds, ground, address, between }: AnimationSteps,
): Promise<Uint8Array> {
  const width = Math.max(1, ...pictures.map((picture) => picture.width));
  const height = Math.max(1, ...pictures.map((picture) => picture.height));
  const scale = Math.min(1, LARGEST_WIDTH / width);
  const count = createColourCount();
  const frames: Uint16Array[] = [];
  let size = { width: 1, height: 1 };
  for (const [index, picture] of pictures.entries()) {
    await between((0.7 * index) / pictures.length);
    const canvas = await rasterise(picture, scale, { width, height, ground });
    size = { width: canvas.width, height: canvas.height };
    const context = canvas.getContext('2d');
    if (!context) continue;
    frames.push(count.add(context.getImageData(0, 0, canvas.width, canvas.height).data));
  }
  await between(0.7);
  const { colours, numbers } = count.palette(MOST_COLOURS);
  const gif = createGif(size.width, size.height, colours, `${ADDRESS_COMMENT}${address}`);
  for (const [index, cells] of frames.entries()) {
    await between(0.7 + (0.3 * index) / frames.length);
    const isLast = index === frames.length - 1;
    gif.add(
      coloured(cells, numbers),
      frameTime(index, frames.length, milliseconds) + (isLast ? REST : 0),
    );
  }
  return gif.bytes();
}

/** A loop, because there are many pixels and `Uint8Array.from` takes its time with each. */
function coloured(cells: Uint16Array, numbers: Uint8Array): Uint8Array {
  const indices = new Uint8Array(cells.length);
  for (let at = 0; at < cells.length; at++) indices[at] = numbers[cells[at] as number] as number;
  return indices;
}

/** Hundredths of a second of one frame; rounding does not add up over the frames. */
export function frameTime(index: number, count: number, milliseconds: number): number {
  const end = (at: number) => Math.round((milliseconds / 10) * (at / count));
  return Math.min(60_000, Math.max(SHORTEST_FRAME, end(index + 1) - end(index)));
}
