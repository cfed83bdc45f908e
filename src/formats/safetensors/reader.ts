/** Reads safetensors: a length, a JSON header, then the numbers (huggingface.co/docs/safetensors). */
import * as v from 'valibot';
import english from '../../messages/en/formats/safetensors.json';
import { createWords, type Values } from '../../messages/words.ts';
import { shapeSize } from '../../model/parameters.ts';
import { type ElementType, elementType } from '../element-types.ts';
import { byteSize, FormatError, listed, quoted } from '../format-error.ts';
import { checkValueCount, describeShape, type NamedTensor, type TensorTable } from '../tensors.ts';

const words = createWords('formats/safetensors', english);

/** An opened file. */
export interface SafetensorsFile {
  readonly tensors: TensorTable;
  readonly metadata: ReadonlyMap<string, string>;
}

/** Largest header that is read, in bytes: the format allows six times as much, networks need little. */
const largestHeader = 16e6;
/** Far more tensors than any network that can be shown has. */
const mostTensors = 10_000;
const lengthBytes = 8;

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tensorSchema = v.object({
  dtype: v.string(),
  shape: v.pipe(v.array(wholeNumber), v.maxLength(8)),
  data_offsets: v.tuple([wholeNumber, wholeNumber]),
});
const metadataSchema = v.record(v.string(), v.string());

interface PlacedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ElementType;
  readonly start: number;
  readonly end: number;
}

/** True for bytes that start like a safetensors file, even a damaged one. */
export function looksLikeSafetensors(bytes: Uint8Array): boolean {
  return bytes.length > lengthBytes && headerLength(bytes) < 2 ** 32 && bytes[lengthBytes] === 0x7b;
}

/** @throws FormatError */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { header, data } = splitSafetensors(bytes);
  const placed: PlacedTensor[] = [];
  const descriptions = Object.entries(header);
  if (descriptions.length > mostTensors) {
    throw new FormatError(words('tooManyTensors', { count: descriptions.length }));
  }
  let metadata: ReadonlyMap<string, string> = new Map();
  for (const [name, description] of descriptions) {
    if (name === '__metadata__') metadata = parseMetadata(description);
    else placed.push(placeTensor(name, description));
  }
  checkPlaces(placed, data.length);
  return {
    tensors: new Map(placed.map((tensor) => [tensor.name, lazyTensor(tensor, data)])),
    metadata,
  };
}

/** The header as it is, and the bytes after it. @throws FormatError */
export function splitSafetensors(bytes: Uint8Array): {
  readonly header: object;
  readonly data: Uint8Array;
} {
  const length = headerLength(bytes);
  if (length > largestHeader) {
    throw new FormatError(
      words('headerTooLarge', { size: byteSize(length), most: byteSize(largestHeader) }),
    );
  }
  const dataStart = lengthBytes + length;
  if (dataStart > bytes.length) throw damaged('headerCutOff');
  const header = parseHeader(bytes.subarray(lengthBytes, dataStart));
  return { header, data: bytes.subarray(dataStart) };
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.length < lengthBytes) throw damaged('headerCutOff');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
}

function parseHeader(bytes: Uint8Array): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('headerNotJson');
  }
  if (typeof header === 'object' && header !== null && !Array.isArray(header)) return header;
  throw damaged('headerNotObject');
}

function parseMetadata(description: unknown): ReadonlyMap<string, string> {
  const result = v.safeParse(metadataSchema, description);
  if (!result.success) throw damaged('metadataNotTexts');
  return new Map(Object.entries(result.output));
}

function placeTensor(name: string, description: unknown): PlacedTensor {
  const result = v.safeParse(tensorSchema, description);
  if (!result.success) throw damaged('descriptionIncomplete', { name: quoted(name) });
  const { dtype, shape, data_offsets: offsets } = result.output;
  const type = elementType(dtype);
  if (type === undefined) {
    throw new FormatError(words('unknownFormat', { name: quoted(name), format: quoted(dtype) }));
  }
  const [start, end] = offsets;
  const expected = shapeSize(shape) * type.bytes;
  if (end - start !== expected) {
    throw damaged('otherSize', {
      name: quoted(name),
      shape: describeShape(shape),
      size: byteSize(expected),
      bytes: end - start,
    });
  }
  return { name, shape, type, start, end };
}

/** The format wants the data covered from first to last byte, without gap or overlap. */
function checkPlaces(tensors: readonly PlacedTensor[], length: number): void {
  let covered = 0;
  for (const { name, start, end } of tensors.toSorted(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    if (end > length) throw damaged('beyondEnd', { name: quoted(name) });
    if (start < covered) throw damaged('overlapping', { name: quoted(name) });
    if (start > covered) throw damaged('gap', { name: quoted(name) });
    covered = end;
  }
  if (covered < length) {
    const names = listed(tensors.map(({ name }) => name));
    const size = byteSize(length - covered);
    throw names === ''
      ? damaged('unclaimedWithoutTensors', { size })
      : damaged('unclaimed', { size, names });
  }
}

function lazyTensor({ name, shape, type, start }: PlacedTensor, data: Uint8Array): NamedTensor {
  return {
    name,
    shape,
    dtype: type.name,
    read() {
      checkValueCount(name, shape);
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      return Float32Array.from({ length: shapeSize(shape) }, (_, index) =>
        type.read(view, start + index * type.bytes, true),
      );
    },
  };
}

/** @param what names the message about what is wrong */
function damaged(what: keyof typeof english, values?: Values): FormatError {
  return new FormatError(words('damaged', { what: words(what, values) }));
}
