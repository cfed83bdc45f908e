/** How high the frame has to be for all of the figure to be seen. */

/**
 * Calls back with the height of the page's contents, now and whenever it changes.
 *
 * @param tallest pixels, above which the frame rather scrolls
 */
export function followHeight(tell: (pixels: number) => void, tallest: number): void {
  let last = 0;
  const measure = () => {
    const { height } = document.body.getBoundingClientRect();
    const pixels = Math.min(tallest, Math.max(1, Math.ceil(height)));
    if (pixels === last) return;
    last = pixels;
    tell(pixels);
  };
  new ResizeObserver(measure).observe(document.body);
  measure();
}
