/** Small valid files for the tests of saved pictures. */

import { deflateSync } from 'node:zlib';
import { ADDRESS_COMMENT, ADDRESS_KEYWORD } from '../../../src/plots/picture/address.ts';
import { composePicture } from '../../../src/plots/picture/composition.ts';
import { createGif } from '../../../src/plots/picture/gif/file.ts';
import { crc32, joinBytes, withTexts } from '../../../src/plots/picture/png-chunks.ts';

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([new TextEncoder().encode(name), data]);
  const [length, checksum] = [data.length, crc32(body)].map((value) => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value);
    return bytes;
  });
  return joinBytes([length ?? body, body, checksum ?? body]);
}

/** A PNG file of one grey pixel. */
export function smallPng(): Uint8Array {
  const header = Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return joinBytes([
    Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.from([0, 128])))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** An address in each kind of file, as the page writes them. */
export function filesWith(address: string): Record<'svg' | 'png' | 'gif', Uint8Array> {
  const theme = { surface: '#ffffff', ink: '#000000', softInk: '#555555', family: 'sans-serif' };
  const parts = { content: '<path d="M0 0"/>', definitions: '', width: 100, height: 50 };
  const gif = createGif(2, 2, Uint8Array.from([0, 0, 0, 255, 255, 255]), ADDRESS_COMMENT + address);
  gif.add(Uint8Array.from([0, 1, 1, 0]), 10);
  gif.add(Uint8Array.from([0, 1, 0, 0]), 10);
  return {
    svg: new TextEncoder().encode(
      composePicture(parts, { title: '', caption: '', address }, theme).svg,
    ),
    png: withTexts(smallPng(), [[ADDRESS_KEYWORD, address]], 2),
    gif: gif.bytes(),
  };
}
