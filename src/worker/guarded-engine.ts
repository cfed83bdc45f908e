/** An engine whose calls end when its device does, even those that would never be answered. */
import type { TrainingEngine } from '../engine/training-engine.ts';
import { words } from './training-words.ts';

/** A device that is gone, or computes no more. The message is one plain sentence. */
export class DeviceProblem extends Error {}

/** Milliseconds after which a GPU that does not answer is given up: drivers end what takes two seconds. */
const longestAnswer = 20_000;

/** Tells the calls of one engine that its device is gone. */
export class DeviceWatch {
  private found: DeviceProblem | undefined;
  private readonly waiting = new Set<(problem: DeviceProblem) => void>();

  /** What happened; undefined while all is well. */
  get problem(): DeviceProblem | undefined {
    return this.found;
  }

  /** Ends what is under way and all that comes later. Only the first problem counts. */
  report(message: string): void {
    this.found ??= new DeviceProblem(message);
    for (const reject of this.waiting) reject(this.found);
    this.waiting.clear();
  }

  /**
   * What happened, as soon as that is known; undefined where the time passes without a word.
   *
   * @param milliseconds how long it is waited for at most
   */
  problemWithin(milliseconds: number): Promise<DeviceProblem | undefined> {
    const pause = () =>
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds));
    return this.until(pause, Number.POSITIVE_INFINITY).catch(() => this.found);
  }

  /**
   * What a call answers, unless the device is gone before.
   *
   * @param milliseconds how long it is waited for at most; Infinity for ever
   */
  async until<Result>(call: () => Promise<Result>, milliseconds: number): Promise<Result> {
    if (this.found !== undefined) throw this.found;
    let giveUp: (problem: DeviceProblem) => void = () => undefined;
    const gone = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    this.waiting.add(giveUp);
    const timer = Number.isFinite(milliseconds)
      ? setTimeout(() => this.report(words('noAnswer')), milliseconds)
      : undefined;
    try {
      return await Promise.race([call(), gone]);
    } finally {
      clearTimeout(timer);
      this.waiting.delete(giveUp);
    }
  }
}

/** The same engine, watched. */
export function guardEngine(engine: TrainingEngine, watch: DeviceWatch): TrainingEngine {
  const isGpu = engine.backend === 'webgpu' || engine.backend === 'webgl';
  const patience = isGpu ? longestAnswer : Number.POSITIVE_INFINITY;
  const watched = <Result>(call: () => Promise<Result>) => watch.until(call, patience);
  return {
    backend: engine.backend,
    get step() {
      return engine.step;
    },
    get threads() {
      return engine.threads ?? 1;
    },
    advance: (count) => watched(() => engine.advance(count)),
    evaluate: () => watched(() => engine.evaluate()),
    logits: () => watched(() => engine.logits()),
    gradients: () => watched(() => engine.gradients()),
    parameters: () => watched(() => engine.parameters()),
    state: () => watched(() => engine.state()),
    memory: () => engine.memory(),
    dispose: () => engine.dispose(),
  };
}
