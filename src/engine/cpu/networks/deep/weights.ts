/** A block's weights, arranged for products in both directions once a step. */
import { modelDimensions, type RunConfiguration } from '../../../../model/configuration.ts';
import type { FlatParameters } from '../../flat-parameters.ts';
import type { Layout } from '../../layout.ts';
import { allocatePacked, type PackedMatrix, type Products } from '../../products.ts';

/** Weights that a block applies to rows, as row·weightᵀ. */
const names = ['attn.W_Q', 'attn.W_K', 'attn.W_V', 'attn.W_O', 'mlp.W_in', 'mlp.W_out'] as const;

/** A weight's name within its block. */
export type BlockWeight = (typeof names)[number];

/** Both directions of a weight. */
interface PackedWeight {
  /** Transposed: from a row to what the layer makes of it. */
  readonly forward: PackedMatrix;
  /** As it is: from gradients of the result to those of the row. */
  readonly backward: PackedMatrix;
}

/** All blocks' weights. */
export interface BlockWeights {
  pack(products: Products): void;
  forward(layer: number, name: BlockWeight): PackedMatrix;
  backward(layer: number, name: BlockWeight): PackedMatrix;
}

/** Room for all blocks' weights. */
export function allocateBlockWeights(
  configuration: RunConfiguration,
  parameters: FlatParameters,
  layout: Layout,
): BlockWeights {
  const { width, heads, layers } = configuration;
  const { headWidth, hiddenWidth } = modelDimensions(configuration);
  const allHeads = heads * headWidth;
  /** Outputs and inputs. */
  const shapes: Record<BlockWeight, readonly [number, number]> = {
    'attn.W_Q': [allHeads, width],
    'attn.W_K': [allHeads, width],
    'attn.W_V': [allHeads, width],
    'attn.W_O': [width, allHeads],
    'mlp.W_in': [hiddenWidth, width],
    'mlp.W_out': [width, hiddenWidth],
  };
  const blocks = Array.from(
    { length: layers },
    () =>
      Object.fromEntries(
        names.map((name): [BlockWeight, PackedWeight] => {
          const [outputs, inputs] = shapes[name];
          return [
            name,
            {
              forward: allocatePacked(layout, inputs, outputs),
              backward: allocatePacked(layout, outputs, inputs),
            },
          ];
        }),
      ) as Record<BlockWeight, PackedWeight>,
  );
  const of = (layer: number, name: BlockWeight): PackedWeight =>
    (blocks[layer] as (typeof blocks)[0])[name];

  return {
    forward: (layer, name) => of(layer, name).forward,
    backward: (layer, name) => of(layer, name).backward,
    pack(products) {
      for (const [layer, block] of blocks.entries()) {
        for (const name of names) {
          const weights = parameters.matrix(`blocks.${layer}.${name}`);
          products.pack(weights, block[name].forward, true);
          products.pack(weights, block[name].backward);
        }
      }
    },
  };
}
