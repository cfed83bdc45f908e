/** What the parts of the inspection controller share: the store, the worker, and who asked last. */
import type { InspectionWorker } from '../../worker/inspection-contract.ts';
import { emptyInspection, type InspectionState } from '../inspection.ts';
import type { PageStore } from '../store.ts';

/** A worker that can also be ended. */
export interface InspectionHandle extends InspectionWorker {
  terminate(): void;
}

/** Surroundings, replaced in tests. */
export interface InspectionPlatform {
  createWorker(onCrash: (message: string) => void): InspectionHandle;
  /** Final weights of a recorded run. @throws when they cannot be loaded */
  loadRecordedWeights(name: string): Promise<Blob>;
}

/** Store and worker for one page. */
export class InspectionDesk {
  /** Counts requests for a subject: only the newest may change what is on screen. */
  asked = 0;
  private worker: InspectionHandle | undefined;

  constructor(
    readonly store: PageStore,
    readonly platform: InspectionPlatform,
  ) {}

  /** The state as it is now. */
  get present(): InspectionState {
    return this.store.getState().inspection;
  }

  change(changes: Partial<InspectionState>): void {
    this.store.setState(({ inspection }) => ({ inspection: { ...inspection, ...changes } }));
  }

  /** Puts a sentence about the network on screen above the pictures. */
  say(problem: string): void {
    this.change({ problem, problemOfFile: false });
  }

  /** The worker, started when first needed. */
  handle(): InspectionHandle {
    this.worker ??= this.platform.createWorker((message) => {
      this.end();
      this.store.setState({
        inspection: { ...emptyInspection, phase: 'failed', problem: message },
      });
    });
    return this.worker;
  }

  /** The worker if it runs. */
  get running(): InspectionHandle | undefined {
    return this.worker;
  }

  end(): void {
    this.asked++;
    this.worker?.terminate();
    this.worker = undefined;
  }
}
