/** The language of the page around an embed, at the place where it stands. */

/** Language tag of the nearest element that has one; empty when the page says nothing. */
export function hostLanguage(element: Element): string {
  return element.closest<HTMLElement>('[lang]')?.lang ?? '';
}

/** Calls back when the page's language is set late, or switched. @returns a function that ends it */
export function watchHostLanguage(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
