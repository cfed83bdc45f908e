/** Does the lanes of a pass: one after the other, or the second on another thread meanwhile. */
import { Trainer } from '../trainer.ts';
import { createVectorKernels } from '../vector-kernels.ts';

/** Somebody who does the second lane. */
export interface LaneHelper {
  /** True when it can be asked. */
  readonly isReady: boolean;
  /** Has it begin. */
  begin(differentiates: boolean): void;
  /** Waits for its lane, though not for ever. @returns false when it is to be given up */
  finished(): boolean;
  end(): void;
}

/** Milliseconds between two looks at a helper that is starting. */
const glance = 5;

/** All pairs of a network, forward and back. */
export class Lanes {
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
    while (this.threads === 1 && this.helper !== undefined && performance.now() < end) {
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
    present.runLane(0, differentiates);
    if (helper.finished()) return;
    await this.goOnAlone();
    await this.run(differentiates);
  }

  end(): void {
    this.helper?.end();
    this.helper = undefined;
  }

  /** Takes a copy of the memory: a thread that is given up may still write into the old one. */
  private async goOnAlone(): Promise<void> {
    this.end();
    const { plan, memory } = this.present;
    const copy = await createVectorKernels(plan.bytes);
    new Uint8Array(copy.numbers.buffer).set(new Uint8Array(memory.numbers.buffer));
    this.present = new Trainer(plan, copy);
  }
}
