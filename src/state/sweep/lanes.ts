/** Workers that train the runs of a sweep side by side. */

import type { RunConfiguration } from '../../model/configuration.ts';
import { runKey } from '../../model/sweep-grid.ts';
import type {
  BackendRequest,
  SweepListener,
  SweepPlace,
  SweepWorker,
} from '../../worker/sweep-contract.ts';
import type { SweepQueue } from './queue.ts';

/** A worker that can be ended. */
export interface SweepHandle extends SweepWorker {
  terminate(): void;
}

/** What lanes tell whoever runs them. */
export interface LanesListener {
  onPlace(place: SweepPlace): void;
  /** A run has made so many steps; it is no longer told of once it has ended. */
  onProgress(key: string, step: number): void;
  onRun(line: string, key: string): void;
  /** Nothing trains any more: all runs have ended, or a lane has failed for this reason. */
  onEnd(problem: string | undefined): void;
}

/** Lanes of one sweep. After `end` nothing is told any more. */
export class SweepLanes {
  private readonly workers: SweepHandle[] = [];
  private ended = false;
  private busy = 0;
  private held = false;

  constructor(
    private readonly createWorker: (onCrash: (message: string) => void) => SweepHandle,
    private readonly queue: SweepQueue,
    private readonly stopsEarly: boolean,
    private readonly listener: LanesListener,
  ) {}

  /**
   * Starts training.
   *
   * @param processors how many workers are of use where networks train on processors
   */
  async start(
    backend: BackendRequest,
    example: RunConfiguration,
    processors: number,
  ): Promise<void> {
    const first = this.addWorker();
    const reply = await first.prepare(backend, example);
    if (this.ended) return;
    if (!reply.ok) {
      this.fail(reply.message);
      return;
    }
    const place = reply.value;
    this.listener.onPlace(place);
    const onProcessors = place.backend === 'wasm' || place.backend === 'cpu';
    const count = onProcessors ? Math.max(1, Math.min(processors, this.queue.left)) : 1;
    this.busy = count;
    void this.work(first, place);
    for (let lane = 1; lane < count; lane++) void this.join(place, example);
  }

  /** Holds all lanes where they are, or lets them go on. */
  hold(held: boolean): void {
    if (this.ended) return;
    this.held = held;
    for (const worker of this.workers) void worker.hold(held);
  }

  /** Ends all workers at once. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const worker of this.workers) worker.terminate();
  }

  private addWorker(): SweepHandle {
    const worker = this.createWorker((message) => this.fail(message));
    this.workers.push(worker);
    if (this.held) void worker.hold(true);
    return worker;
  }

  /** One more lane where the first one trains. */
  private async join(place: SweepPlace, example: RunConfiguration): Promise<void> {
    const worker = this.addWorker();
    const reply = await worker.prepare(place.backend, example);
    if (this.ended) return;
    if (reply.ok) await this.work(worker, place);
    else this.fail(reply.message);
  }

  /** Trains what the queue gives until it is empty. */
  private async work(worker: SweepHandle, { together }: SweepPlace): Promise<void> {
    for (;;) {
      const runs = this.queue.take(together);
      if (runs.length === 0) break;
      const left = new Map(runs.map((run) => [runKey(run), run]));
      const listener: SweepListener = {
        onProgress: (step) => {
          if (this.ended) return;
          for (const key of left.keys()) this.listener.onProgress(key, step);
        },
        onRun: (line, key) => {
          if (this.ended) return;
          left.delete(key);
          this.listener.onRun(line, key);
        },
      };
      const reply = await worker.train(runs, this.stopsEarly, listener);
      if (this.ended) return;
      if (!reply.ok) {
        this.fail(reply.message);
        return;
      }
    }
    this.busy -= 1;
    if (this.busy === 0 && !this.ended) {
      this.end();
      this.listener.onEnd(undefined);
    }
  }

  private fail(problem: string): void {
    if (this.ended) return;
    this.end();
    this.listener.onEnd(problem);
  }
}
