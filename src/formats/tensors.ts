/** Tensors of a file by name, read only when they are needed. */
import english from '../messages/en/formats/tensors.json';
import { createWords } from '../messages/words.ts';
import { shapeSize } from '../model/parameters.ts';
import { FormatError, listed, quoted } from './format-error.ts';

const words = createWords('formats/tensors', english);

/** One tensor of a file. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Safetensors name of the stored number format, for example "F32". */
  readonly dtype: string;
  /** Its values, row-major, converted. @throws FormatError when the stored data are damaged */
  read(): Float32Array;
}

/** The tensors of a file by name, in the file's order. */
export type TensorTable = ReadonlyMap<string, NamedTensor>;

/** Far more values than any tensor of a network that can be shown. */
const mostValues = 2 ** 26;

/** Prefixes that wrappers put before every name of a state dict. */
const wrapperPrefixes = ['module.', '_orig_mod.', 'model.', 'net.', 'network.', 'transformer.'];

/** "4×32×128", or "a single number" without dimensions. */
export function describeShape(shape: readonly number[]): string {
  return shape.length === 0 ? words('singleNumber') : shape.join('×');
}

/** The tensors in words, at most a dozen. */
export function describeTensors(tensors: TensorTable): string {
  return listed([...tensors.values()].map(({ name, shape }) => `${name} ${describeShape(shape)}`));
}

/** @throws FormatError for a shape whose values are too many to hold */
export function checkValueCount(name: string, shape: readonly number[]): void {
  if (shapeSize(shape) <= mostValues) return;
  throw new FormatError(words('tooLarge', { name: quoted(name), shape: describeShape(shape) }));
}

/** Drops what wrappers such as DataParallel put before all names. */
export function stripPrefixes(tensors: TensorTable): TensorTable {
  let stripped = [...tensors.values()];
  // Each round makes every name shorter, so this ends.
  for (let prefix = commonPrefix(stripped); prefix !== undefined; prefix = commonPrefix(stripped)) {
    const { length } = prefix;
    stripped = stripped.map((tensor) => ({
      ...tensor,
      name: tensor.name.slice(length),
      read: () => tensor.read(),
    }));
  }
  return new Map(stripped.map((tensor) => [tensor.name, tensor]));
}

function commonPrefix(tensors: readonly NamedTensor[]): string | undefined {
  if (tensors.length === 0) return undefined;
  return wrapperPrefixes.find((prefix) => tensors.every(({ name }) => name.startsWith(prefix)));
}

/** Values of a tensor that must all be finite. @throws FormatError naming the tensor and how many are not */
export function readFinite(tensor: NamedTensor): Float32Array {
  const values = tensor.read();
  const broken = values.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0);
  if (broken === 0) return values;
  throw new FormatError(words('notFinite', { name: quoted(tensor.name), count: broken }));
}
