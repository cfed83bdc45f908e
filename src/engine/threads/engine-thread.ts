/** Networks that train on a thread of their own, behind the interface of any engine. */
import * as Comlink from 'comlink';
import { spokenLanguage } from '../../messages/words.ts';
import type { EngineKind } from '../engines.ts';
import type { EngineStart, TrainingEngine } from '../training-engine.ts';
import type { EngineHost } from './engine-worker.ts';
import { startThread, type Thread } from './thread.ts';
import { WaitingAnswers } from './waiting-answers.ts';
import { words } from './words.ts';

/** Kinds of engines that need nothing but a processor. */
export type ProcessorKind = Extract<EngineKind, 'wasm' | 'cpu'>;

/** A thread and the networks on it, which train one after the other. */
export class EngineThread {
  private readonly thread: Thread;
  private readonly host: Comlink.Remote<EngineHost>;
  private readonly answers = new WaitingAnswers();

  constructor() {
    this.thread = startThread(
      () =>
        new Worker(new URL('./engine-worker.ts', import.meta.url), {
          type: 'module',
          name: spokenLanguage(),
        }),
      new URL('./engine-worker.ts', import.meta.url),
      (reason) => this.answers.fail(new Error(words('stopped', { reason }))),
    );
    this.host = Comlink.wrap<EngineHost>(this.thread.endpoint as Comlink.Endpoint);
  }

  /**
   * A network on this thread.
   *
   * @throws Error with one plain sentence when it does not fit, or the thread has died
   */
  async create(kind: ProcessorKind, start: EngineStart): Promise<TrainingEngine> {
    const { engine, memory } = await this.answer(this.host.create(kind, start));
    const { host } = this;
    let step = start.optimiser?.step ?? 0;
    let disposed = false;
    return {
      backend: kind,
      get step() {
        return step;
      },
      advance: async (count) => {
        if (!(count >= 0)) throw new RangeError('A run advances by a whole number of steps.');
        const metrics = await this.answer(host.advance(engine, count));
        step += count;
        return metrics;
      },
      evaluate: () => this.answer(host.evaluate(engine)),
      logits: () => this.answer(host.logits(engine)),
      gradients: () => this.answer(host.gradients(engine)),
      parameters: () => this.answer(host.parameters(engine)),
      state: () => this.answer(host.state(engine)),
      memory: () => (disposed ? { tensors: 0, bytes: 0 } : memory),
      dispose: () => {
        disposed = true;
        this.answer(host.dispose(engine)).catch(() => undefined);
      },
    };
  }

  /** Ends the thread and all its networks at once. */
  terminate(): void {
    this.answers.fail(new Error(words('letGo')));
    this.thread.terminate();
  }

  /** What the thread answers, unless it dies before. */
  private async answer<Result>(result: Promise<Result>): Promise<Result> {
    this.thread.keepAlive(true);
    try {
      return await this.answers.until(result);
    } finally {
      if (this.answers.count === 0) this.thread.keepAlive(false);
    }
  }
}
