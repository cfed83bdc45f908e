/** Short ways to make elements of HTML and SVG. */

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element with a class, and text where there is some. */
export function createHtml<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** An SVG element with attributes. */
export function createSvg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** Writes a text only when it differs, so that nothing is laid out or read out twice. */
export function writeText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
