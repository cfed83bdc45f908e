/**
 * Pictures of figures to be saved: SVG that any drawing program opens, with real text and lines, PNG
 * and a short GIF animation. Each keeps the address at which the page shows the same again.
 */

import { ADDRESS_KEYWORD } from './picture/address.ts';
import { encodeAnimation } from './picture/animation.ts';
import type { PageTheme } from './picture/composition.ts';
import { composePicture, readPageTheme } from './picture/composition.ts';
import { createPartsDrawer } from './picture/draw-parts.ts';
import type {
  AnimationMoment,
  FigurePicture,
  PictureOrigin,
  PicturePart,
} from './picture/parts.ts';
import { withTexts } from './picture/png-chunks.ts';
import { pngBytes, rasterise } from './picture/raster.ts';
import { nextFrame } from './picture/stage.ts';
import { addressInSvg } from './picture/svg-address.ts';
import { words } from './picture/wording.ts';

export { readPictureAddress } from './picture/address.ts';
export type {
  AnimationMoment,
  ElementPart,
  FigurePart,
  FigurePicture,
  PictureOrigin,
  PicturePart,
  PicturePlace,
} from './picture/parts.ts';
export { figurePart } from './picture/parts.ts';

/** Share of an animation's work that drawing its figures is. */
const DRAWING_SHARE = 0.5;
/** Work is done for so many milliseconds before the page may draw a frame of its own. */
const LONGEST_WORK = 30;

/** Draws parts as one SVG file. Rejects with an AbortError when the signal says so. */
export async function drawPicture(
  parts: readonly PicturePart[],
  origin: PictureOrigin,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<FigurePicture> {
  const drawer = createPartsDrawer();
  try {
    const theme = themeOf(parts);
    return composePicture(await drawer.draw(parts, theme, signal), origin, theme);
  } finally {
    drawer.close();
  }
}

/**
 * The bytes of a PNG file.
 *
 * @param scale pixels for each CSS pixel
 */
export async function picturePng(picture: FigurePicture, scale = 2): Promise<Uint8Array> {
  const png = await pngBytes(await rasterise(picture, scale));
  const address = addressInSvg(picture.svg);
  return withTexts(png, address === undefined ? [] : [[ADDRESS_KEYWORD, address]], scale);
}

/**
 * The bytes of a GIF file that loops and rests on its last moment for two seconds. Moments whose
 * parts share their `create` share one figure, which is quicker and keeps things in their places.
 */
export async function animatePicture(
  moments: readonly AnimationMoment[],
  origin: PictureOrigin,
  options: {
    /** Length of the whole animation. */
    readonly milliseconds: number;
    /** Called with the share that is done, 0 … 1. */
    readonly onProgress?: (share: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<Uint8Array> {
  const { milliseconds, onProgress, signal } = options;
  if (moments.length === 0) throw new Error(words('nothingToAnimate'));
  const theme = themeOf(moments[0]?.parts ?? []);
  const pictures: FigurePicture[] = [];
  const drawer = createPartsDrawer();
  try {
    for (const [index, { parts, caption }] of moments.entries()) {
      onProgress?.((DRAWING_SHARE * index) / moments.length);
      const drawn = await drawer.draw(parts, theme, signal);
      pictures.push(composePicture(drawn, { ...origin, caption }, theme));
    }
  } finally {
    drawer.close();
  }
  let rested = performance.now();
  const bytes = await encodeAnimation(pictures, {
    milliseconds,
    ground: theme.surface,
    address: origin.address,
    async between(share) {
      onProgress?.(DRAWING_SHARE + (1 - DRAWING_SHARE) * share);
      if (performance.now() - rested > LONGEST_WORK) {
        await nextFrame();
        rested = performance.now();
      }
      signal?.throwIfAborted();
    },
  });
  onProgress?.(1);
  return bytes;
}

/** Colours and fonts where the first part stands. */
function themeOf(parts: readonly PicturePart[]): PageTheme {
  const [first] = parts;
  const place = first && ('element' in first ? first.element : first.context);
  return readPageTheme(place ?? document.body);
}
