/** Weights in float64 and their transposes, each made once, for the plain computations. */
import { transposePrecise } from '../math/dense.ts';
import { type ParameterSet, parameter } from './parameters.ts';

/** Looks up weights by state-dict name. Results are shared and must not be modified. */
export interface PreciseParameters {
  /** A weight as it is stored, row-major. */
  values(name: string): Float64Array;
  /** A stored rows × columns weight with rows and columns exchanged. */
  transposed(name: string, rows: number, columns: number): Float64Array;
}

/** Float64 view of a network's weights. */
export function preciseParameters(parameters: ParameterSet): PreciseParameters {
  const known = new Map<string, Float64Array>();
  const remember = (key: string, make: () => Float64Array) => {
    const result = known.get(key) ?? make();
    known.set(key, result);
    return result;
  };
  const values = (name: string) =>
    remember(name, () => new Float64Array(parameter(parameters, name)));
  return {
    values,
    transposed: (name, rows, columns) =>
      remember(`${name}ᵀ`, () => transposePrecise(values(name), rows, columns)),
  };
}
