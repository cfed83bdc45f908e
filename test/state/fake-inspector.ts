/** An inspection worker that does what a test says, and the page around it. */
import type { AnalysisResult } from '../../src/analysis/network-analysis.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import type { InspectionState } from '../../src/state/inspection.ts';
import {
  createInspectionController,
  type InspectionController,
  type InspectionHandle,
} from '../../src/state/inspection-controller.ts';
import type {
  FilesToOpen,
  Inspection,
  NeuronReading,
  OpenedSummary,
  PairVotes,
  ProgressListener,
  RemainingNetwork,
  Reply,
  RunNetwork,
} from '../../src/worker/inspection-contract.ts';
import { createTestPage, type TestPage } from './fake-worker.ts';

/** What was asked and waits for its reply. */
interface Waiting {
  readonly name: string;
  readonly settle: (reply: unknown) => void;
  readonly usual: unknown;
}

/** Answers at once, except to what it holds. */
export class FakeInspector implements InspectionHandle {
  /** What was asked of it, in order, for example "open small.pt" or "pair 3,4". */
  readonly calls: string[] = [];
  /** Names of requests that wait for `release`. */
  readonly held = new Set<string>();
  /** Told of progress by the newest analysis. */
  progress: ProgressListener = () => undefined;
  /** What `open` says of the next file. */
  opened: Reply<OpenedSummary> = { ok: true, value: summaryOf() };
  readonly taken: RunNetwork[] = [];
  readonly files: FilesToOpen[] = [];
  /** What the files that were saved say of where the network is shown. */
  readonly addresses: (string | undefined)[] = [];
  private readonly waiting: Waiting[] = [];

  constructor(readonly crash: (message: string) => void) {}

  open(files: FilesToOpen): Promise<Reply<OpenedSummary>> {
    this.files.push(files);
    return this.ask('open', files.name, this.opened);
  }

  take(network: RunNetwork): Promise<Reply<OpenedSummary>> {
    this.taken.push(network);
    const { configuration, step } = network;
    return this.ask(
      'take',
      `step ${step}`,
      good(summaryOf({ configuration, step, splitKnown: true })),
    );
  }

  analyse(onProgress: ProgressListener): Promise<Reply<Inspection>> {
    this.progress = onProgress;
    return this.ask('analyse', '', good(inspectionOf([5, 3])));
  }

  async cancel(): Promise<void> {
    this.calls.push('cancel');
  }

  remaining(kept: readonly number[]): Promise<Reply<RemainingNetwork>> {
    return this.ask('remaining', kept.join(' '), good(remainingOf(kept)));
  }

  pair(a: number, b: number): Promise<Reply<PairVotes>> {
    return this.ask('pair', `${a},${b}`, good({ a, b, circles: [], full: new Float32Array() }));
  }

  neuron(index: number): Promise<Reply<Float32Array>> {
    return this.ask('neuron', String(index), good(Float32Array.of(index)));
  }

  measures(format: 'json' | 'csv', address?: string): Promise<Reply<string>> {
    this.addresses.push(address);
    return this.ask('measures', format, good(`measures as ${format}`));
  }

  weightsFile(address?: string): Promise<Reply<Uint8Array>> {
    this.addresses.push(address);
    return this.ask('weights', '', good(Uint8Array.of(1, 2, 3)));
  }

  terminate(): void {
    this.calls.push('terminate');
  }

  /** Answers the oldest (or the newest) request of this name that waits. */
  release(name: string, reply?: Reply<unknown>, which: 'oldest' | 'newest' = 'oldest'): void {
    const matches = (entry: Waiting) => entry.name === name;
    const at =
      which === 'oldest' ? this.waiting.findIndex(matches) : this.waiting.findLastIndex(matches);
    const [entry] = at < 0 ? [] : this.waiting.splice(at, 1);
    if (entry === undefined) throw new Error(`Nobody waits for ${name}.`);
    entry.settle(reply ?? entry.usual);
  }

  private ask<Value>(name: string, subject: string, usual: Reply<Value>): Promise<Reply<Value>> {
    this.calls.push(`${name} ${subject}`.trim());
    if (!this.held.has(name)) return Promise.resolve(usual);
    return new Promise((resolve) => {
      this.waiting.push({ name, usual, settle: (reply) => resolve(reply as Reply<Value>) });
    });
  }
}

/** A page with a fake training worker and fake inspection workers. */
export interface InspectionPage extends TestPage {
  readonly inspection: InspectionController;
  readonly inspectors: FakeInspector[];
  /** The newest inspection worker; a first one is made ready before anybody asks. */
  readonly inspector: FakeInspector;
}

/** @param query query string of the page's address */
export function createInspectionPage(query = ''): InspectionPage {
  const page = createTestPage({ query });
  const inspectors: FakeInspector[] = [];
  let prepared: FakeInspector | undefined;
  let crash: (message: string) => void = () => undefined;
  // Tests say what it should do before the controller starts it.
  const prepare = () => {
    prepared ??= new FakeInspector((message) => crash(message));
    return prepared;
  };
  const inspection = createInspectionController(page.store, page.controller, {
    createWorker(onCrash) {
      crash = onCrash;
      const inspector = prepare();
      prepared = undefined;
      inspectors.push(inspector);
      return inspector;
    },
    loadRecordedWeights: async (name) => new Blob([name]),
  });
  return Object.defineProperties(
    { ...page, inspection, inspectors },
    {
      worker: { get: () => page.workers.at(-1) },
      inspector: { get: () => inspectors.at(-1) ?? prepare() },
    },
  ) as InspectionPage;
}

/** The inspection on screen. */
export const inspectionOn = ({ store }: TestPage): InspectionState => store.getState().inspection;

export function good<Value>(value: Value): Reply<Value> {
  return { ok: true, value };
}

export function bad(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

/** What is known of a network that was opened. */
export function summaryOf(changes: Partial<OpenedSummary> = {}): OpenedSummary {
  return {
    configuration: defaultConfiguration,
    layout: 'made up',
    step: null,
    splitKnown: false,
    questions: [],
    notes: [],
    ...changes,
  };
}

/**
 * An analysis that found these circles, and weak ones beside them; the second of three neurons is the
 * strongest.
 */
export function inspectionOf(circles: readonly number[], weak: readonly number[] = []): Inspection {
  const circle = (k: number, powerFraction: number) => ({ k, powerFraction });
  const neuron = (index: number, strength: number) =>
    ({ index, strength }) as unknown as NeuronReading;
  return {
    result: {
      circles: [...circles.map((k) => circle(k, 0.2)), ...weak.map((k) => circle(k, 0.004))],
    } as unknown as AnalysisResult,
    planes: new Float32Array(),
    correctLogits: new Float32Array(),
    circleLogits: [],
    neurons: [neuron(0, 1), neuron(7, 3), neuron(9, 2)],
    milliseconds: 1,
    backend: 'wasm',
  };
}

/** What remains with these circles; their number is the loss, to tell results apart. */
export function remainingOf(kept: readonly number[]): RemainingNetwork {
  return {
    accuracy: 1,
    loss: kept.length,
    gradientSymmetricity: 1,
    distanceIrrelevance: 0,
    verdict: undefined,
    clockFit: 0,
    pizzaFit: 0,
    correctLogits: new Float32Array(),
  };
}

/** A file of this name to open. */
export function fileOf(name: string): FilesToOpen {
  return { checkpoint: new Blob([name]), name };
}
