/** A training worker that does what a test says, and the state around it. */
import {
  createRunController,
  type RunController,
  type WorkerHandle,
} from '../../src/state/run-controller.ts';
import { createPageStore, type PageStore } from '../../src/state/store.ts';
import type {
  KeptWeights,
  RunEvent,
  RunListener,
  RunRequest,
  TrainingState,
} from '../../src/worker/contract.ts';
import { snapshotOf } from './snapshots.ts';

type EventBody = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'run'>
    : never
  : never;

/** Prepares at once unless `holds`; trains until `endTraining`. */
export class FakeWorker implements WorkerHandle {
  /** What was asked of it, in order, for example "prepare 1" or "train to 5000". */
  readonly calls: string[] = [];
  readonly requests: RunRequest[] = [];
  /** Step of the weights that it gives; undefined when it has none. May let one wait. */
  keptStep: (run: number, step: number) => number | undefined | Promise<number | undefined> = () =>
    undefined;
  private listener: RunListener = () => undefined;
  private releasePrepare: (() => void)[] = [];
  private finishTraining: (() => void)[] = [];

  constructor(
    readonly crash: (message: string) => void,
    private readonly holds: boolean,
  ) {}

  async prepare(request: RunRequest, listener: RunListener): Promise<void> {
    this.calls.push(`prepare ${request.run}`);
    this.requests.push(request);
    if (this.holds) await new Promise<void>((resolve) => this.releasePrepare.push(resolve));
    this.listener = listener;
    const { run } = request;
    await listener({
      run,
      kind: 'backend',
      backend: request.backend === 'auto' ? 'wasm' : request.backend,
      device: 'made up',
      reason: 'It is a test.',
      asRequested: true,
    });
    await this.report(request.from?.step ?? 0, run);
  }

  async weightsNear(run: number, step: number): Promise<KeptWeights | undefined> {
    this.calls.push(`weights of run ${run} near ${step}`);
    const kept = await this.keptStep(run, step);
    return kept === undefined ? undefined : { step: kept, parameters: new Map() };
  }

  train(steps: number): Promise<void> {
    this.calls.push(`train to ${steps}`);
    return new Promise((resolve) => this.finishTraining.push(resolve));
  }

  async pause(): Promise<void> {
    this.calls.push('pause');
    this.endTraining();
  }

  async stepOnce(): Promise<void> {
    this.calls.push('step');
    await this.report(1);
  }

  async setSpeed(stepsPerSecond: number): Promise<void> {
    this.calls.push(`speed ${stepsPerSecond}`);
  }

  terminate(): void {
    this.calls.push('terminate');
  }

  /** Lets the oldest held preparation go on. */
  release(): void {
    this.releasePrepare.shift()?.();
  }

  endTraining(): void {
    for (const finish of this.finishTraining.splice(0)) finish();
  }

  /** Sends an event, of the newest run unless another is named. */
  async send(event: EventBody, run = this.requests.at(-1)?.run ?? 0): Promise<void> {
    await this.listener({ ...event, run } as RunEvent);
  }

  /** Sends a copy of all that the run goes on from. */
  copy(step: number): Promise<void> {
    return this.send({ kind: 'copy', state: stateAt(step) });
  }

  /** Sends a snapshot. */
  report(step: number, run?: number): Promise<void> {
    return this.send({ kind: 'snapshot', snapshot: snapshotOf(step), stepsPerSecond: 25 }, run);
  }
}

/** A state without weights, which only the worker looks at. */
export function stateAt(step: number): TrainingState {
  const none = new Map<string, Float32Array>();
  return { step, parameters: none, firstMoments: none, secondMoments: none };
}

/** A page's state with fake workers. */
export interface TestPage {
  readonly store: PageStore;
  readonly controller: RunController;
  /** All workers started, in order. */
  readonly workers: FakeWorker[];
  /** The newest worker. */
  readonly worker: FakeWorker;
  /** Steps of the copies that the page was told of. */
  readonly copies: number[];
  /** Statuses the page went through, without repeats. */
  readonly statuses: string[];
}

/**
 * @param options.query query string of the page's address
 * @param options.holds true for workers that prepare only when `release` is called
 * @param options.afterDrawing what to wait for after a snapshot
 */
export function createTestPage(
  options: { query?: string; holds?: boolean; afterDrawing?: () => Promise<void> } = {},
): TestPage {
  const store = createPageStore(options.query ?? '');
  const workers: FakeWorker[] = [];
  const copies: number[] = [];
  let identities = 0;
  const statuses = [store.getState().status as string];
  store.subscribe(({ status }) => {
    if (status !== statuses.at(-1)) statuses.push(status);
  });
  const controller = createRunController(store, {
    createWorker(onCrash) {
      const worker = new FakeWorker(onCrash, options.holds ?? false);
      workers.push(worker);
      return worker;
    },
    afterDrawing: options.afterDrawing ?? (async () => undefined),
    onCopy: ({ step }) => copies.push(step),
    newIdentity: () => `run ${++identities}`,
  });
  return {
    store,
    controller,
    workers,
    copies,
    statuses,
    get worker() {
      return workers.at(-1) as FakeWorker;
    },
  };
}

/** Steps on the page's timeline. */
export function stepsOf({ store }: TestPage): number[] {
  return store.getState().timeline.map(({ result }) => result.step);
}

/** Where the page's run stands. */
export function statusOf({ store }: TestPage): string {
  return store.getState().status;
}

/** A page whose run is training. */
export async function trainingPage(query = ''): Promise<TestPage> {
  const page = createTestPage({ query });
  void page.controller.train();
  await settle();
  return page;
}

/** Lets everything that can go on go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
