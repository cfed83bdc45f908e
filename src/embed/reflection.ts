/** Attributes that are properties too. */

/** Sets an attribute; null and undefined take it away. */
export function reflect(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/** Makes attributes properties of an element's class, where it has none of that name: element.attention = 1. */
export function defineProperties(prototype: Element, names: readonly string[]): void {
  for (const name of names) {
    if (name in prototype) continue;
    Object.defineProperty(prototype, name, {
      enumerable: true,
      configurable: true,
      get(this: Element) {
        return this.getAttribute(name);
      },
      set(this: Element, value: unknown) {
        reflect(this, name, value);
      },
    });
  }
}
