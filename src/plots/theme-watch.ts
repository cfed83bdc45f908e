/** Tells canvas figures when the page's theme changes: pixels do not follow CSS variables. */

/**
 * Calls back after every change of the document's data-theme attribute.
 *
 * @returns a function that stops watching
 */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme'],
  });
  return () => observer.disconnect();
}
