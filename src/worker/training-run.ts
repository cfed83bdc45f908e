/**
 * The run loop: advances an engine in short batches, takes snapshots no faster than they are wanted,
 * and stops at once when asked. Knows neither worker nor page.
 */
import { sampleTriples, type Triple } from '../analysis/gradient-symmetricity.ts';
import { reportNetwork } from '../analysis/result.ts';
import type { StepMetrics, TrainingEngine } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { Snapshot } from './contract.ts';
import { createPacer, type Pacer } from './pacing.ts';

/** Why a loop ended. */
export type RunEnd =
  | { readonly kind: 'paused' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'diverged'; readonly step: number };

/** Told of every snapshot; no further one is taken before it has answered. */
export type SnapshotListener = (snapshot: Snapshot, stepsPerSecond: number) => void | Promise<void>;

/** One network in training. */
export class TrainingRun {
  private readonly triples: readonly Triple[];
  private readonly pacer: Pacer;
  private stopping = false;
  private loop: Promise<RunEnd> | undefined;
  private listening: Promise<void> = Promise.resolve();
  private listenerBusy = false;

  constructor(
    private readonly configuration: RunConfiguration,
    private readonly engine: TrainingEngine,
    private readonly onSnapshot: SnapshotListener,
  ) {
    this.triples = sampleTriples(configuration.p, configuration.seed);
    this.pacer = createPacer();
  }

  /** Upper limit of steps a second; Infinity for none. */
  setSpeed(stepsPerSecond: number): void {
    this.pacer.setLimit(stepsPerSecond);
  }

  /** Measures the network as it is and reports it. */
  async report(): Promise<void> {
    await this.listening;
    const began = performance.now();
    const snapshot = await this.takeSnapshot();
    this.pacer.snapshotTaken(performance.now() - began);
    this.listenerBusy = true;
    const answer = this.onSnapshot(snapshot, this.pacer.stepsPerSecond());
    this.listening = Promise.resolve(answer).finally(() => {
      this.listenerBusy = false;
    });
  }

  /** Trains until something ends it. A second call while it trains joins the first. */
  train(): Promise<RunEnd> {
    this.stopping = false;
    this.loop ??= this.runLoop().finally(() => {
      this.loop = undefined;
    });
    return this.loop;
  }

  /** Ends the loop after the batch that is under way. */
  async pause(): Promise<void> {
    this.stopping = true;
    await this.loop?.catch(() => undefined);
  }

  /** One update and its snapshot. */
  async stepOnce(): Promise<RunEnd> {
    await this.pause();
    const diverged = await this.advance(1);
    if (diverged !== undefined) return diverged;
    await this.report();
    return this.isFinished() ? { kind: 'finished' } : { kind: 'paused' };
  }

  /** Ends the loop and frees the network. */
  async dispose(): Promise<void> {
    await this.pause();
    this.engine.dispose();
  }

  private isFinished(): boolean {
    return this.engine.step >= this.configuration.steps;
  }

  private async runLoop(): Promise<RunEnd> {
    this.pacer.restart();
    let reportedStep = -1;
    while (!this.isFinished() && !this.stopping) {
      const batch = this.pacer.nextBatch(this.configuration.steps - this.engine.step);
      const diverged = await this.advance(batch);
      if (diverged !== undefined) return diverged;
      if (this.pacer.snapshotDue() && !this.listenerBusy) {
        await this.report();
        reportedStep = this.engine.step;
      }
      await this.pacer.yieldToMessages(() => this.stopping);
    }
    if (reportedStep !== this.engine.step) await this.report();
    await this.listening;
    return this.isFinished() ? { kind: 'finished' } : { kind: 'paused' };
  }

  private async advance(count: number): Promise<RunEnd | undefined> {
    const began = performance.now();
    const metrics = await this.engine.advance(count);
    this.pacer.stepsTaken(count, performance.now() - began);
    const broken = metrics.find(isBroken);
    return broken === undefined ? undefined : { kind: 'diverged', step: broken.step };
  }

  private async takeSnapshot(): Promise<Snapshot> {
    const { metrics, correctLogits, largestWrongLogits } = await this.engine.evaluate();
    const parameters = await this.engine.parameters();
    const { configuration } = this;
    const network = { configuration, parameters, correctLogits, largestWrongLogits };
    const { result, planes } = reportNetwork(network, metrics, this.triples);
    return { result, planes, correctLogits: Float32Array.from(correctLogits) };
  }
}

function isBroken({ trainLoss, testLoss }: StepMetrics): boolean {
  return !Number.isFinite(trainLoss) || !Number.isFinite(testLoss);
}
