/**
 * Does a step still take the same time late in a run? Once a network is confident, softmax tails and
 * optimiser moments would become subnormal numbers, which are many times slower on every CPU.
 */
import { createStockEngine } from '../../engine/stock/stock-engine.ts';
import type { EngineStart } from '../../engine/training-engine.ts';
import { median } from './median.ts';

/** Steps summed up by one number. */
const windowSteps = 100;
/** Parts a window is measured in; its number is their median, which other work disturbs little. */
const partsPerWindow = 10;

/** Step times along a run. */
export interface Flatness {
  readonly attention: number;
  readonly steps: number;
  readonly windowSteps: number;
  /** Milliseconds a step in each window, in order. */
  readonly windows: readonly number[];
  readonly median: number;
  /** Last window divided by first window; 1 is flat. */
  readonly lastToFirst: number;
  readonly finalTrainLoss: number;
}

/**
 * Trains from the start for this many steps, rounded down to whole windows.
 *
 * @param onWindow told after each window how many steps were made
 */
export async function measureFlatness(
  start: EngineStart,
  steps: number,
  onWindow: (step: number) => void,
): Promise<Flatness> {
  const length = Math.max(1, Math.min(windowSteps, Math.floor(steps / 2)));
  const engine = createStockEngine(start);
  const windows: number[] = [];
  let finalTrainLoss = Number.NaN;
  try {
    while (engine.step + length <= steps) {
      const parts: number[] = [];
      for (const end = engine.step + length; engine.step < end; ) {
        const count = Math.min(end - engine.step, Math.ceil(length / partsPerWindow));
        const began = performance.now();
        const metrics = await engine.advance(count);
        parts.push((performance.now() - began) / count);
        finalTrainLoss = metrics.at(-1)?.trainLoss ?? Number.NaN;
      }
      windows.push(median(parts));
      onWindow(engine.step);
    }
    return {
      attention: start.configuration.attentionRate,
      steps: engine.step,
      windowSteps: length,
      windows,
      median: median(windows),
      lastToFirst: (windows.at(-1) as number) / (windows[0] as number),
      finalTrainLoss,
    };
  } finally {
    engine.dispose();
  }
}
