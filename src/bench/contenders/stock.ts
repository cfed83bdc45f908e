/** TensorFlow.js with its own operations: the gradient written by hand, and its own autograd. */
import { inspectBackend } from '../../engine/backends/inspections.ts';
import { activateBackend, type Platform } from '../../engine/backends.ts';
import { createAutogradBaseline } from '../../engine/stock/autograd-baseline.ts';
import { heldBytes, profileKernels } from '../../engine/stock/kernel-count.ts';
import { createStockEngine } from '../../engine/stock/stock-engine.ts';
import type { TrainingEngine } from '../../engine/training-engine.ts';
import { type Contender, type ContenderName, type Trainer, Unavailable } from '../contender.ts';
import { median } from '../statistics.ts';
import { words } from './words.ts';

type StockBackend = 'wasm' | 'webgpu';
type StockTrainer = Pick<TrainingEngine, 'advance' | 'dispose'>;

/** Both ways to train on one backend of TensorFlow.js. */
export function stockContenders(
  backend: StockBackend,
  platform: Platform,
  runsOn: string,
): readonly Contender[] {
  const names: readonly [ContenderName, ContenderName] =
    backend === 'wasm' ? ['tfjs', 'tfjs-autograd'] : ['tfjs-webgpu', 'tfjs-webgpu-autograd'];
  return [
    {
      name: names[0],
      get label() {
        return words('stockByHand');
      },
      runsOn,
      open: (start) => openStock(backend, platform, async () => createStockEngine(start)),
    },
    {
      name: names[1],
      get label() {
        return words('stockAutograd');
      },
      runsOn,
      open: (start) => openStock(backend, platform, () => createAutogradBaseline(start)),
    },
  ];
}

async function openStock(
  backend: StockBackend,
  platform: Platform,
  create: () => Promise<StockTrainer>,
): Promise<Trainer> {
  const inspection = await inspectBackend(backend);
  if (!inspection.available) throw new Unavailable(inspection.reason);
  await activateBackend(backend, platform);
  const before = heldBytes();
  const engine = await create();
  const ownBytes = heldBytes() - before;
  const encodeTimes: number[] = [];
  return {
    // TensorFlow.js computes on its active backend, and another trainer may have changed it.
    prepare: () => activateBackend(backend, platform),
    advance(count) {
      // Everything up to the first wait is JavaScript: on a GPU, encoding.
      const began = performance.now();
      const losses = engine.advance(count);
      encodeTimes.push((performance.now() - began) / count);
      return losses;
    },
    async costs() {
      const others = heldBytes() - ownBytes;
      const { kernels, peakBytes } = await profileKernels(() => engine.advance(1));
      return {
        launchesPerStep: kernels,
        encodeMilliseconds: backend === 'webgpu' ? median(encodeTimes) : null,
        bytes: peakBytes - others,
      };
    },
    close: () => engine.dispose(),
  };
}
