/** Pictures as pixels. */

import type { FigurePicture } from './parts.ts';
import { words } from './wording.ts';

/** @param scale pixels for each CSS pixel @param ground colour behind what the picture leaves free */
export async function rasterise(
  { svg, width, height }: FigurePicture,
  scale: number,
  room: { readonly width: number; readonly height: number; readonly ground?: string } = {
    width,
    height,
  },
): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => {
      throw new Error(words('notDrawn'));
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(room.width * scale);
    canvas.height = Math.round(room.height * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error(words('tooLarge'));
    if (room.ground) {
      context.fillStyle = room.ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.drawImage(image, 0, 0, Math.round(width * scale), Math.round(height * scale));
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The bytes of a PNG file. */
export async function pngBytes(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(words('tooLarge'));
  return new Uint8Array(await blob.arrayBuffer());
}
