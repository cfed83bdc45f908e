/** A second thread that does one of the two lanes of every step. */
import { startThread, type Thread } from '../../threads/thread.ts';
import type { EngineStart } from '../../training-engine.ts';
import type { SharedKernelMemory } from '../vector-kernels.ts';
import { createHandshake, type Handshake } from './handshake.ts';
import type { LaneStart } from './lane-worker.ts';
import type { LaneHelper } from './lanes.ts';

/** The second thread. Until it is ready, and once it is lost, the first does all by itself. */
export class SecondThread implements LaneHelper {
  private readonly thread: Thread;
  private readonly handshake: Handshake = createHandshake();
  isLost = false;

  /** @param memory already holding the network of `start` */
  constructor(start: EngineStart, { module, memory }: SharedKernelMemory) {
    this.thread = startThread(
      () => new Worker(new URL('./lane-worker.ts', import.meta.url), { type: 'module' }),
      new URL('./lane-worker.ts', import.meta.url),
      () => {
        this.isLost = true;
      },
    );
    // The weights are in the memory already.
    const own = { configuration: start.configuration, dataset: start.dataset };
    const message: LaneStart = {
      start: { ...own, parameters: new Map() },
      module,
      memory,
      handshake: this.handshake.buffer,
    };
    this.thread.endpoint.postMessage(message);
  }

  /** True when it can be asked. */
  get isReady(): boolean {
    return !this.isLost && this.handshake.isReady;
  }

  /** Has it begin its lane. */
  begin(differentiates: boolean): void {
    this.handshake.ask(differentiates);
  }

  /** Waits for its lane, at most so many milliseconds. @returns false when it is to be given up */
  finished(milliseconds: number): boolean {
    return this.handshake.waitForAnswer(milliseconds);
  }

  /** Ends it. */
  end(): void {
    this.handshake.end();
    this.thread.terminate();
  }
}
