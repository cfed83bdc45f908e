/**
 * One run of the page: its network, its training, and what happens when its device is lost. Problems
 * become events in plain words; nothing here rejects.
 */
import { chooseBackend } from '../engine/backend-choice.ts';
import { backendLabels } from '../engine/backends/inspections.ts';
import type { Platform } from '../engine/backends.ts';
import { usefulThreads } from '../engine/cpu/second-thread/useful-threads.ts';
import { backendOf, createEngine, type EngineKind } from '../engine/engines.ts';
import { explainFailure } from '../engine/failure.ts';
import type { EngineStart, TrainingEngine } from '../engine/training-engine.ts';
import { createDataset } from '../model/dataset.ts';
import { initialParameters } from '../model/parameters.ts';
import { stateProblem } from '../model/training-state.ts';
import type { RunEvent, RunListener, RunRequest } from './contract.ts';
import { DeviceProblem, DeviceWatch, guardEngine } from './guarded-engine.ts';
import { type Consequence, LossCounter, letGo, replaceEngine } from './recovery.ts';
import { divergedMessage, recoveredMessage } from './run-messages.ts';
import { StateCopies } from './state-copies.ts';
import { type RunEnd, TrainingRun } from './training-run.ts';
import { words } from './training-words.ts';
import type { WeightsHistory } from './weights-history.ts';

type EventBody = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'run'>
    : never
  : never;

/** Where the run trains, as the page shows it. */
interface Place {
  readonly kind: EngineKind;
  readonly device: string;
  readonly reason: string;
  readonly asRequested: boolean;
}

/** Milliseconds within which a device says what happened to it, on a busy machine too. */
const ownWord = 300;

/** A run from its preparation to its end. */
export class LiveRun {
  /** Undefined until the network is there. */
  training: TrainingRun | undefined;
  private place: Place | undefined;
  private engine: TrainingEngine | undefined;
  private watch = new DeviceWatch();
  private readonly copies: StateCopies;
  private readonly losses = new LossCounter();
  private recovering: Promise<boolean> | undefined;
  /** Counts what was asked for: after a recovery only the newest goes on. */
  private asked = 0;
  private working = 0;
  private failed = false;
  private saidThreads = 1;

  /**
   * @param isPresent false once another run has taken its place
   * @param speed steps a second at most, at present
   * @param onWeights told where the weights of its snapshots are kept
   */
  constructor(
    private readonly request: RunRequest,
    private readonly listener: RunListener,
    private readonly platform: Platform,
    private readonly isPresent: () => boolean,
    private readonly speed: () => number,
    private readonly onWeights: (weights: WeightsHistory) => void,
  ) {
    this.copies = new StateCopies(request.configuration, (state) => {
      // Nobody waits for it; a page that is gone cannot take it.
      void Promise.resolve(this.tell({ kind: 'copy', state })).catch(() => undefined);
    });
  }

  /** Chooses a backend, makes the network and reports it. */
  prepare(): Promise<void> {
    return this.attempt(() => this.make());
  }

  /** Trains until something ends it. */
  train(steps: number): Promise<void> {
    return this.attempt(() => this.training?.train(steps));
  }

  /** One update and its snapshot. */
  stepOnce(): Promise<void> {
    return this.attempt(() => this.training?.stepOnce());
  }

  /** Ends what is under way. */
  async pause(): Promise<void> {
    this.asked += 1;
    await this.training?.pause();
    await this.recovering;
  }

  /** Frees the network. */
  async dispose(): Promise<void> {
    await this.pause();
    await this.training?.dispose().catch(() => undefined);
  }

  /** To be called when the GPU reports something outside of any call. */
  deviceProblem(message: string): void {
    this.watch.report(message);
    // A run that rests is put right at once, too.
    if (this.working === 0 && this.training !== undefined && this.isPresent()) {
      void this.attempt(() => this.training?.report());
    }
  }

  /** Does something with the run, again where its device was lost, and tells how it ended. */
  private async attempt(work: () => Promise<RunEnd | undefined> | undefined): Promise<void> {
    const own = ++this.asked;
    this.working += 1;
    try {
      await this.recovering;
      if (this.failed) return;
      const end = await work();
      if (end?.kind === 'finished') await this.tell({ kind: 'finished' });
      if (end?.kind === 'diverged') {
        const { kind, step } = end;
        await this.tell({ kind, step, message: divergedMessage(end) });
      }
    } catch (error) {
      if (!this.isPresent()) return;
      const isBack = await this.recoverTogether(error);
      // Whoever has paused or stepped meanwhile does not want this any more.
      if (isBack && own === this.asked) return this.attempt(work);
    } finally {
      this.working -= 1;
    }
  }

  private async make(): Promise<RunEnd | undefined> {
    // Made again after a device was lost on the way: the recovery has reported it.
    if (this.training !== undefined) return undefined;
    const { configuration, backend, from } = this.request;
    if (from !== undefined && stateProblem(configuration, from) !== undefined) {
      this.fail(words('damagedCopy'));
      return undefined;
    }
    const start = this.start();
    const { engine: kind, ...chosen } = await chooseBackend(backend, start, this.platform);
    if (!this.isPresent()) return undefined;
    const isBack = this.request.asBefore === true && chosen.asRequested;
    const reason = isBack ? words('asBefore') : chosen.reason;
    this.place = { kind, ...chosen, reason };
    // What trials did to other devices is past.
    if (backendOf(kind) !== 'webgpu') this.watch = new DeviceWatch();
    await this.tellPlace();
    const threads = kind === 'wasm' ? usefulThreads(configuration) : 1;
    const engine = await createEngine(kind, start, threads);
    if (!this.isPresent()) {
      engine.dispose();
      return undefined;
    }
    return this.adopt(engine).report();
  }

  /** Weights and optimiser of the last copy, or of the beginning. */
  private start(): EngineStart {
    const { configuration, from } = this.request;
    const copy = this.copies.newest ?? from;
    return {
      configuration,
      dataset: createDataset(configuration),
      parameters: copy?.parameters ?? initialParameters(configuration),
      ...(copy === undefined ? {} : { optimiser: copy }),
    };
  }

  private adopt(engine: TrainingEngine): TrainingRun {
    this.engine = engine;
    this.saidThreads = 1;
    const guarded = guardEngine(engine, this.watch);
    if (this.training !== undefined) {
      this.training.replaceEngine(guarded);
      return this.training;
    }
    const { configuration } = this.request;
    this.training = new TrainingRun(
      configuration,
      guarded,
      async (snapshot, stepsPerSecond) => {
        await this.sayThreads();
        await this.tell({ kind: 'snapshot', snapshot, stepsPerSecond });
      },
      this.copies,
    );
    this.training.setSpeed(this.speed());
    this.onWeights(this.training.weights);
    return this.training;
  }

  /** Several calls may find the device gone: they wait for the same recovery. */
  private recoverTogether(error: unknown): Promise<boolean> {
    this.recovering ??= this.recover(error).finally(() => {
      this.recovering = undefined;
    });
    return this.recovering;
  }

  /** @returns false when the run has failed or is not wanted any more */
  private async recover(error: unknown): Promise<boolean> {
    const { place } = this;
    const isProcessor = place?.kind === 'wasm' || place?.kind === 'cpu';
    // Without a place nothing can train here at all, and what a processor refuses from the beginning
    // it will refuse again.
    if (place === undefined || (isProcessor && this.copies.newest === undefined)) {
      return this.fail(explainFailure(error));
    }
    const began = performance.now();
    const reached = this.training?.step ?? 0;
    const label = backendLabels[backendOf(place.kind)];
    const what = await this.whatHappened(error, label);
    const consequence = this.losses.count();
    if (consequence === 'give up') return this.fail(words('tooOften', { what }));
    try {
      await this.goOnElsewhere(place, consequence);
      if (!this.isPresent()) return false;
      const { kind } = this.place as Place;
      const step = this.training?.step ?? 0;
      const repeatedSteps = Math.max(0, reached - step);
      const isSame = kind === place.kind;
      const told = { what, isSame, kind, step, repeatedSteps, consequence };
      await this.tellPlace();
      await this.training?.report();
      const milliseconds = performance.now() - began;
      const message = recoveredMessage(told);
      const recovery = { message, step, repeatedSteps, milliseconds };
      await this.tell({ kind: 'recovered', recovery });
      return true;
    } catch (again) {
      return this.isPresent() ? this.recover(again) : false;
    }
  }

  /** A device's own word is better than that of a call it left unanswered, and may come after it. */
  private async whatHappened(error: unknown, label: string): Promise<string> {
    if (error instanceof DeviceProblem) return error.message;
    const said = await this.watch.problemWithin(ownWord);
    return said?.message ?? explainFailure(error, label);
  }

  private async goOnElsewhere(place: Place, consequence: Consequence): Promise<void> {
    const { kind, device } = place;
    await letGo(kind);
    // Only now: late words about the lost device are not about the next one.
    this.watch = new DeviceWatch();
    const made = await replaceEngine(kind, device, consequence, this.start(), this.platform);
    if (!this.isPresent()) return made.engine.dispose();
    // A GPU that was tried again in vain may have said so.
    if (made.kind !== kind) this.watch = new DeviceWatch();
    this.place = { ...place, kind: made.kind, device: made.device };
    this.adopt(made.engine);
  }

  private async tellPlace(): Promise<void> {
    const { kind, device, reason, asRequested } = this.place as Place;
    const threads = this.saidThreads;
    const name = threads > 1 ? words('threads', { count: threads }) : device;
    await this.tell({
      kind: 'backend',
      ...{ backend: backendOf(kind), device: name, reason, asRequested },
    });
  }

  /** A second thread comes a moment later, and may be given up. */
  private async sayThreads(): Promise<void> {
    const present = this.engine?.threads ?? 1;
    if (present === this.saidThreads) return;
    this.saidThreads = present;
    await this.tellPlace();
  }

  private fail(message: string): false {
    void this.tell({ kind: 'failed', message });
    this.failed = true;
    return false;
  }

  /** Passes an event on. After a failure there is nothing more to say. */
  private tell(event: EventBody): void | Promise<void> {
    if (this.failed) return;
    return this.listener({ ...event, run: this.request.run } as RunEvent);
  }
}
