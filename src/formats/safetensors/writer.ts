/** Writes float32 tensors and texts as safetensors, which PyTorch's and other readers open. */
import { shapeSize } from '../../model/parameters.ts';

/** A tensor to write. */
export interface WrittenTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array;
}

const lengthBytes = 8;
/** The header is padded to a multiple of this, so that numbers can be read in place. */
const alignment = 8;

/** @throws RangeError when values do not fill their shape */
export function writeSafetensors(
  tensors: readonly WrittenTensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const header = encodeHeader(tensors, metadata);
  const dataStart = lengthBytes + header.length;
  const dataLength = tensors.reduce((sum, { values }) => sum + 4 * values.length, 0);
  const bytes = new Uint8Array(dataStart + dataLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, header.length, true);
  bytes.set(header, lengthBytes);
  let at = dataStart;
  for (const { values } of tensors) {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}

function encodeHeader(
  tensors: readonly WrittenTensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    if (shapeSize(shape) !== values.length) {
      throw new RangeError(
        `The parameter ${name} has ${values.length} values, not ${shapeSize(shape)}.`,
      );
    }
    const start = offset;
    offset += 4 * values.length;
    return [name, { dtype: 'F32', shape, data_offsets: [start, offset] }] as const;
  });
  const text = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const encoded = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(encoded.length / alignment) * alignment).fill(0x20);
  padded.set(encoded);
  return padded;
}
