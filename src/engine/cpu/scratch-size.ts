/** How much room the largest matrix product of a network needs. */
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import { blockRows } from './pair-order.ts';
import { packedCells } from './products.ts';

/** Cells of the largest matrix that is ever multiplied, packed. */
export function largestProduct(configuration: RunConfiguration): number {
  const { p, width, heads } = configuration;
  const { vocabulary, hiddenWidth, headWidth } = modelDimensions(configuration);
  const rowWidth = hiddenWidth + vocabulary + 8;
  const across = Math.max(width, heads * headWidth, vocabulary);
  return Math.max(
    packedCells(rowWidth, across),
    packedCells(Math.max(2 * p + 1, blockRows), rowWidth),
    packedCells(vocabulary, across),
  );
}
