/** Writing SVG as text. */

/** Attributes by name; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Written out, an attribute's line ends and tabs would be read back as spaces.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text as it may stand in XML, between tags and in attributes. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"\n\r\t]/g, (sign) => escapes[sign] ?? sign);
}

/** The text that was escaped. */
export function unescapeXml(text: string): string {
  const signs = new Map(Object.entries(escapes).map(([sign, code]) => [code, sign]));
  return text.replace(/&(?:#\d+|[a-z]+);/g, (code) => signs.get(code) ?? code);
}

/** XML knows no control characters and no halves of characters, not even as references. */
function withoutForbidden(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
  return text.replace(forbidden, '');
}

/** One element. @param content markup inside it, already escaped */
export function tag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(valueText(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A group, or its content alone where it would say nothing. */
export function group(attributes: Attributes, content: string): string {
  const says = Object.values(attributes).some((value) => value !== undefined);
  return says && content !== '' ? tag('g', attributes, content) : content;
}

/** A number with at most two decimals: a hundredth of a pixel is finer than any eye. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/** A transform by so many pixels; undefined for none. */
export function shift(x: number, y: number): string | undefined {
  const text = `translate(${short(x)} ${short(y)})`;
  return text === 'translate(0 0)' ? undefined : text;
}

function valueText(value: string | number | undefined): string {
  return typeof value === 'number' ? short(value) : (value ?? '');
}
