/** Writes a run as it goes on: only what is new, the newest when there is more than can be written. */
import type { Snapshot } from '../../worker/contract.ts';
import type { KeptRun } from '../../worker/kept-run-contract.ts';
import type { RunStorage } from './storage.ts';

/** Why a run is not kept. */
export type KeepProblem =
  /** There is no room, even for the weights alone. */
  | 'full'
  /** The browser does not let the page store anything. */
  | 'unavailable';

/** Keeps one run at a time. */
export class RunKeeper {
  private waiting: KeptRun | undefined;
  private writing: Promise<void> | undefined;
  private id = '';
  /** Moments that are stored of the run, by step. */
  private stored = new Map<number, Snapshot>();
  private keepsMoments = true;

  /**
   * @param onResult told after every write: undefined when it is kept
   * @param makeRoom forgets other runs; false when there is none to forget
   */
  constructor(
    private readonly storage: RunStorage,
    private readonly onResult: (problem: KeepProblem | undefined) => void,
    private readonly makeRoom: (id: string) => Promise<boolean>,
  ) {}

  /** Keeps a run as it is now. What was still to be written of it before is not any more. */
  keep(run: KeptRun): void {
    this.waiting = run;
    void this.flush();
  }

  /** Says which moments are stored already of a run that goes on. */
  adopt({ id, timeline }: KeptRun): void {
    this.id = id;
    this.stored = new Map(timeline.map((moment) => [moment.result.step, moment]));
    this.keepsMoments = true;
  }

  /** Writes what waits. Fulfilled when nothing does; never rejects. */
  async flush(): Promise<void> {
    while (this.waiting !== undefined || this.writing !== undefined) {
      if (this.writing === undefined) this.startWriting();
      await this.writing;
    }
  }

  private startWriting(): void {
    const run = this.waiting as KeptRun;
    this.waiting = undefined;
    this.writing = this.write(run)
      .then(() => this.onResult(undefined))
      .catch((error: unknown) => this.onResult(isQuota(error) ? 'full' : 'unavailable'))
      .finally(() => {
        this.writing = undefined;
      });
  }

  private async write(run: KeptRun): Promise<void> {
    if (run.id !== this.id) {
      this.id = run.id;
      this.stored = new Map();
      this.keepsMoments = true;
    }
    try {
      return await this.save(run);
    } catch (error) {
      if (!isQuota(error)) throw error;
    }
    // First other runs give way, then this one's pictures: its weights are what cannot be had again.
    if (await this.makeRoom(run.id).catch(() => false)) {
      try {
        return await this.save(run);
      } catch (error) {
        if (!isQuota(error)) throw error;
      }
    }
    this.keepsMoments = false;
    await this.save(run);
  }

  private async save(run: KeptRun): Promise<void> {
    const wanted = new Map(
      (this.keepsMoments ? run.timeline : []).map((moment) => [moment.result.step, moment]),
    );
    const added = [...wanted.values()].filter(
      (moment) => this.stored.get(moment.result.step) !== moment,
    );
    const dropped = [...this.stored.keys()].filter((step) => !wanted.has(step));
    await this.storage.save({ run, added, dropped });
    // Another one may have been adopted meanwhile.
    if (run.id === this.id) this.stored = wanted;
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
