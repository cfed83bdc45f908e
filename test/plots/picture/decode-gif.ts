/** A plain reader of GIF files, written from the specification, to check the writer against. */

interface DecodedGif {
  /** What is seen at each moment, as numbers of colours. */
  readonly frames: Uint8Array[];
  readonly times: number[];
  readonly comments: string[];
  /** Times that it is shown; 0: for ever. */
  readonly loops: number | undefined;
}

/** Pixels from a stream of codes. */
export function expand(stream: Uint8Array, minimumBits: number): Uint8Array {
  const clear = 1 << minimumBits;
  const pixels: number[] = [];
  let table: number[][] = [];
  let bits = minimumBits + 1;
  let before: number[] | undefined;
  let at = 0;
  const reset = () => {
    table = Array.from({ length: clear + 2 }, (_, code) => [code]);
    bits = minimumBits + 1;
    before = undefined;
  };
  const read = () => {
    let code = 0;
    for (let bit = 0; bit < bits; bit++, at++) {
      code |= (((stream[at >> 3] ?? 0) >> (at & 7)) & 1) << bit;
    }
    return code;
  };
  reset();
  for (;;) {
    const code = read();
    if (code === clear) {
      reset();
      continue;
    }
    if (code === clear + 1) return Uint8Array.from(pixels);
    const known = table[code];
    const entry = known ?? [...(before ?? []), before?.[0] ?? 0];
    if (!known && code !== table.length) throw new Error(`Code ${code} is not known yet.`);
    for (const pixel of entry) pixels.push(pixel);
    if (before && table.length < 4096) table.push([...before, entry[0] ?? 0]);
    if (table.length === 1 << bits && bits < 12) bits++;
    before = entry;
  }
}

export function decodeGif(bytes: Uint8Array): DecodedGif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (place: number) => view.getUint16(place, true);
  const [width, height] = [word(6), word(8)];
  const screen = new Uint8Array(width * height);
  const decoded: DecodedGif & { loops: number | undefined } = {
    frames: [],
    times: [],
    comments: [],
    loops: undefined,
  };
  let transparent: number | undefined;
  let at = 13 + 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1);
  const blocks = () => {
    const data: number[] = [];
    for (let length = bytes[at++] ?? 0; length > 0; length = bytes[at++] ?? 0) {
      data.push(...bytes.subarray(at, at + length));
      at += length;
    }
    return Uint8Array.from(data);
  };
  while (bytes[at] !== 0x3b) {
    const kind = bytes[at++];
    if (kind === 0x21) {
      const label = bytes[at++];
      const data = blocks();
      const dataView = new DataView(data.buffer);
      if (label === 0xfe) decoded.comments.push(new TextDecoder().decode(data));
      if (label === 0xff) decoded.loops = dataView.getUint16(12, true);
      if (label === 0xf9) {
        decoded.times.push(dataView.getUint16(1, true));
        transparent = (data[0] ?? 0) & 1 ? data[3] : undefined;
      }
      continue;
    }
    if (kind !== 0x2c) throw new Error(`Block ${kind} is not known.`);
    const [left, top, wide, high] = [word(at), word(at + 2), word(at + 4), word(at + 6)];
    const minimumBits = bytes[at + 9] ?? 8;
    at += 10;
    expand(blocks(), minimumBits).forEach((pixel, index) => {
      if (pixel === transparent) return;
      screen[(top + Math.floor(index / wide)) * width + left + (index % wide)] = pixel;
    });
    if (left + wide > width || top + high > height) throw new Error('A frame leaves the screen.');
    decoded.frames.push(screen.slice());
  }
  return decoded;
}
