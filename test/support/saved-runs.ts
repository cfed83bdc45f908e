/** Runs of a few moments, to be saved. */
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { namedSettings } from '../../src/model/fields.ts';
import type { Snapshot } from '../../src/worker/contract.ts';
import type { RunToSave } from '../../src/worker/recording-contract.ts';
import { smallConfiguration } from './networks.ts';

/** Moments at these steps, whose numbers a file keeps exactly. */
export function drawnSnapshots(steps: readonly number[], p: number): Snapshot[] {
  const half = Math.floor(p / 2);
  const wave = (length: number, phase: number) =>
    Float32Array.from({ length }, (_, index) => Math.sin(index + phase));
  return steps.map((step) => ({
    result: {
      step,
      trainLoss: 0.5,
      testLoss: Number.NaN,
      trainAccuracy: 1,
      testAccuracy: 0.25,
      gradientSymmetricity: 0.875,
      gradientSymmetricityError: 0.125,
      gradientSymmetricityTriples: 100,
      gradientSymmetricityLeftOut: 0,
      distanceIrrelevance: 0.5,
      distanceIrrelevanceWrongLogit: 0.25,
      circularity: 0.5,
      parameterNorm: 12.5,
      frequencies: Array.from({ length: half }, (_, index) => ({
        k: index + 1,
        powerFraction: index === 0 ? 1 : 0,
        axisRatio: 0.5,
        sharedFactor: 1,
      })),
      effectiveCircles: 2.5,
      gini: 0.5,
      verdict: 'learning',
      verdictReason: 'It answers 25 %, which is “too little”, or "not enough".',
    },
    planes: wave(half * p * 2, step),
    correctLogits: wave(p * p, step),
  }));
}

/** A run that was at its second moment when it was saved. */
export function runToSave(changes: Partial<RunConfiguration> = {}): RunToSave {
  const configuration = smallConfiguration({ p: 7, seed: 3, steps: 20, ...changes });
  const settings = Object.entries(namedSettings(configuration)).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? String(Number(value)) : String(value),
  ]);
  const query = new URLSearchParams([...settings, ['step', '10']]);
  return {
    configuration,
    backend: 'wasm',
    shownStep: 10,
    address: `https://example.org/page/?${query}`,
    snapshots: drawnSnapshots([0, 10, 20], configuration.p),
  };
}
