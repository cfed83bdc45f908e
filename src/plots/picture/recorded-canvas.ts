/** Canvases in pictures: as lines where their drawing was recorded, otherwise as pixels. */

import { recordCanvases } from '../crisp-canvas.ts';
import { group, shift, tag } from './markup.ts';
import type { Recording } from './recording-context.ts';
import { createRecording } from './recording-context.ts';

/** Beyond so many marks a file of lines would be large and slow: pixels are kept instead. */
const MOST_MARKS = 4000;
/** Pixels for each CSS pixel of a canvas that is drawn with lines. */
const RASTER_SCALE = 3;
/** Pixels that a picture of cells is blown up to, for each CSS pixel: see `magnified`. */
const CELL_SCALE = 2;
const LARGEST_MAGNIFICATION = 24;

const recordings = new WeakMap<HTMLCanvasElement, Recording>();

/** From now on canvases in pictures are recorded. */
export function watchCanvases(): void {
  recordCanvases((canvas, width, height) => {
    if (!canvas.closest('.picture-host')) return undefined;
    const [pixelWidth, pixelHeight] = [width, height].map((side) =>
      Math.round(side * RASTER_SCALE),
    );
    if (!pixelWidth || !pixelHeight || pixelWidth < 0 || pixelHeight < 0) return undefined;
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
    const pixels = canvas.getContext('2d');
    if (!pixels) return undefined;
    pixels.setTransform(RASTER_SCALE, 0, 0, RASTER_SCALE, 0, 0);
    const recording = createRecording(pixels);
    recordings.set(canvas, recording);
    return recording.context;
  });
}

/** @param box where the canvas lies in the picture */
export function canvasMarkup(
  canvas: HTMLCanvasElement,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  isPixelated: boolean,
): string {
  if (canvas.width === 0 || canvas.height === 0 || box.width === 0) return '';
  const recording = recordings.get(canvas);
  const count = recording?.count();
  if (recording && count !== undefined && count <= MOST_MARKS) {
    const { x, y } = box;
    return group({ transform: shift(x, y) }, recording.markup());
  }
  const source = isPixelated ? magnified(canvas, box.width) : canvas;
  return tag('image', {
    ...box,
    preserveAspectRatio: 'none',
    'image-rendering': isPixelated ? 'pixelated' : undefined,
    style: isPixelated ? 'image-rendering:crisp-edges;image-rendering:pixelated' : undefined,
    // The old name: not every drawing program knows the new one.
    'xlink:href': source.toDataURL('image/png'),
  });
}

/**
 * Cells blown up, because not every program leaves them square: smoothed between pixels of this
 * size, their edges stay sharp to the eye.
 */
function magnified(canvas: HTMLCanvasElement, width: number): HTMLCanvasElement {
  const wanted = Math.ceil((CELL_SCALE * width) / canvas.width);
  const factor = Math.min(LARGEST_MAGNIFICATION, Math.max(1, wanted));
  const large = document.createElement('canvas');
  large.width = canvas.width * factor;
  large.height = canvas.height * factor;
  const context = large.getContext('2d');
  if (!context) return canvas;
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, large.width, large.height);
  return large;
}
