/** Canvases whose pixels are the screen's pixels. */

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
