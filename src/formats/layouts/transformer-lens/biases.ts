/** The biases of TransformerLens that the network shown here does not have. */
import { FormatError, quoted } from '../../format-error.ts';
import type { TensorTable } from '../../tensors.ts';
import { readShaped } from '../layout.ts';
import { words } from '../words.ts';

/** @throws FormatError when a bias of the unembedding prefers some answers; equal ones change none */
export function refuseUnequal(tensors: TensorTable, classes: number): void {
  const name = 'unembed.b_U';
  if (!tensors.has(name)) return;
  const values = readShaped(tensors, name, [classes]);
  if (values.every((value) => value === values[0])) return;
  throw refusedBias(name);
}

/** @throws FormatError when a bias that cannot be moved elsewhere is not zero */
export function refuseNonzero(tensors: TensorTable, name: string, shape: readonly number[]): void {
  if (!tensors.has(name)) return;
  if (readShaped(tensors, name, shape).some((value) => value !== 0)) throw refusedBias(name);
}

function refusedBias(name: string): FormatError {
  return new FormatError(words('otherBias', { name: quoted(name) }));
}

/** A bias, or zeros where the file has none. */
export function biasOrZeros(
  tensors: TensorTable,
  name: string,
  shape: readonly [number, ...number[]],
): Float32Array {
  return tensors.has(name)
    ? readShaped(tensors, name, shape)
    : new Float32Array(shape.reduce((size, length) => size * length, 1));
}
