/** Reads safetensors: a length, a JSON header, then the numbers (huggingface.co/docs/safetensors). */
import * as v from 'valibot';
import { shapeSize } from '../../model/parameters.ts';
import { type ElementType, elementType } from '../element-types.ts';
import { byteSize, FormatError, listed, quoted } from '../format-error.ts';
import { checkValueCount, describeShape, type NamedTensor, type TensorTable } from '../tensors.ts';

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
    throw new FormatError(
      `The file holds ${descriptions.length} tensors, too many for a network of this kind: check that it is the right file.`,
    );
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
      `The file's header has ${byteSize(length)}, more than the ${byteSize(largestHeader)} that can be opened: save the network's weights alone.`,
    );
  }
  const dataStart = lengthBytes + length;
  if (dataStart > bytes.length) throw damaged('its header is cut off');
  const header = parseHeader(bytes.subarray(lengthBytes, dataStart));
  return { header, data: bytes.subarray(dataStart) };
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.length < lengthBytes) throw damaged('its header is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
}

function parseHeader(bytes: Uint8Array): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('its header is not valid JSON');
  }
  if (typeof header === 'object' && header !== null && !Array.isArray(header)) return header;
  throw damaged('its header is not a JSON object');
}

function parseMetadata(description: unknown): ReadonlyMap<string, string> {
  const result = v.safeParse(metadataSchema, description);
  if (!result.success) throw damaged('its metadata are not texts');
  return new Map(Object.entries(result.output));
}

function placeTensor(name: string, description: unknown): PlacedTensor {
  const result = v.safeParse(tensorSchema, description);
  if (!result.success) throw damaged(`its description of ${quoted(name)} is incomplete`);
  const { dtype, shape, data_offsets: offsets } = result.output;
  const type = elementType(dtype);
  if (type === undefined) {
    throw new FormatError(
      `The tensor ${quoted(name)} has the number format ${quoted(dtype)}, which is not known here: save it as float32.`,
    );
  }
  const [start, end] = offsets;
  const expected = shapeSize(shape) * type.bytes;
  if (end - start !== expected) {
    throw damaged(
      `${quoted(name)} is ${describeShape(shape)} and needs ${byteSize(expected)}, but has ${end - start}`,
    );
  }
  return { name, shape, type, start, end };
}

/** The format wants the data covered from first to last byte, without gap or overlap. */
function checkPlaces(tensors: readonly PlacedTensor[], length: number): void {
  let covered = 0;
  for (const { name, start, end } of tensors.toSorted(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    if (end > length) throw damaged(`${quoted(name)} reaches beyond its end`);
    if (start < covered) throw damaged(`${quoted(name)} overlaps another tensor`);
    if (start > covered) throw damaged(`there is a gap before ${quoted(name)}`);
    covered = end;
  }
  if (covered < length) {
    const names = listed(tensors.map(({ name }) => name));
    throw damaged(
      `${byteSize(length - covered)} at its end belong to none of ${names || 'its tensors'}`,
    );
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

function damaged(what: string): FormatError {
  return new FormatError(`The safetensors file is damaged: ${what}. Download or save it again.`);
}
