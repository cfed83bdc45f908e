/** Does the lanes of a pass: one after the other, or the second on another thread meanwhile. */
import { Trainer } from '../trainer.ts';
import { createVectorKernels } from '../vector-kernels.ts';

/** Somebody who does the second lane. */
export interface LaneHelper {
  /** True when it can be asked. */
  readonly isReady: boolean;
  /** Has it begin. */
  begin(differentiates: boolean): void;
  /** True when it will never be ready any more. */
  readonly isLost: boolean;
  /**
   * Waits for its lane.
   *
   * @param milliseconds how long at most
   * @returns false when it is to be given up
   */
  finished(milliseconds: number): boolean;
  end(): void;
}

/** Milliseconds a helper may be late, at least; as long as its lane usually takes, twice over. */
const longestWait = 2000;
/** A helper is judged over about so many steps. */
const judgedSteps = 20;
/** Milliseconds between two looks at a helper that is starting. */
const glance = 5;

/** All pairs of a network, forward and back. */
export class Lanes {
  /** Milliseconds: what a lane takes here, and how long the helper was waited for after it. */
  private pace = { own: 0, wait: 0, steps: 0 };

  constructor(
    private present: Trainer,
    private helper: LaneHelper | undefined,
  ) {}

  /** The network. Another one when a helper was given up. */
  get trainer(): Trainer {
    return this.present;
  }

  /** Number of threads that compute at present. */
  get threads(): 1 | 2 {
    return this.helper?.isReady ? 2 : 1;
  }

  /** Waits until the helper is there. @returns whether it came within the time */
  async awaitHelper(milliseconds: number): Promise<boolean> {
    const end = performance.now() + milliseconds;
    const isComing = () => this.helper !== undefined && !this.helper.isLost;
    while (this.threads === 1 && isComing() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, glance));
    }
    return this.threads === 2;
  }

  /** Tables of the present parameters, then all pairs of both lanes. */
  async run(differentiates: boolean): Promise<void> {
    const { present, helper } = this;
    present.prepare();
    if (!helper?.isReady) {
      present.runLane(0, differentiates);
      present.runLane(1, differentiates);
      return;
    }
    helper.begin(differentiates);
    const began = performance.now();
    present.runLane(0, differentiates);
    const own = performance.now() - began;
    if (helper.finished(Math.max(longestWait, 2 * own))) {
      this.judge(own, performance.now() - began - own);
      return;
    }
    await this.goOnAlone();
    await this.run(differentiates);
  }

  /** A helper that keeps its own processor waiting for longer than the work would take is no help. */
  private judge(own: number, wait: number): void {
    const { pace } = this;
    pace.own += (own - pace.own) / judgedSteps;
    pace.wait += (wait - pace.wait) / judgedSteps;
    pace.steps += 1;
    // It has done its lane: nothing is lost when it goes.
    if (pace.steps >= judgedSteps && pace.wait > 1.5 * pace.own) this.end();
  }

  end(): void {
    this.helper?.end();
    this.helper = undefined;
  }

  /** Takes a copy of the memory: a thread that is given up may still write into the old one. */
  private async goOnAlone(): Promise<void> {
    this.end();
    const { plan, memory } = this.present;
    // Before anything is waited for: the late thread has no more time than it had.
    const bytes = new Uint8Array(memory.numbers.buffer).slice();
    const copy = await createVectorKernels(plan.bytes);
    new Uint8Array(copy.numbers.buffer).set(bytes);
    this.present = new Trainer(plan, copy);
  }
}
