/** The network's input: embedding plus position, one row for each token at each position. */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import type { FlatParameters } from '../flat-parameters.ts';
import type { Numbers } from '../kernels.ts';
import { type Layout, type Matrix, rowsOf } from '../layout.ts';

/** Rows of all positions, one below the other: p for a, p for b and one for "=". */
export interface TokenRows {
  readonly rows: Matrix;
  readonly gradients: Matrix;
  /** First row and number of rows of each position. */
  readonly positions: readonly { readonly start: number; readonly count: number }[];
}

/** Room for the rows. Without training no gradients. */
export function allocateTokenRows(configuration: RunConfiguration, layout: Layout): TokenRows {
  const { p, width } = configuration;
  const { context } = modelDimensions(configuration);
  const counts = [p, p, 1].slice(0, context);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    rows: layout.matrix(total, width),
    gradients: layout.matrix(total, width),
    positions: counts.map((count, position) => ({ start: position * p, count })),
  };
}

/** Rows of one position within a matrix that has a row for each token row. */
export function positionRows(tokens: TokenRows, matrix: Matrix, position: number): Matrix {
  const { start, count } = tokens.positions[position] as { start: number; count: number };
  return rowsOf(matrix, start, count);
}

/** Column of the embedding that a row of a position stands for. */
function embeddingColumn(configuration: RunConfiguration, position: number, row: number): number {
  if (position === 2) return modelDimensions(configuration).vocabulary - 1;
  return row + (position === 1 && configuration.separateEmbeddings ? configuration.p : 0);
}

/** Fills the rows from the parameters. */
export function readTokens(
  configuration: RunConfiguration,
  parameters: FlatParameters,
  tokens: TokenRows,
  numbers: Numbers,
): void {
  const embedding = parameters.matrix('embed.W_E');
  const positionVectors = parameters.matrix('pos_embed.W_pos');
  forEachCell(configuration, tokens, (cell, column, position, feature) => {
    numbers[tokens.rows.pointer / 4 + cell] =
      (numbers[embedding.pointer / 4 + feature * embedding.stride + column] as number) +
      (numbers[
        positionVectors.pointer / 4 + position * positionVectors.stride + feature
      ] as number);
  });
}

/** Adds the rows' gradients to those of embedding and positions. */
export function tokensBack(
  configuration: RunConfiguration,
  parameters: FlatParameters,
  tokens: TokenRows,
  numbers: Numbers,
): void {
  const embedding = parameters.gradient('embed.W_E');
  const positionVectors = parameters.gradient('pos_embed.W_pos');
  const add = (index: number, value: number) => {
    numbers[index] = (numbers[index] as number) + value;
  };
  forEachCell(configuration, tokens, (cell, column, position, feature) => {
    const value = numbers[tokens.gradients.pointer / 4 + cell] as number;
    add(embedding.pointer / 4 + feature * embedding.stride + column, value);
    add(positionVectors.pointer / 4 + position * positionVectors.stride + feature, value);
  });
}

function forEachCell(
  configuration: RunConfiguration,
  { positions }: TokenRows,
  visit: (cell: number, column: number, position: number, feature: number) => void,
): void {
  const { width } = configuration;
  for (const [position, { start, count }] of positions.entries()) {
    for (let row = 0; row < count; row++) {
      const column = embeddingColumn(configuration, position, row);
      const cell = (start + row) * width;
      for (let feature = 0; feature < width; feature++) {
        visit(cell + feature, column, position, feature);
      }
    }
  }
}
