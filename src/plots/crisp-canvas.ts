/** Canvases whose pixels are the screen's pixels. */

/**
 * Takes over a canvas that belongs to a picture being made, so that its drawing can be kept as
 * lines instead of pixels. Undefined for any other canvas.
 */
export type CanvasRecorder = (
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
) => CanvasRenderingContext2D | undefined;

let recorder: CanvasRecorder | undefined;

/** Has all canvases offered to a recorder. It comes with the code for pictures, not with the page. */
export function recordCanvases(next: CanvasRecorder): void {
  recorder = next;
}

/**
 * Gives a canvas as many pixels as its box covers on the screen, clears it and returns a context
 * whose unit is the CSS pixel. Undefined when the box has no size or the canvas cannot be drawn on.
 *
 * @param width width of the canvas's box in CSS pixels
 * @param height height of the canvas's box in CSS pixels
 */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | undefined {
  const recording = recorder?.(canvas, width, height);
  if (recording) return recording;
  const ratio = window.devicePixelRatio || 1;
  const pixelWidth = Math.round(width * ratio);
  const pixelHeight = Math.round(height * ratio);
  if (pixelWidth <= 0 || pixelHeight <= 0) return undefined;
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
