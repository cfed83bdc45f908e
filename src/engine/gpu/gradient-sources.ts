/** Where the optimiser finds the gradient of each parameter among the results of a step. */
import { type Matrix, rowsOf } from './arena.ts';
import { type ParameterLayout, placeOf } from './parameter-layout.ts';

/** Where the gradient of one block of a parameter is found; all in floats. */
export interface GradientSource {
  readonly offset: number;
  readonly terms: number;
  readonly termStride: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** What a plan says about gradients. A parameter of which nothing is said has none. */
export class GradientSources {
  private readonly sources = new Map<string, readonly GradientSource[]>();

  constructor(
    private readonly p: number,
    private readonly parameters: ParameterLayout,
  ) {}

  /** Where the gradient of a block of a parameter is. */
  of(name: string, block: number): GradientSource | undefined {
    return this.sources.get(name)?.[block];
  }

  /** Says that a parameter's gradient is a matrix of its shape, or a sum of such. */
  matrix(name: string, matrix: Matrix, terms = 1, termStride = 0): void {
    const place = placeOf(this.parameters, name);
    if (matrix.stride !== place.matrix.stride)
      throw new RangeError(`The shape of ${name} differs.`);
    this.set(
      name,
      place.blocks.map((block) => ({
        offset: matrix.offset + block.matrix.offset - place.matrix.offset,
        terms,
        termStride,
        rowStride: matrix.stride,
        columnStride: 1,
      })),
    );
  }

  /** Says that the gradient of a row vector is the sum of a matrix' rows. */
  rows(name: string, { offset, stride }: Matrix, terms: number): void {
    this.set(name, [{ offset, terms, termStride: stride, rowStride: 0, columnStride: 1 }]);
  }

  /**
   * Says that the gradients of value, key and query weights lie one after the other in a matrix, or
   * in a sum of such. Without attention there are only those of values.
   */
  projections(layer: number, gradient: Matrix, attends: boolean, terms = 1, termStride = 0): void {
    const names = ['W_V', ...(attends ? ['W_K', 'W_Q'] : [])];
    const rows = gradient.rows / names.length;
    for (const [index, name] of names.entries()) {
      const own = rowsOf(gradient, index * rows, rows);
      this.matrix(`blocks.${layer}.attn.${name}`, own, terms, termStride);
    }
  }

  /**
   * Says that the gradients of embeddings and positions come from those of the inputs: a p×width
   * table a position, one directly after the other, of which `first` is the first.
   *
   * @param groups by group of tokens, the position that they stand at
   */
  inputs(
    { offset, stride }: Matrix,
    groups: readonly ('first' | 'second' | 'both' | 'equals')[],
  ): void {
    const { p } = this;
    const table = p * stride;
    const turned = (position: number, terms: number, termStride: number): GradientSource => ({
      offset: offset + position * table,
      terms,
      termStride,
      rowStride: 1,
      columnStride: stride,
    });
    const sources = {
      first: turned(0, 1, 0),
      second: turned(1, 1, 0),
      both: turned(0, 2, table),
      // One token whose rows all stand for the same: their sum.
      equals: turned(2, p, stride),
    };
    this.set(
      'embed.W_E',
      groups.map((group) => sources[group]),
    );
    this.set('pos_embed.W_pos', [
      { offset, terms: p, termStride: stride, rowStride: table, columnStride: 1 },
    ]);
  }

  /** Says where the gradient of each block of a parameter is found. */
  set(name: string, sources: readonly GradientSource[]): void {
    this.sources.set(name, sources);
  }
}
