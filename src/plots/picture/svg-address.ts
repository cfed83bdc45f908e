/** The address in an SVG file. */

import { tag, unescapeXml } from './markup.ts';

/** Name of this project's own data in an SVG file. */
const NAMESPACE = 'urn:clock-and-pizza:picture';

/** What a file's metadata say. */
export function addressMarkup(address: string): string {
  return tag('origin', { xmlns: NAMESPACE, address });
}

/**
 * The address that an SVG file of this page keeps, even if another program has saved it since and
 * named things its own way.
 */
export function addressInSvg(text: string): string | undefined {
  if (!/<(?:\w+:)?svg[\s>]/.test(text) || !text.includes(NAMESPACE)) return undefined;
  const [, , quoted] = /<(?:\w+:)?origin\s[^<>]*?\baddress=(["'])(.*?)\1/.exec(text) ?? [];
  return quoted === undefined ? undefined : unescapeXml(quoted);
}
