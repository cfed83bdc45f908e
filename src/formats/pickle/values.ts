/** What a pickle can hold here: plain values, and tensors as references to their data. */

/** Anything a pickle of a checkpoint holds. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PickleList
  | PickleTuple
  | PickleDictionary
  | GlobalReference
  | StorageReference
  | PickledTensor
  | OpaqueObject;

/** A list, or a set. */
export class PickleList {
  readonly items: PickleValue[] = [];
}

/** A tuple. */
export class PickleTuple {
  constructor(readonly items: readonly PickleValue[]) {}
}

/** A dictionary, ordered or not. A Map, so that no key means anything to JavaScript. */
export class PickleDictionary {
  readonly entries = new Map<PickleValue, PickleValue>();
}

/** What calling a known Python name yields. */
export type GlobalRole = 'dictionary' | 'sequence' | 'tensor' | 'parameter' | 'storage' | 'opaque';

/** A Python name that is known to be harmless. Nothing of it is ever run. */
export class GlobalReference {
  constructor(
    readonly path: string,
    readonly role: GlobalRole,
    /** Number format of a storage class, by its safetensors name. */
    readonly dtype = '',
  ) {}
}

/** The stored numbers that tensors are views of. */
export class StorageReference {
  constructor(
    /** Name of its file in the archive's data folder. */
    readonly key: string,
    readonly dtype: string,
    /** Number of elements. */
    readonly count: number,
  ) {}
}

/** A view of a storage. */
export class PickledTensor {
  constructor(
    readonly storage: StorageReference,
    /** Offset and strides in elements. */
    readonly offset: number,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
  ) {}
}

/** Something known and harmless whose contents are not needed. */
export class OpaqueObject {
  constructor(readonly path: string) {}
}
