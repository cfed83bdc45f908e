/** Writes tensors and texts as safetensors, which PyTorch's and other readers open. */
import { shapeSize } from '../../model/parameters.ts';
import { toHalfPrecision } from '../half-precision.ts';
import { splitSafetensors } from './reader.ts';

/** How numbers are written: in full, or with three digits in half the space. */
export type WrittenPrecision = 'F32' | 'F16';

const numberBytes: Readonly<Record<WrittenPrecision, number>> = { F32: 4, F16: 2 };

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
  precision: WrittenPrecision = 'F32',
): Uint8Array {
  const header = encodeHeader(tensors, metadata, precision);
  const size = numberBytes[precision];
  const dataStart = lengthBytes + header.length;
  const dataLength = tensors.reduce((sum, { values }) => sum + size * values.length, 0);
  const bytes = new Uint8Array(dataStart + dataLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, header.length, true);
  bytes.set(header, lengthBytes);
  let at = dataStart;
  for (const { values } of tensors) {
    for (const value of values) {
      if (precision === 'F32') view.setFloat32(at, value, true);
      else view.setUint16(at, toHalfPrecision(value), true);
      at += size;
    }
  }
  return bytes;
}

/**
 * The same file with more texts beside its tensors.
 *
 * @throws FormatError when it is no such file
 */
export function withMetadata(
  bytes: Uint8Array,
  added: Readonly<Record<string, string>>,
): Uint8Array {
  const { header, data } = splitSafetensors(bytes);
  const { __metadata__: present = {}, ...tensors } = header as Record<string, object>;
  const encoded = padded({ __metadata__: { ...present, ...added }, ...tensors });
  const changed = new Uint8Array(lengthBytes + encoded.length + data.length);
  new DataView(changed.buffer).setUint32(0, encoded.length, true);
  changed.set(encoded, lengthBytes);
  changed.set(data, lengthBytes + encoded.length);
  return changed;
}

function encodeHeader(
  tensors: readonly WrittenTensor[],
  metadata: Readonly<Record<string, string>>,
  precision: WrittenPrecision,
): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    if (shapeSize(shape) !== values.length) {
      throw new RangeError(
        `The parameter ${name} has ${values.length} values, not ${shapeSize(shape)}.`,
      );
    }
    const start = offset;
    offset += numberBytes[precision] * values.length;
    return [name, { dtype: precision, shape, data_offsets: [start, offset] }] as const;
  });
  return padded({ __metadata__: metadata, ...Object.fromEntries(entries) });
}

/** The header's text, with blanks up to where numbers can be read in place. */
function padded(header: object): Uint8Array {
  const encoded = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(Math.ceil(encoded.length / alignment) * alignment).fill(0x20);
  bytes.set(encoded);
  return bytes;
}
