/** Room of one lane: everything that is computed for a block of pairs, by layer and position. */
import { modelDimensions, type RunConfiguration } from '../../../../model/configuration.ts';
import type { RowShape } from '../../hidden-to-logits.ts';
import type { Pointer } from '../../kernels.ts';
import { type Layout, wholeVectors } from '../../layout.ts';
import { blockRows } from '../../pair-order.ts';

/** What a position holds in a layer. Pointers to a block's rows. */
export interface PositionRows {
  /** Residual row that enters the layer, width wide. */
  readonly residual: Pointer;
  readonly query: Pointer;
  /** Softmax weights, heads × positions. */
  readonly weights: Pointer;
  /** What the heads read, all heads wide. */
  readonly read: Pointer;
  /** Residual row after attention. */
  readonly attended: Pointer;
  /** Hidden units after the bend, and GELU's slope. */
  readonly hidden: Pointer;
  readonly slopes: Pointer;
}

/** One layer of a lane. */
export interface LayerRows {
  readonly positions: readonly PositionRows[];
  /** Of all positions, one after the other. */
  readonly keys: Pointer;
  readonly values: Pointer;
}

/** Gradients on their way back through one layer at a time. */
export interface GradientRows {
  /** Of the residual rows, by position: of the layer's result, then of what enters it. */
  readonly residuals: readonly Pointer[];
  readonly queries: readonly Pointer[];
  readonly keys: Pointer;
  readonly values: Pointer;
  readonly attended: Pointer;
  readonly hidden: Pointer;
  readonly read: Pointer;
}

/** Everything of one lane. */
export interface DeepLane {
  readonly layers: readonly LayerRows[];
  /** The last layer's hidden units and the logits, side by side. */
  readonly rows: Pointer;
  readonly rowSlopes: Pointer;
  readonly rowGradients: Pointer;
  readonly gradients: GradientRows;
  /** Gradients of all parameters. */
  readonly parameters: Pointer;
  /** Gradients of the token rows' residuals, queries, keys and values. */
  readonly tokens: Readonly<Record<'residual' | 'query' | 'key' | 'value', Pointer>>;
  /** Summed gradient of the logits. */
  readonly logitSums: Pointer;
}

/** Sizes that the passes share. */
export interface DeepSizes {
  readonly positions: number;
  readonly allHeads: number;
  readonly hiddenStride: number;
  /** Numbers from one position's keys to the next. */
  readonly step: number;
  readonly tokenRows: number;
}

/** @param parameterCount length of the vector of all parameters */
export function allocateDeepLane(
  layout: Layout,
  configuration: RunConfiguration,
  shape: RowShape,
  parameterCount: number,
): DeepLane {
  const { width, heads, layers, activation } = configuration;
  const { positions, allHeads, hiddenStride, tokenRows } = deepSizes(configuration);
  const rows = (numbers: number) => layout.allocate(blockRows * numbers);
  const each = <Item>(make: (position: number) => Item): Item[] =>
    Array.from({ length: positions }, (_, position) => make(position));
  const slopesFor = (values: Pointer, numbers: number) =>
    activation === 'gelu' ? rows(numbers) : values;
  const values = rows(shape.width);

  return {
    layers: Array.from({ length: layers }, () => ({
      positions: each(() => {
        const hidden = rows(hiddenStride);
        return {
          residual: rows(width),
          query: rows(allHeads),
          weights: rows(heads * positions),
          read: rows(allHeads),
          attended: rows(width),
          hidden,
          slopes: slopesFor(hidden, hiddenStride),
        };
      }),
      keys: rows(positions * allHeads),
      values: rows(positions * allHeads),
    })),
    rows: values,
    rowSlopes: slopesFor(values, shape.width),
    rowGradients: rows(shape.width),
    gradients: {
      residuals: each(() => rows(width)),
      queries: each(() => rows(allHeads)),
      keys: rows(positions * allHeads),
      values: rows(positions * allHeads),
      attended: rows(width),
      hidden: rows(hiddenStride),
      read: rows(allHeads),
    },
    parameters: layout.allocate(parameterCount),
    tokens: {
      residual: layout.allocate(tokenRows * width),
      query: layout.allocate(tokenRows * allHeads),
      key: layout.allocate(tokenRows * allHeads),
      value: layout.allocate(tokenRows * allHeads),
    },
    logitSums: layout.allocate(shape.classes),
  };
}

/** Sizes of a configuration's rows. */
export function deepSizes(configuration: RunConfiguration): DeepSizes {
  const { p, heads } = configuration;
  const { context, headWidth, hiddenWidth } = modelDimensions(configuration);
  const allHeads = heads * headWidth;
  return {
    positions: context,
    allHeads,
    hiddenStride: wholeVectors(hiddenWidth),
    step: blockRows * allHeads,
    tokenRows: 2 * p + (context === 3 ? 1 : 0),
  };
}
