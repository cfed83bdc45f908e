/** The second hidden layer of the linear models β and γ, for a block of pairs. */
import type { FlatParameters } from '../../flat-parameters.ts';
import { type RowShape, sumLanes } from '../../hidden-to-logits.ts';
import type { CpuKernels, Pointer } from '../../kernels.ts';
import type { Layout, Matrix } from '../../layout.ts';
import type { LogitPlace } from '../../network.ts';
import { blockRows, laneCount } from '../../pair-order.ts';
import { allocatePacked, type Products } from '../../products.ts';

const rectifies = 1;

/** Room for the layer, to be bound to kernels. */
export interface SecondLayer {
  bind(
    kernels: CpuKernels,
    products: readonly Products[],
    parameters: FlatParameters,
  ): BoundSecondLayer;
}

/** The layer at work. Pointers lead to a block's rows, shaped like those of the first layer. */
export interface BoundSecondLayer {
  prepare(): void;
  forward(hidden: Pointer, rows: number, lane: number): LogitPlace;
  values(lane: number): Pointer;
  slopes(lane: number): Pointer;
  clearGradients(lane: number): void;
  /** From the gradients of this layer's units to those of the first layer's. */
  backward(hidden: Pointer, toHidden: Pointer, rows: number, lane: number): void;
  finish(): void;
}

/** @param shape of a block's rows: `hidden` units and the logits */
export function allocateSecondLayer(layout: Layout, shape: RowShape): SecondLayer {
  const { hidden, classes, logitsAt, width } = shape;
  const forwardWeights = allocatePacked(layout, hidden, hidden);
  const backwardWeights = allocatePacked(layout, hidden, hidden);
  const lanes = Array.from({ length: laneCount }, () => ({
    values: layout.allocate(blockRows * width),
    slopes: layout.allocate(blockRows * width),
    toWeights: layout.matrix(hidden, hidden),
    toBias: layout.matrix(1, hidden),
  }));
  type Lane = (typeof lanes)[0];
  const block = (pointer: Pointer, rows: number): Matrix => ({
    pointer,
    rows,
    columns: hidden,
    stride: width,
  });

  return {
    bind: (kernels, products, parameters) => ({
      prepare() {
        const weights = parameters.matrix('l2.weight');
        (products[0] as Products).pack(weights, forwardWeights, true);
        (products[0] as Products).pack(weights, backwardWeights);
      },
      forward(hiddenValues, rows, lane) {
        const { values, slopes } = lanes[lane] as Lane;
        kernels.clear(rows * width, values);
        const target = block(values, rows);
        (products[lane] as Products).multiplyPacked(
          block(hiddenValues, rows),
          forwardWeights,
          target,
        );
        kernels.addToRows(rows, hidden, parameters.matrix('l2.bias').pointer, values, width);
        kernels.bend(rows, logitsAt, values, 0, width, rectifies);
        return {
          logits: values + 4 * logitsAt,
          gradients: slopes + 4 * logitsAt,
          stride: width,
          classes,
        };
      },
      values: (lane) => (lanes[lane] as Lane).values,
      slopes: (lane) => (lanes[lane] as Lane).slopes,
      clearGradients(lane) {
        const { toWeights, toBias } = lanes[lane] as Lane;
        kernels.clear(hidden * hidden, toWeights.pointer);
        kernels.clear(hidden, toBias.pointer);
      },
      backward(hiddenValues, toHidden, rows, lane) {
        const { values, slopes, toWeights, toBias } = lanes[lane] as Lane;
        kernels.bendBack(rows, logitsAt, values, 0, slopes, width, rectifies);
        const product = products[lane] as Products;
        const gradient = block(slopes, rows);
        product.multiplyOverRows(gradient, block(hiddenValues, rows), toWeights, true);
        kernels.addRowSums(rows, hidden, slopes, width, toBias.pointer);
        product.multiplyPacked(gradient, backwardWeights, block(toHidden, rows));
      },
      finish() {
        const targets = { toWeights: 'l2.weight', toBias: 'l2.bias' } as const;
        for (const key of ['toWeights', 'toBias'] as const) {
          const sum = sumLanes(
            kernels,
            lanes.map((lane) => lane[key]),
          );
          const target = parameters.gradient(targets[key]);
          kernels.addScaled(sum.rows * sum.stride, sum.pointer, 1, target.pointer);
        }
      },
    }),
  };
}
