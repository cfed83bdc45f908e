/** GPU engines for tests that must be freed whatever happens, and what they are compared with. */
import { activateBackend } from '../../../src/engine/backends.ts';
import { createGpuEngine, type GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { createStockEngine } from '../../../src/engine/stock/stock-engine.ts';
import type { EngineStart, Evaluation, StepMetrics } from '../../../src/engine/training-engine.ts';
import type { ParameterSet } from '../../../src/model/parameters.ts';

/** Runs something with a fresh engine and frees it. */
export async function withGpuEngine<Result>(
  start: EngineStart,
  use: (engine: GpuEngine) => Promise<Result>,
): Promise<Result> {
  const engine = await createGpuEngine(start);
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

/** What the engine on TensorFlow.js' own operations computes. */
export interface StockResults {
  readonly logits: Float32Array;
  readonly gradients: ParameterSet;
  readonly evaluation: Evaluation;
  readonly metrics: readonly StepMetrics[];
  readonly parameters: ParameterSet;
}

/** Results of the stock engine in plain JavaScript, after which WebGPU is active again. */
export async function stockResults(start: EngineStart, steps: number): Promise<StockResults> {
  await activateBackend('cpu', {});
  const engine = createStockEngine(start);
  try {
    return {
      logits: await engine.logits(),
      gradients: await engine.gradients(),
      evaluation: await engine.evaluate(),
      metrics: await engine.advance(steps),
      parameters: await engine.parameters(),
    };
  } finally {
    engine.dispose();
    await activateBackend('webgpu', {});
  }
}
