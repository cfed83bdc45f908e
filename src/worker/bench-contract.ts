/**
 * What the page and the benchmark worker say to each other. Types only, imported by both sides.
 */
import type { BenchmarkProgress, CaseResult } from '../bench/result.ts';
import type { RunConfiguration } from '../model/configuration.ts';

export type { ContenderResult, MissingContender } from '../bench/result.ts';
export type { BenchmarkProgress, CaseResult };

/** What the benchmark found out in this browser. */
export interface BrowserBenchmark {
  /** One case on the processor and, where there is a GPU, one on it. */
  readonly cases: readonly CaseResult[];
  /** The same as plain text in columns. */
  readonly text: string;
  readonly seconds: number;
}

/** The benchmark worker. */
export interface BenchWorker {
  /**
   * @param configuration a transformer with one layer and no "=" token
   * @param late whether to measure far into a run too, which takes a minute or two
   */
  measure(
    configuration: RunConfiguration,
    late: boolean,
    onProgress: (progress: BenchmarkProgress) => void,
  ): Promise<BrowserBenchmark>;
}
