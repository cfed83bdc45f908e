/** Comments in GIF files. GIF89a specification: 15 (sub-blocks), 24 (comment extension). */

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const COMMENT = 0xfe;
/** Comments that this page writes are far shorter. */
const LONGEST_COMMENT = 1 << 16;
/** Signature and screen descriptor. */
const HEADER = 13;

/** A comment extension. */
export function commentBlock(text: string): number[] {
  return [EXTENSION, COMMENT, ...subBlocks(new TextEncoder().encode(text))];
}

/** Bytes in blocks of at most 255, each after its length, and an empty one at the end. */
export function subBlocks(bytes: ArrayLike<number>): number[] {
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const end = Math.min(bytes.length, at + 255);
    blocks.push(end - at);
    for (let index = at; index < end; index++) blocks.push(bytes[index] as number);
  }
  blocks.push(0);
  return blocks;
}

/** The rest of the first comment with this beginning; undefined when there is none. */
export function commentIn(gif: Uint8Array, beginning: string): string | undefined {
  const signature = String.fromCharCode(...gif.subarray(0, 6));
  if (signature !== 'GIF89a') return undefined;
  let at = HEADER + tableLength(gif[10] ?? 0);
  while (at < gif.length) {
    const kind = gif[at];
    if (kind === EXTENSION) {
      const { bytes, end } = joined(gif, at + 2);
      if (end === undefined) return undefined;
      if (gif[at + 1] === COMMENT) {
        const text = new TextDecoder().decode(Uint8Array.from(bytes));
        if (text.startsWith(beginning)) return text.slice(beginning.length);
      }
      at = end;
    } else if (kind === IMAGE) {
      // Descriptor, its own table of colours, and the byte before the pixels.
      const { end } = joined(gif, at + 10 + tableLength(gif[at + 9] ?? 0) + 1);
      if (end === undefined) return undefined;
      at = end;
    } else return undefined;
  }
  return undefined;
}

/** Bytes of a table of colours that a descriptor announces. */
function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** How what sub-blocks hold begins, and where they end; no end when the file ends before. */
function joined(gif: Uint8Array, start: number): { bytes: number[]; end: number | undefined } {
  const bytes: number[] = [];
  let at = start;
  while (at < gif.length) {
    const length = gif[at] as number;
    if (length === 0) return { bytes, end: at + 1 };
    // Also what is no comment comes along here, with all its pixels.
    if (bytes.length < LONGEST_COMMENT) bytes.push(...gif.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { bytes, end: undefined };
}
