/**
 * The run loop: advances an engine in short batches, takes snapshots no faster than they are wanted,
 * and stops at once when asked. Knows neither worker nor page.
 */
import { sampleTriples, type Triple } from '../analysis/gradient-symmetricity.ts';
import type { TrainingEngine } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { Snapshot } from './contract.ts';
import { createPacer, type Pacer } from './pacing.ts';
import { hasLoss, type NotANumber, takeSnapshot } from './snapshot.ts';
import type { StateCopies } from './state-copies.ts';
import { WeightsHistory } from './weights-history.ts';

/** Why a loop ended. */
export type RunEnd =
  | { readonly kind: 'paused' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'diverged'; readonly step: number; readonly what: NotANumber };

/** Told of every snapshot; no further one is taken before it has answered. */
export type SnapshotListener = (snapshot: Snapshot, stepsPerSecond: number) => void | Promise<void>;

/** A loop that runs or waits for its turn. */
interface Loop {
  stopping: boolean;
  end: Promise<RunEnd>;
}

/** A page silent for this long, milliseconds, no longer keeps a loop from ending. */
const longestSilence = 2000;

/** One network in training. */
export class TrainingRun {
  private readonly triples: readonly Triple[];
  private readonly pacer: Pacer;
  /** Weights of the snapshots, for looking into any of them. */
  readonly weights = new WeightsHistory();
  private steps: number;
  private loop: Loop | undefined;
  /** The engine does one thing at a time: everything that uses it waits for this. */
  private work: Promise<unknown> = Promise.resolve();
  private listening: Promise<void> = Promise.resolve();
  private listenerBusy = false;

  /** @param copies takes them of a run that is to survive its device */
  constructor(
    private readonly configuration: RunConfiguration,
    private engine: TrainingEngine,
    private readonly onSnapshot: SnapshotListener,
    private readonly copies?: StateCopies,
  ) {
    this.triples = sampleTriples(configuration.p, configuration.seed);
    this.pacer = createPacer();
    this.steps = configuration.steps;
  }

  /** Upper limit of steps a second; Infinity for none. */
  setSpeed(stepsPerSecond: number): void {
    this.pacer.setLimit(stepsPerSecond);
  }

  /** Number of updates made. */
  get step(): number {
    return this.engine.step;
  }

  /** Goes on with another engine, in the place of one that was lost, and frees that. */
  replaceEngine(engine: TrainingEngine): void {
    const lost = this.engine;
    this.engine = engine;
    try {
      lost.dispose();
    } catch {
      // What is gone cannot be freed.
    }
  }

  /** Measures the network as it is and reports it. */
  async report(): Promise<RunEnd | undefined> {
    return this.afterOtherWork(() => this.reportNow());
  }

  /**
   * Trains until something ends it. A second call while it trains joins the first.
   *
   * @param steps where the run ends, when that has changed
   */
  train(steps = this.steps): Promise<RunEnd> {
    this.steps = steps;
    if (this.loop !== undefined && !this.loop.stopping) return this.loop.end;
    const loop: Loop = { stopping: false, end: Promise.resolve({ kind: 'paused' }) };
    this.loop = loop;
    loop.end = this.afterOtherWork(() => this.runLoop(loop)).finally(() => {
      if (this.loop === loop) this.loop = undefined;
    });
    return loop.end;
  }

  /** Ends the loop after the batch that is under way. */
  async pause(): Promise<void> {
    if (this.loop !== undefined) this.loop.stopping = true;
    await this.work;
  }

  /** Ends the loop, then makes one update and its snapshot; nothing at the end of the run. */
  stepOnce(): Promise<RunEnd> {
    if (this.loop !== undefined) this.loop.stopping = true;
    return this.afterOtherWork(async () => {
      if (this.isFinished()) return { kind: 'finished' };
      const broken = (await this.advance(1)) ?? (await this.reportNow()) ?? (await this.copy(true));
      return broken ?? this.presentEnd();
    });
  }

  /** Ends the loop and frees the network. */
  async dispose(): Promise<void> {
    await this.pause();
    this.engine.dispose();
  }

  private isFinished(): boolean {
    return this.engine.step >= this.steps;
  }

  private presentEnd(): RunEnd {
    return { kind: this.isFinished() ? 'finished' : 'paused' };
  }

  private afterOtherWork<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.work.then(work);
    this.work = result.catch(() => undefined);
    return result;
  }

  private async runLoop(loop: Loop): Promise<RunEnd> {
    this.pacer.restart();
    let reportedStep = -1;
    while (!this.isFinished() && !loop.stopping) {
      const diverged = await this.advance(this.pacer.nextBatch(this.steps - this.engine.step));
      if (diverged !== undefined) return diverged;
      const unsound = this.copies?.isDue ? await this.copy(false) : undefined;
      if (unsound !== undefined) return unsound;
      if (this.pacer.snapshotDue() && !this.listenerBusy) {
        const broken = await this.reportNow();
        if (broken !== undefined) return broken;
        reportedStep = this.engine.step;
      }
      await this.pacer.yieldToMessages(() => loop.stopping);
    }
    const broken =
      (reportedStep === this.engine.step ? undefined : await this.reportNow()) ??
      (await this.copy(true));
    await this.listenerAnswered();
    return broken ?? this.presentEnd();
  }

  private async reportNow(): Promise<RunEnd | undefined> {
    await this.listenerAnswered();
    const began = performance.now();
    const taken = await takeSnapshot(this.configuration, this.engine, this.triples);
    if (typeof taken === 'string') return this.diverged(taken);
    const { snapshot, parameters } = taken;
    this.weights.add(snapshot.result.step, parameters);
    this.pacer.snapshotTaken(performance.now() - began);
    this.listenerBusy = true;
    const answer = this.onSnapshot(snapshot, this.pacer.stepsPerSecond());
    this.listening = Promise.resolve(answer).finally(() => {
      this.listenerBusy = false;
    });
    // Its failure is met where it is waited for.
    this.listening.catch(() => undefined);
    return undefined;
  }

  private diverged(what: NotANumber, step = this.engine.step): RunEnd {
    return { kind: 'diverged', step, what };
  }

  /** @param rests true when the run stops here */
  private async copy(rests: boolean): Promise<RunEnd | undefined> {
    const problem = await this.copies?.take(this.engine, rests);
    return problem === undefined ? undefined : this.diverged('weights');
  }

  private async listenerAnswered(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longestSilence);
    });
    await Promise.race([this.listening, silence]).finally(() => clearTimeout(timer));
  }

  private async advance(count: number): Promise<RunEnd | undefined> {
    const began = performance.now();
    const metrics = await this.engine.advance(count);
    this.pacer.stepsTaken(count, performance.now() - began);
    const broken = metrics.find((entry) => !hasLoss(entry));
    return broken === undefined ? undefined : this.diverged('loss', broken.step);
  }
}
