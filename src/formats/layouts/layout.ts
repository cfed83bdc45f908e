/** What a description of a published layout says, and the checks that all of them share. */
import type { RunConfiguration } from '../../model/configuration.ts';
import { configurationFields, defaultConfiguration } from '../../model/fields.ts';
import { type ParameterSet, parameterSpecifications } from '../../model/parameters.ts';
import { acceptedValues } from '../../model/validation.ts';
import { FormatError, listed, quoted } from '../format-error.ts';
import { describeShape, type NamedTensor, readFinite, type TensorTable } from '../tensors.ts';
import { words } from './words.ts';

/** The settings that decide which numbers a network computes from its weights. */
export type Architecture = Pick<
  RunConfiguration,
  'model' | 'p' | 'width' | 'heads' | 'layers' | 'separateEmbeddings' | 'equalsToken'
> & {
  /** Present only where the layout itself fixes it. */
  readonly attentionRate?: number;
};

/** A network as far as its tensors tell. */
export interface LayoutReading {
  /** All architectures that fit the shapes, the likeliest first; at least one. */
  readonly architectures: readonly Architecture[];
  /** Weights in the names and shapes of `parameterSpecifications`, the same for all of them. */
  readonly parameters: ParameterSet;
  /** Number of classes, where it is not the whole vocabulary. */
  readonly answerClasses: number | undefined;
  readonly causalMask: boolean;
  /** Plain sentences about what was changed in reading. */
  readonly notes: readonly string[];
}

/** One published way to name and shape a network's weights. */
export interface Layout {
  /** What people call it. */
  readonly title: string;
  /** True when names and numbers of dimensions are this layout's. */
  recognise(tensors: TensorTable): boolean;
  /** @throws FormatError when the tensors do not fit together or cannot be shown */
  read(tensors: TensorTable): LayoutReading;
}

/** A tensor that must be there with so many dimensions. */
export function tensorOfRank(tensors: TensorTable, name: string, rank: number): NamedTensor {
  const tensor = tensors.get(name);
  if (tensor === undefined) {
    throw new FormatError(words('tensorMissing', { name: quoted(name) }));
  }
  if (tensor.shape.length === rank) return tensor;
  throw new FormatError(
    words('otherRank', { name: quoted(name), shape: describeShape(tensor.shape), rank }),
  );
}

/** True when every named tensor is there with so many dimensions. */
export function hasRanks(tensors: TensorTable, ranks: Readonly<Record<string, number>>): boolean {
  return Object.entries(ranks).every(([name, rank]) => tensors.get(name)?.shape.length === rank);
}

/** A tensor of exactly this shape, its values all finite. */
export function readShaped(
  tensors: TensorTable,
  name: string,
  shape: readonly number[],
): Float32Array {
  const tensor = tensorOfRank(tensors, name, shape.length);
  if (tensor.shape.some((length, axis) => length !== shape[axis])) {
    const expected = describeShape(shape);
    throw new FormatError(
      words('otherShape', { name: quoted(name), shape: describeShape(tensor.shape), expected }),
    );
  }
  return readFinite(tensor);
}

/** All parameters of an architecture from tensors of the same names and shapes. */
export function readParameters(tensors: TensorTable, architecture: Architecture): ParameterSet {
  return new Map(
    parameterSpecifications(fullConfiguration(architecture)).map(({ name, shape }) => [
      name,
      readShaped(tensors, name, shape),
    ]),
  );
}

/** An architecture with defaults for everything else. */
export function fullConfiguration(architecture: Architecture): RunConfiguration {
  return { ...defaultConfiguration, ...architecture };
}

/** True for a modulus that can be shown. */
export function isPossibleModulus(p: number): boolean {
  const field = configurationFields.p;
  return field.kind === 'number' && Number.isInteger(p) && p >= field.minimum && p <= field.maximum;
}

/** @throws FormatError when a size is outside what can be shown */
export function checkSize(key: 'p' | 'width' | 'heads' | 'layers', value: number): void {
  const field = configurationFields[key];
  if (field.kind !== 'number' || (value >= field.minimum && value <= field.maximum)) return;
  const { label } = field;
  throw new FormatError(words('otherSize', { label, value, accepted: acceptedValues(field) }));
}

/** @throws FormatError for tensors that would change the result but have no place in the network */
export function refuseOthers(
  tensors: TensorTable,
  known: Iterable<string>,
  harmless: RegExp = /^$/,
): void {
  const names = new Set(known);
  const others = [...tensors.keys()].filter((name) => !names.has(name) && !harmless.test(name));
  if (others.length === 0) return;
  const normalises = others.some((name) => /(?:^|\.)ln(?:\d|_|\.)|norm/i.test(name));
  throw new FormatError(
    words(normalises ? 'layerNormalisation' : 'otherParts', { names: listed(others, 6) }),
  );
}

/** Number of consecutive blocks, told by the names "blocks.N.attn.W_K". */
export function countBlocks(tensors: TensorTable): number {
  let layers = 0;
  while (tensors.has(`blocks.${layers}.attn.W_K`)) layers++;
  return layers;
}

/** @throws FormatError unless the heads have the width that follows from the network's */
export function checkHeadWidth(headWidth: number, width: number, heads: number): void {
  const expected = Math.floor(width / heads);
  if (headWidth === expected) return;
  throw new FormatError(words('headWidth', { width: headWidth, expected }));
}

/** @throws FormatError unless the hidden layer has the width that follows from the network's */
export function checkHiddenWidth(hidden: number, expected: number): void {
  if (hidden === expected) return;
  throw new FormatError(words('hiddenWidth', { width: hidden, expected }));
}
