/** All parameters in one vector, so that the optimiser is one call; gradients in another like it. */
import type { RunConfiguration } from '../../model/configuration.ts';
import {
  type ParameterSet,
  type ParameterSpecification,
  parameter,
  parameterSpecifications,
  shapeSize,
} from '../../model/parameters.ts';
import type { Numbers, Pointer } from './kernels.ts';
import { type Layout, type Matrix, wholeVectors } from './layout.ts';

/** Where parameters, gradients and moments lie. */
export interface FlatParameters {
  /** Length of each vector, a multiple of four. */
  readonly count: number;
  readonly values: Pointer;
  readonly gradients: Pointer;
  readonly firstMoments: Pointer;
  readonly secondMoments: Pointer;
  /** A parameter as a matrix: its last axis along the rows, all others over them. */
  matrix(name: string): Matrix;
  /** The gradient of a parameter, in the same shape. */
  gradient(name: string): Matrix;
  /** A parameter's place in another vector of the same length. */
  matrixIn(vector: Pointer, name: string): Matrix;
  /** Copies values or moments in. */
  write(numbers: Numbers, vector: Pointer, parameters: ParameterSet): void;
  /** Copies values, gradients or moments out. */
  read(numbers: Numbers, vector: Pointer): ParameterSet;
}

/**
 * Room for a network's parameters.
 *
 * @param training without it there is no room for gradients and moments
 */
export function allocateParameters(
  configuration: RunConfiguration,
  layout: Layout,
  training = true,
): FlatParameters {
  const places = new Map<string, { offset: number; specification: ParameterSpecification }>();
  let count = 0;
  for (const specification of parameterSpecifications(configuration)) {
    places.set(specification.name, { offset: count, specification });
    // Every parameter begins at a whole vector.
    count += wholeVectors(shapeSize(specification.shape));
  }
  const values = layout.allocate(count);
  const [gradients, firstMoments, secondMoments] = training
    ? [layout.allocate(count), layout.allocate(count), layout.allocate(count)]
    : [0, 0, 0];

  function matrixIn(vector: Pointer, name: string): Matrix {
    const place = places.get(name);
    if (place === undefined) throw new RangeError(`The network has no parameter "${name}".`);
    const { shape } = place.specification;
    const columns = shape.at(-1) as number;
    const rows = shapeSize(shape) / columns;
    return { pointer: vector + 4 * place.offset, rows, columns, stride: columns };
  }

  return {
    count,
    values,
    gradients,
    firstMoments,
    secondMoments,
    matrix: (name) => matrixIn(values, name),
    gradient: (name) => matrixIn(gradients, name),
    matrixIn,
    write(numbers, vector, parameters) {
      for (const [name, { offset }] of places) {
        numbers.set(parameter(parameters, name), vector / 4 + offset);
      }
    },
    read(numbers, vector) {
      return new Map(
        [...places].map(([name, { offset, specification }]) => {
          const start = vector / 4 + offset;
          const end = start + shapeSize(specification.shape);
          return [name, Float32Array.from(numbers.subarray(start, end))];
        }),
      );
    },
  };
}
