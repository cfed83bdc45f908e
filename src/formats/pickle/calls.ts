/** What the few known Python calls of a checkpoint stand for. Nothing is run. */
import { damagedPickle } from './byte-reader.ts';
import {
  GlobalReference,
  OpaqueObject,
  PickleDictionary,
  PickledTensor,
  PickleList,
  PickleTuple,
  type PickleValue,
  StorageReference,
} from './values.ts';

/** What a list that must be there is one of. */
type ListName = 'arguments' | 'items' | 'pair' | 'shape' | 'storage';

/** More dimensions than any tensor of a network. */
const mostDimensions = 8;

/** Result of a call, or of making an object of a class. @throws FormatError */
export function call(callee: PickleValue, given: PickleValue): PickleValue {
  if (!(callee instanceof GlobalReference)) throw damagedPickle('notAFunction');
  const values = items(given, 'arguments');
  const [first = null] = values;
  switch (callee.role) {
    case 'dictionary':
      return dictionary(first);
    case 'sequence':
      return new PickleTuple(values.length === 0 ? [] : items(first, 'items'));
    case 'tensor':
      return rebuildTensor(values);
    case 'parameter':
      return first;
    case 'opaque':
      return new OpaqueObject(callee.path);
    case 'storage':
      throw damagedPickle('calledStorage', { path: callee.path });
  }
}

/** What a persistent id stands for: ('storage', class, key, place, number of elements). */
export function storageReference(id: PickleValue): StorageReference {
  const [word, type, key, , count] = items(id, 'storage');
  if (
    word !== 'storage' ||
    !(type instanceof GlobalReference) ||
    type.role !== 'storage' ||
    typeof key !== 'string'
  ) {
    throw damagedPickle('unknownStorage');
  }
  return new StorageReference(key, type.dtype, wholeNumber(count));
}

/** A dictionary, filled when pairs are given. defaultdict's factory is of no interest. */
function dictionary(pairs: PickleValue): PickleDictionary {
  const result = new PickleDictionary();
  if (!(pairs instanceof PickleList)) return result;
  for (const pair of pairs.items) {
    const [key = null, value = null] = items(pair, 'pair');
    result.entries.set(key, value);
  }
  return result;
}

/** _rebuild_tensor_v2(storage, offset, shape, strides, …) and its shorter predecessor. */
function rebuildTensor([storage, offset, shape, strides]: readonly PickleValue[]): PickledTensor {
  if (!(storage instanceof StorageReference)) throw damagedPickle('noNumbers');
  const lengths = dimensions(shape);
  const steps = dimensions(strides);
  if (lengths.length !== steps.length) throw damagedPickle('stridesMissing');
  return new PickledTensor(storage, wholeNumber(offset), lengths, steps);
}

function dimensions(value: PickleValue | undefined): number[] {
  const values = items(value, 'shape');
  if (values.length > mostDimensions) {
    throw damagedPickle('tooManyDimensions', { dimensions: values.length });
  }
  return values.map(wholeNumber);
}

function wholeNumber(value: PickleValue | undefined): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw damagedPickle('oddPlace');
}

function items(value: PickleValue | undefined, what: ListName): readonly PickleValue[] {
  if (value instanceof PickleTuple || value instanceof PickleList) return value.items;
  throw damagedPickle('listMissing', { what });
}
