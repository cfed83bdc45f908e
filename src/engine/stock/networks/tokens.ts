/** The network's input: token embedding plus position, as one table a position. */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import { sliced, transposed } from '../tape/shapes.ts';
import { rowAdded, type TokenSource } from '../tape/sums.ts';
import type { Node, Tape } from '../tape.ts';
import type { ParameterLookup } from './network.ts';

/** Rows a position can hold, and the number of a pair that chooses among them. */
export interface PositionTable {
  /** p×width, or 1×width for the "=" token. */
  readonly table: Node;
  readonly source: TokenSource;
}

/** X⁰, X¹ and, with the "=" token, X²: embedding rows with the position added. */
export function positionTables(
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
): PositionTable[] {
  const { p, separateEmbeddings } = configuration;
  const { vocabulary, context } = modelDimensions(configuration);
  const embedding = transposed(tape, parameters('embed.W_E'));
  const positions = parameters('pos_embed.W_pos');
  const sources: TokenSource[] = ['first', 'second', 'constant'];
  return sources.slice(0, context).map((source, position) => {
    const start =
      source === 'constant' ? vocabulary - 1 : source === 'second' && separateEmbeddings ? p : 0;
    const rows = sliced(tape, embedding, 0, start, source === 'constant' ? 1 : p);
    return {
      table: rowAdded(tape, rows, sliced(tape, positions, 0, position, 1)),
      source,
    };
  });
}
