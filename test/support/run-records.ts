/** Made-up results of runs, as lines of a table keep them. */
import type { RunRecord } from '../../src/formats/run-line.ts';
import { writeRunLine } from '../../src/formats/run-line.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { smallConfiguration } from './networks.ts';

/** A run that ended as a Pizza, without pictures. */
export function runRecord(
  configuration: Partial<RunConfiguration> = {},
  changes: Partial<RunRecord> = {},
): RunRecord {
  const whole = smallConfiguration(configuration);
  return {
    configuration: whole,
    backend: 'wasm',
    seconds: 1.5,
    learnedStep: 10,
    stoppedEarly: false,
    step: whole.steps,
    trainLoss: 0.001,
    testLoss: 0.002,
    trainAccuracy: 1,
    testAccuracy: 1,
    gradientSymmetricity: 0.995,
    gradientSymmetricityError: 0.001,
    gradientSymmetricityTriples: 100,
    gradientSymmetricityLeftOut: 0,
    distanceIrrelevance: 0.2,
    distanceIrrelevanceWrongLogit: 0.25,
    circularity: 0.997,
    parameterNorm: 12,
    frequencies: [{ k: 1, powerFraction: 1, axisRatio: 0.9, sharedFactor: 1 }],
    effectiveCircles: 1,
    gini: 0.4,
    verdict: 'pizza',
    verdictReason: 'It is made up.',
    ...changes,
  };
}

/** The line of such a run. */
export function runLine(
  configuration: Partial<RunConfiguration> = {},
  changes: Partial<RunRecord> = {},
): string {
  return writeRunLine(runRecord(configuration, changes));
}
