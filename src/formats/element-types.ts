/** The number formats that tensors are stored in, by their safetensors names, read as numbers. */
import { fromHalfPrecision } from './half-precision.ts';

/** One stored number format. */
export interface ElementType {
  /** Safetensors name, for example "BF16". */
  readonly name: string;
  readonly bytes: number;
  /** The number at a byte offset. */
  read(view: DataView, at: number, littleEndian: boolean): number;
}

const types: readonly ElementType[] = [
  { name: 'F64', bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
  { name: 'F32', bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  {
    name: 'F16',
    bytes: 2,
    read: (view, at, little) => fromHalfPrecision(view.getUint16(at, little)),
  },
  { name: 'BF16', bytes: 2, read: (view, at, little) => brainFloat(view.getUint16(at, little)) },
  { name: 'I64', bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  { name: 'I32', bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  { name: 'I16', bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  { name: 'I8', bytes: 1, read: (view, at) => view.getInt8(at) },
  { name: 'U8', bytes: 1, read: (view, at) => view.getUint8(at) },
  { name: 'BOOL', bytes: 1, read: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
];

const typesByName = new Map(types.map((type) => [type.name, type]));

/** A number format by its safetensors name; undefined for one that is not read here. */
export function elementType(name: string): ElementType | undefined {
  return typesByName.get(name);
}

const scratch = new DataView(new ArrayBuffer(4));

/** bfloat16: the upper half of a float32. */
function brainFloat(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}
