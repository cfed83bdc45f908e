/** What the page and a worker that trains runs of a sweep say to each other. Types only. */
import type { BackendRequest } from '../engine/backend-choice.ts';
import type { BackendName } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { Reply } from './inspection-contract.ts';

export type { BackendName, BackendRequest };

/** Where runs will train. */
export interface SweepPlace {
  readonly backend: BackendName;
  readonly device: string;
  readonly reason: string;
  /** How many networks of one shape train in the same launches; on processors one. */
  readonly together: number;
}

/** Hears of the runs of a batch. */
export interface SweepListener {
  /** All of them have made so many steps. */
  onProgress(step: number): void;
  /** One has ended: its line, as the command line writes it, and what `runKey` calls it. */
  onRun(line: string, key: string): void;
}

/** Trains runs. Problems come as replies. */
export interface SweepWorker {
  /** Chooses a backend by a trial of one of the runs. */
  prepare(backend: BackendRequest, example: RunConfiguration): Promise<Reply<SweepPlace>>;
  /**
   * Trains networks of one shape with the same number of steps. Fulfilled when all have ended. Call
   * `prepare` first.
   */
  train(
    configurations: readonly RunConfiguration[],
    stopsEarly: boolean,
    listener: SweepListener,
  ): Promise<Reply<undefined>>;
  /** Holds the training after the steps under way; it goes on where it was. */
  hold(held: boolean): Promise<void>;
}
