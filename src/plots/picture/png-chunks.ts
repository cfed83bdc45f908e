/** Texts in PNG files. PNG specification, third edition: 5 (chunks), 11.3.3 (texts), annex D (CRC). */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** A chunk's length, name and checksum, which come around its data. */
const FRAME = 12;
/** Signature and header, after which texts may stand. */
const HEADER_END = SIGNATURE.length + FRAME + 13;
/** Texts that this page writes are far shorter. */
const LONGEST_TEXT = 1 << 20;
const METRE_IN_INCHES = 1 / 0.0254;

/** A text by its keyword, both free of zero characters. */
export type PngText = readonly [keyword: string, text: string];

/**
 * Adds texts (iTXt, UTF-8) and the size at which the picture is meant to be seen.
 *
 * @param scale pixels for each CSS pixel, of which 96 are an inch
 */
export function withTexts(png: Uint8Array, texts: readonly PngText[], scale: number): Uint8Array {
  const density = new DataView(new ArrayBuffer(9));
  const perMetre = Math.round(96 * scale * METRE_IN_INCHES);
  density.setUint32(0, perMetre);
  density.setUint32(4, perMetre);
  density.setUint8(8, 1);
  const added = [
    chunk('pHYs', new Uint8Array(density.buffer)),
    ...texts.map(([keyword, text]) => chunk('iTXt', textData(keyword, text))),
  ];
  return joinBytes([png.subarray(0, HEADER_END), ...added, png.subarray(HEADER_END)]);
}

/** The text of a keyword; undefined when the file has none, is no PNG file or is damaged there. */
export function textIn(png: Uint8Array, keyword: string): string | undefined {
  if (SIGNATURE.some((byte, index) => png[index] !== byte)) return undefined;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const start = new TextEncoder().encode(`${keyword}\0\0\0\0\0`);
  let at = SIGNATURE.length;
  while (at + FRAME <= png.length) {
    const length = view.getUint32(at);
    const end = at + FRAME + length;
    if (end > png.length) return undefined;
    const body = png.subarray(at + 4, end - 4);
    const isText = nameOf(body) === 'iTXt' && length <= LONGEST_TEXT;
    const isWanted = isText && start.every((byte, index) => body[4 + index] === byte);
    if (isWanted && crc32(body) === view.getUint32(end - 4)) {
      return new TextDecoder().decode(body.subarray(4 + start.length));
    }
    at = end;
  }
  return undefined;
}

/** Keyword, no compression, neither language nor translated keyword, text. */
function textData(keyword: string, text: string): Uint8Array {
  return new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAME + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function nameOf(body: Uint8Array): string {
  return String.fromCharCode(...body.subarray(0, 4));
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as in annex D. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 255] as number) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
