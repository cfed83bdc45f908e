/** Which runs a sweep has, and which of them are finished. */
import type { RunConfiguration } from '../../model/configuration.ts';
import { runKey } from '../../model/sweep-grid.ts';
import type { TableRun } from '../tables.ts';

interface FinishedRun {
  readonly line: string;
  readonly run: TableRun;
}

/** Runs of one sweep and their lines. */
export class SweepLedger {
  private planned: readonly RunConfiguration[] = [];
  private keys: ReadonlySet<string> = new Set();
  private readonly finished = new Map<string, FinishedRun>();

  /** All runs of the sweep. */
  get runs(): readonly RunConfiguration[] {
    return this.planned;
  }

  /** Number of finished runs. */
  get count(): number {
    return this.finished.size;
  }

  get isComplete(): boolean {
    return this.count === this.keys.size;
  }

  /** Steps of all runs. */
  get steps(): number {
    return this.planned.reduce((sum, { steps }) => sum + steps, 0);
  }

  /** Steps of the finished ones; those that stopped early count as if they had made all. */
  get finishedSteps(): number {
    return this.planned.reduce(
      (sum, run) => sum + (this.finished.has(runKey(run)) ? run.steps : 0),
      0,
    );
  }

  /** Keys of the finished runs. */
  get finishedKeys(): ReadonlySet<string> {
    return new Set(this.finished.keys());
  }

  /**
   * Plans other runs. Finished ones that are among them stay, but for those that stopped early where
   * all steps are wanted.
   */
  plan(runs: readonly RunConfiguration[], stopsEarly: boolean): void {
    this.planned = runs;
    this.keys = new Set(runs.map(runKey));
    for (const key of this.lost(runs, stopsEarly)) this.finished.delete(key);
  }

  /** Keys of the finished runs that would not stay with another plan. */
  lost(runs: readonly RunConfiguration[], stopsEarly: boolean): readonly string[] {
    const wanted = new Set(runs.map(runKey));
    return [...this.finished].flatMap(([key, { run }]) => {
      const isShort = run.own?.stoppedEarly === true && !stopsEarly;
      return wanted.has(key) && !isShort ? [] : [key];
    });
  }

  /** True when this run is finished. */
  has(key: string): boolean {
    return this.finished.has(key);
  }

  /** Adds a finished run, unless it belongs to another sweep. */
  add(line: string, run: TableRun): void {
    const key = run.own && runKey(run.own.configuration);
    if (key !== undefined && this.keys.has(key)) this.finished.set(key, { line, run });
  }

  /** Lines of the finished runs, with their keys. */
  lines(): readonly (readonly [key: string, line: string])[] {
    return [...this.finished].map(([key, { line }]) => [key, line]);
  }

  /** The finished runs, in the order in which they ended. */
  tableRuns(): readonly TableRun[] {
    return [...this.finished.values()].map(({ run }) => run);
  }
}
