/** A few real steps of a run, timed. */
import { backendLabels } from './backends/inspections.ts';
import { createEngine, type EngineKind } from './engines.ts';
import type { EngineStart } from './training-engine.ts';
import { words } from './trial-words.ts';

/** What a trial finds out: time a step, and the losses of the first steps. */
export interface Measurement {
  readonly losses: readonly number[];
  readonly millisecondsPerStep: number;
}

/** A trial ends after this time or this many steps, whichever comes first. */
const warmUpSteps = 2;
const trialMilliseconds = 250;
const trialSteps = 20;

/**
 * Trains a few steps and times them, after warming up.
 *
 * @throws Error when the losses are not finite or not those of the reference
 */
export async function measureSteps(
  kind: EngineKind,
  start: EngineStart,
  reference: Measurement | undefined,
): Promise<Measurement> {
  const engine = await createEngine(kind, start);
  const label = backendLabels[engine.backend];
  try {
    const losses = (await engine.advance(warmUpSteps)).map(({ trainLoss }) => trainLoss);
    if (!losses.every(Number.isFinite)) {
      throw new Error(words('noFiniteLoss', { backend: label }));
    }
    if (reference !== undefined && !agree(losses, reference.losses)) {
      throw new Error(words('otherLosses', { backend: label }));
    }
    const begin = performance.now();
    let steps = 0;
    while (steps < trialSteps && performance.now() - begin < trialMilliseconds) {
      const batch = Math.min(trialSteps - steps, Math.max(1, steps));
      await engine.advance(batch);
      steps += batch;
    }
    return { losses, millisecondsPerStep: (performance.now() - begin) / steps };
  } finally {
    engine.dispose();
  }
}

function agree(losses: readonly number[], expected: readonly number[]): boolean {
  return losses.every((loss, index) => {
    const other = expected[index] as number;
    return Math.abs(loss - other) <= 1e-3 * Math.abs(other);
  });
}
