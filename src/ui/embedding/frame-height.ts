/** How high the frame has to be for all of the figure to be seen. */

/** Calls back with the height of the page's contents, now and whenever it changes. */
export function followHeight(tell: (pixels: number) => void): void {
  let last = 0;
  const measure = () => {
    const { height } = document.body.getBoundingClientRect();
    const pixels = Math.max(1, Math.ceil(height));
    if (pixels === last) return;
    last = pixels;
    tell(pixels);
  };
  new ResizeObserver(measure).observe(document.body);
  measure();
}
