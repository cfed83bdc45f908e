/** GIF's compression. GIF89a specification, appendix F: LZW with codes of growing length. */

/** Codes are 12 bits long at most. */
const MOST_CODES = 4096;

/**
 * @param indices pixels, each below 2^minimumBits
 * @returns the code stream, not yet in sub-blocks
 */
export function compress(indices: Uint8Array, minimumBits: number): Uint8Array {
  const clear = 1 << minimumBits;
  const end = clear + 1;
  // The code of a known string and the pixel after it, plus one; 0 where that string is new.
  const codes = new Uint16Array(MOST_CODES << minimumBits);
  const stream = createBitStream();
  let next = end + 1;
  let bits = minimumBits + 1;
  stream.write(clear, bits);
  let prefix = indices[0] ?? 0;
  for (let at = 1; at < indices.length; at++) {
    const pixel = indices[at] as number;
    const key = (prefix << minimumBits) | pixel;
    const known = codes[key] as number;
    if (known > 0) {
      prefix = known - 1;
      continue;
    }
    stream.write(prefix, bits);
    if (next < MOST_CODES) {
      codes[key] = next + 1;
      // The reader learns a code one step later, so its codes grow one step later, too.
      if (next === 1 << bits) bits++;
      next++;
    } else {
      stream.write(clear, bits);
      codes.fill(0);
      next = end + 1;
      bits = minimumBits + 1;
    }
    prefix = pixel;
  }
  if (indices.length > 0) stream.write(prefix, bits);
  stream.write(end, bits);
  return stream.bytes();
}

/** Codes one after the other, their lowest bits first. */
function createBitStream() {
  let bytes = new Uint8Array(1024);
  let length = 0;
  let waiting = 0;
  let count = 0;

  function push(byte: number) {
    if (length === bytes.length) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length++] = byte;
  }

  return {
    write(code: number, bits: number) {
      waiting |= code << count;
      count += bits;
      for (; count >= 8; count -= 8) {
        push(waiting & 255);
        waiting >>>= 8;
      }
    },
    bytes() {
      if (count > 0) push(waiting & 255);
      count = 0;
      return bytes.slice(0, length);
    },
  };
}
