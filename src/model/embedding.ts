/** The token embedding as the measures see it: one row per residue. */
import { transpose } from '../math/dense.ts';
import { isTransformer, modelDimensions, type RunConfiguration } from './configuration.ts';
import { type ParameterSet, parameter } from './parameters.ts';

/** A table with one row per residue. */
export interface EmbeddingTable {
  readonly p: number;
  readonly width: number;
  /** p × width, row-major. With separate embeddings: the rows of a. */
  readonly rows: Float32Array;
  /** All rows, those of b and of "=" included; equal to `rows` where there are none. */
  readonly allRows: Float32Array;
}

/** The embedding rows of the residues 0 … p − 1 (of a, where a and b have tables of their own). */
export function embeddingTable(
  configuration: RunConfiguration,
  parameters: ParameterSet,
): EmbeddingTable {
  const { p } = configuration;
  const { vocabulary, embeddingWidth: width } = modelDimensions(configuration);
  const rows = isTransformer(configuration)
    ? transpose(parameter(parameters, 'embed.W_E'), width, vocabulary)
    : parameter(parameters, 'embed.weight');
  return { p, width, rows: rows.subarray(0, p * width), allRows: rows };
}
