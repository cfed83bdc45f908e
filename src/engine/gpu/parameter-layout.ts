/**
 * How parameters lie in the arena. Groups of rows or columns that kernels use on their own (heads,
 * the tokens of one position) begin at multiples of four; the gaps are zero and train to zero.
 */
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import {
  type ParameterSet,
  parameter,
  parameterSpecifications,
  shapeSize,
} from '../../model/parameters.ts';
import { type ArenaLayout, columnsOf, type Matrix, padded, rowsOf } from './arena.ts';

/** A part of a parameter without gaps in it. */
export interface ParameterBlock {
  readonly matrix: Matrix;
  /** Index of its first value among all values of all parameters, in the order of the release. */
  readonly packedOffset: number;
  /** Values from one of its rows to the next in that order. */
  readonly packedStride: number;
}

/** A parameter: the whole matrix with its gaps, and its parts by group of rows and of columns. */
export interface ParameterPlace {
  readonly name: string;
  readonly shape: readonly number[];
  readonly matrix: Matrix;
  readonly rowGroups: readonly Matrix[];
  readonly columnGroups: readonly Matrix[];
  readonly blocks: readonly ParameterBlock[];
  readonly packedOffset: number;
}

/** All parameters of a network. */
export interface ParameterLayout {
  readonly places: ReadonlyMap<string, ParameterPlace>;
  /** Number of values without gaps. */
  readonly count: number;
  /** First float of the values; moments lie `span` and 2·`span` behind. */
  readonly offset: number;
  /** Floats the values take with their gaps. */
  readonly span: number;
}

/** Places for the parameters and both moments. */
export function layOutParameters(
  arena: ArenaLayout,
  configuration: RunConfiguration,
): ParameterLayout {
  const specifications = parameterSpecifications(configuration);
  const packedOffsets = new Map<string, number>();
  let count = 0;
  for (const { name, shape } of specifications) {
    packedOffsets.set(name, count);
    count += shapeSize(shape);
  }
  const places = new Map<string, ParameterPlace>();
  // Values, keys and queries directly after each other can be applied as one matrix.
  const order = ['W_V', 'W_K', 'W_Q'];
  const rank = (name: string) => order.indexOf(name.slice(-3)) + 1 || order.length + 1;
  const layerOf = (name: string) => Number(/^blocks\.(\d+)/.exec(name)?.[1] ?? -1);
  const sorted = [...specifications].sort(
    (left, right) => layerOf(left.name) - layerOf(right.name) || rank(left.name) - rank(right.name),
  );
  const offset = arena.matrix(0, 0).offset;
  for (const { name, shape } of sorted) {
    const packedOffset = packedOffsets.get(name) as number;
    places.set(name, place(arena, configuration, name, shape, packedOffset));
  }
  const span = arena.matrix(0, 0).offset - offset;
  arena.matrix(2, span);
  return { places, count, offset, span };
}

function place(
  arena: ArenaLayout,
  configuration: RunConfiguration,
  name: string,
  shape: readonly number[],
  packedOffset: number,
): ParameterPlace {
  const columns = shape.at(-1) as number;
  const rows = shapeSize(shape) / columns;
  const rowSizes = shape.length === 3 ? repeated(shape[0] as number, shape[1] as number) : [rows];
  const columnSizes = columnGroupSizes(configuration, name, columns);
  const rowStarts = starts(rowSizes);
  const columnStarts = starts(columnSizes);
  const matrix = arena.matrix(
    // Heads are padded, so that each begins at a multiple of four in what they compute.
    shape.length === 3 ? rowSizes.reduce((sum, size) => sum + padded(size), 0) : rows,
    (columnStarts.at(-1) as number) + (columnSizes.at(-1) as number),
  );
  const rowGroups = rowSizes.map((size, index) => rowsOf(matrix, rowStarts[index] as number, size));
  const columnGroups = columnSizes.map((size, index) =>
    columnsOf(matrix, columnStarts[index] as number, size),
  );
  const blocks = rowGroups.flatMap((group, rowGroup) =>
    columnSizes.map((size, columnGroup) => ({
      matrix: columnsOf(group, columnStarts[columnGroup] as number, size),
      packedOffset:
        packedOffset + sumUpTo(rowSizes, rowGroup) * columns + sumUpTo(columnSizes, columnGroup),
      packedStride: columns,
    })),
  );
  return { name, shape, matrix, rowGroups, columnGroups, blocks, packedOffset };
}

function columnGroupSizes(
  configuration: RunConfiguration,
  name: string,
  columns: number,
): readonly number[] & [number, ...number[]] {
  const { p, heads, separateEmbeddings, equalsToken, model } = configuration;
  if (name === 'embed.W_E') {
    return [p, ...(separateEmbeddings ? [p] : []), ...(equalsToken ? [1] : [])];
  }
  if (name.endsWith('attn.W_O')) {
    return repeated(heads, modelDimensions(configuration).headWidth);
  }
  if (name === 'l1.weight' && model === 'linear-delta') return repeated(2, columns / 2);
  return [columns];
}

function repeated(count: number, value: number): [number, ...number[]] {
  return Array.from({ length: count }, () => value) as [number, ...number[]];
}

/** Where groups begin: each at a multiple of four. */
function starts(sizes: readonly number[]): number[] {
  let end = 0;
  return sizes.map((size) => {
    const start = end;
    end += padded(size);
    return start;
  });
}

function sumUpTo(sizes: readonly number[], index: number): number {
  return sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
}

/** A parameter's place. @throws RangeError when the network has no such parameter */
export function placeOf(layout: ParameterLayout, name: string): ParameterPlace {
  const found = layout.places.get(name);
  if (found === undefined) throw new RangeError(`The network has no parameter "${name}".`);
  return found;
}

/** Values of all parameters with their gaps, for the arena. */
export function arenaValues(
  layout: ParameterLayout,
  parameters: ParameterSet,
): Float32Array<ArrayBuffer> {
  const target = new Float32Array(layout.span);
  for (const { name, blocks, packedOffset } of layout.places.values()) {
    const values = parameter(parameters, name);
    for (const { matrix, packedOffset: blockOffset, packedStride } of blocks) {
      for (let row = 0; row < matrix.rows; row++) {
        const from = blockOffset - packedOffset + row * packedStride;
        target.set(
          values.subarray(from, from + matrix.columns),
          matrix.offset - layout.offset + row * matrix.stride,
        );
      }
    }
  }
  return target;
}

/** Parameters out of the arena's values with their gaps. */
export function parametersFromArena(layout: ParameterLayout, values: Float32Array): ParameterSet {
  const result = new Map<string, Float32Array>();
  for (const { name, shape, blocks, packedOffset } of layout.places.values()) {
    const target = new Float32Array(shapeSize(shape));
    for (const { matrix, packedOffset: blockOffset, packedStride } of blocks) {
      for (let row = 0; row < matrix.rows; row++) {
        const from = matrix.offset - layout.offset + row * matrix.stride;
        target.set(
          values.subarray(from, from + matrix.columns),
          blockOffset - packedOffset + row * packedStride,
        );
      }
    }
    result.set(name, target);
  }
  return result;
}

/** Parameters out of values without gaps, in the order of the release. */
export function parametersFromPacked(
  configuration: RunConfiguration,
  layout: ParameterLayout,
  values: Float32Array,
): ParameterSet {
  return new Map(
    parameterSpecifications(configuration).map(({ name, shape }) => {
      const { packedOffset } = placeOf(layout, name);
      return [name, values.slice(packedOffset, packedOffset + shapeSize(shape))];
    }),
  );
}
