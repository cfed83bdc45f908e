/** The address that a saved picture keeps, so that the page can open again what it shows. */

import { commentIn } from './gif/comment.ts';
import { textIn } from './png-chunks.ts';
import { addressInSvg } from './svg-address.ts';

/** Keyword of the address in a PNG file. */
export const ADDRESS_KEYWORD = 'clock-and-pizza-address';
/** What a GIF file's comment with the address begins with. */
export const ADDRESS_COMMENT = `${ADDRESS_KEYWORD} `;

/** Bytes that say whether a file is XML. */
const BEGINNING = 256;

/** Addresses that a page can be opened at; a picture may come from anyone. */
const openable = ['http:', 'https:', 'file:'];

/**
 * The address kept in an SVG, PNG or GIF file that this page wrote, as it was written; undefined for
 * any other file. Never throws.
 */
export function readPictureAddress(bytes: Uint8Array): string | undefined {
  const address =
    textIn(bytes, ADDRESS_KEYWORD) ??
    commentIn(bytes, ADDRESS_COMMENT) ??
    (isMarkup(bytes) ? addressInSvg(decode(bytes)) : undefined);
  return address !== undefined && isOpenable(address) ? address : undefined;
}

/** Whether a file begins as XML does; others can be very large and are not read as text. */
function isMarkup(bytes: Uint8Array): boolean {
  return decode(bytes.subarray(0, BEGINNING)).trimStart().startsWith('<');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function isOpenable(address: string): boolean {
  try {
    return openable.includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
