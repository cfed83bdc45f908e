/** A tensor of a PyTorch archive: a view with offset and strides of stored numbers. */
import { shapeSize } from '../../model/parameters.ts';
import { type ElementType, elementType } from '../element-types.ts';
import { FormatError, quoted } from '../format-error.ts';
import type { PickledTensor } from '../pickle/values.ts';
import { checkValueCount, type NamedTensor } from '../tensors.ts';
import { words } from './words.ts';

/** Where an archive keeps stored numbers, and in which order their bytes are. */
export interface StorageSource {
  /** Contents of one storage by its key. @throws FormatError */
  read(key: string): Uint8Array;
  readonly littleEndian: boolean;
}

/** A tensor that reads its numbers when asked. */
export function storedTensor(
  name: string,
  tensor: PickledTensor,
  source: StorageSource,
): NamedTensor {
  const { shape } = tensor;
  const { dtype } = tensor.storage;
  return {
    name,
    shape,
    dtype,
    read() {
      const type = elementType(dtype);
      if (type === undefined) {
        throw new FormatError(words('otherType', { name: quoted(name), type: dtype }));
      }
      checkValueCount(name, shape);
      return readView(name, tensor, type, source);
    },
  };
}

function readView(
  name: string,
  { storage, offset, shape, strides }: PickledTensor,
  type: ElementType,
  source: StorageSource,
): Float32Array {
  const values = new Float32Array(shapeSize(shape));
  if (values.length === 0) return values;
  const bytes = source.read(storage.key);
  const last = shape.reduce(
    (sum, length, axis) => sum + (length - 1) * (strides[axis] as number),
    offset,
  );
  if (storage.count * type.bytes > bytes.length || last >= storage.count) {
    throw new FormatError(words('beyond', { name: quoted(name) }));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const index = shape.map(() => 0);
  let at = offset;
  for (let value = 0; value < values.length; value++) {
    values[value] = type.read(view, at * type.bytes, source.littleEndian);
    at += nextElement(index, shape, strides);
  }
  return values;
}

/** Counts the index up, the last axis first, and says how far the element moves in the storage. */
function nextElement(
  index: number[],
  shape: readonly number[],
  strides: readonly number[],
): number {
  let step = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const next = (index[axis] as number) + 1;
    const stride = strides[axis] as number;
    if (next < (shape[axis] as number)) {
      index[axis] = next;
      return step + stride;
    }
    index[axis] = 0;
    step -= (next - 1) * stride;
  }
  return step;
}
