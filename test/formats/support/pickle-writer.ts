/** Writes pickles of plain values and tensors, as torch.save does, and raw ones by hand. */
import { little } from './zip-writer.ts';

/** A tensor to write: a view of a storage. */
export interface TensorView {
  readonly storage: string;
  /** Storage class, for example "FloatStorage". */
  readonly type: string;
  /** Elements in the storage. */
  readonly count: number;
  readonly offset?: number;
  readonly shape: readonly number[];
  /** Contiguous ones unless given. */
  readonly strides?: readonly number[];
}

/** What can be pickled. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | Map<string, Plain>
  | { readonly view: TensorView }
  | { readonly raw: readonly number[] };

const code = (text: string) => text.charCodeAt(0);

/** Bytes of a piece of text, one a character. */
export function latin(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

/** GLOBAL. */
export function globalName(module: string, name: string): number[] {
  return latin(`c${module}\n${name}\n`);
}

/** BINUNICODE. */
export function unicode(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [code('X'), ...little(4, bytes.length), ...bytes];
}

/** A whole pickle of protocol 2. */
export function pickle(value: Plain): Uint8Array {
  return Uint8Array.from([0x80, 2, ...encode(value), code('.')]);
}

/** A pickle from pieces of bytes and text. */
export function rawPickle(...pieces: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    pieces.flatMap((piece) => (typeof piece === 'string' ? latin(piece) : piece)),
  );
}

function encode(value: Plain): number[] {
  if (value === null) return latin('N');
  if (typeof value === 'boolean') return [value ? 0x88 : 0x89];
  if (typeof value === 'number') return wholeNumber(value);
  if (typeof value === 'string') return unicode(value);
  if (value instanceof Map) return ordered(value);
  if ('raw' in value) return [...value.raw];
  if ('view' in value) return tensor(value.view);
  return [...latin(']('), ...value.flatMap(encode), code('e')];
}

function wholeNumber(value: number): number[] {
  if (!Number.isInteger(value)) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return [code('G'), ...new Uint8Array(view.buffer)];
  }
  return value >= 0 && value < 256 ? [code('K'), value] : [code('J'), ...little(4, value)];
}

function ordered(entries: Map<string, Plain>): number[] {
  const items = [...entries].flatMap(([key, value]) => [...unicode(key), ...encode(value)]);
  return [...globalName('collections', 'OrderedDict'), ...latin(')R('), ...items, code('u')];
}

function tensor({ storage, type, count, offset = 0, shape, strides }: TensorView): number[] {
  const steps = strides ?? shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const tuple = (values: readonly number[]) => [
    code('('),
    ...values.flatMap(wholeNumber),
    code('t'),
  ];
  return [
    ...globalName('torch._utils', '_rebuild_tensor_v2'),
    ...latin('(('),
    ...unicode('storage'),
    ...globalName('torch', type),
    ...unicode(storage),
    ...unicode('cpu'),
    ...wholeNumber(count),
    ...latin('tQ'),
    ...wholeNumber(offset),
    ...tuple(shape),
    ...tuple(steps),
    0x89,
    ...globalName('collections', 'OrderedDict'),
    ...latin(')RtR'),
  ];
}
