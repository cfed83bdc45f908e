/** The place of the training worker: started when first needed, ended when nothing can rely on it. */
import type { TrainingWorker } from '../worker/contract.ts';

/** A worker that can also be ended. */
export interface WorkerHandle extends TrainingWorker {
  terminate(): void;
}

/** Starts a worker. @param onCrash told when it dies by itself */
export type StartWorker = (onCrash: (message: string) => void) => WorkerHandle;

/** One worker at a time. */
export class WorkerSlot {
  private worker: WorkerHandle | undefined;

  /** @param onCrash told when the worker has died; the slot is empty then */
  constructor(
    private readonly start: StartWorker,
    private readonly onCrash: (message: string) => void,
  ) {}

  /** The worker, if there is one. */
  get present(): WorkerHandle | undefined {
    return this.worker;
  }

  /** The worker, started if need be. @throws where the browser has none to give */
  handle(): WorkerHandle {
    if (this.worker !== undefined) return this.worker;
    const started = this.start((message) => {
      // One that was ended on purpose has nothing to say any more.
      if (this.worker !== started) return;
      this.end();
      this.onCrash(message);
    });
    this.worker = started;
    return started;
  }

  /** Ends it, whatever it is doing. */
  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}
