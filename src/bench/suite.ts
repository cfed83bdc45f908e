/** Several cases of the benchmark one after the other, with one measure of progress. */
import type { RunConfiguration } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import { measureCase, partsOf } from './case.ts';
import type { Contender, EngineStart } from './contender.ts';
import type { Plan } from './plan.ts';
import type { CaseResult, ProgressListener } from './result.ts';

/** One case to be measured. */
export interface CaseJob {
  readonly configuration: RunConfiguration;
  readonly contenders: readonly Contender[];
  readonly plan: Plan;
}

/** Measures all cases, in order. */
export async function measureCases(
  jobs: readonly CaseJob[],
  onProgress: ProgressListener,
): Promise<CaseResult[]> {
  const total = jobs.reduce((sum, { contenders, plan }) => sum + partsOf(contenders, plan), 0);
  const results: CaseResult[] = [];
  let done = 0;
  let before = 0;
  for (const { configuration, contenders, plan } of jobs) {
    const result = await measureCase(startOf(configuration), contenders, plan, (text) => {
      done += 1;
      onProgress({ text, fraction: Math.min(1, done / total) });
    });
    results.push(result);
    // Contenders that are missing report fewer parts.
    before += partsOf(contenders, plan);
    done = before;
  }
  return results;
}

/** First weights and data of a run: the same for everyone. */
export function startOf(configuration: RunConfiguration): EngineStart {
  return {
    configuration,
    dataset: createDataset(configuration),
    parameters: initialParameters(configuration),
  };
}
