/** What the visitor can do with a run. Talks to the worker and keeps the store true. */
import type { RunConfiguration } from '../model/configuration.ts';
import { configurationFields } from '../model/fields.ts';
import { checkCombination } from '../model/validation.ts';
import type { KeptWeights, RunEvent, TrainingWorker } from '../worker/contract.ts';
import type { RecordedRun } from './recordings.ts';
import { broughtBack, recordedOnScreen } from './run-without-network.ts';
import { newestStep } from './selectors.ts';
import { type PageState, type PageStore, runToKeep, settingsDiffer } from './store.ts';
import { extendTimeline } from './timeline.ts';

/** A worker that can also be ended. */
export interface WorkerHandle extends TrainingWorker {
  terminate(): void;
}

/** Actions on the run. Each returns at once for the eye; the promise is for tests. */
export interface RunController {
  /**
   * Starts, or goes on with, training; with changed settings, a new run.
   *
   * @param until step at which it pauses, if that is before the run's end
   */
  train(until?: number): Promise<void>;
  pause(): Promise<void>;
  /** Gives up a run that is still starting. The run before it can be brought back. */
  cancel(): void;
  stepOnce(): Promise<void>;
  /**
   * The run on screen back at step 0 with the same initial weights, whatever the controls hold.
   *
   * @param changes settings to change on the way
   */
  reset(changes?: Partial<RunConfiguration>): Promise<void>;
  /** The run on screen with another seed; goes on training if it was. */
  newSeed(seed?: number): Promise<void>;
  /** Shows the pictures of the run before this one; this one can be brought back in turn. */
  bringBack(): void;
  /** Shows a recorded run in place of the one on screen, which can be brought back. */
  showRecorded(name: string, run: RecordedRun): void;
  /** Shows the run of a file likewise. */
  showOpened(file: string, run: RecordedRun): void;
  setSpeed(stepsPerSecond: number): void;
  /** Weights of the kept snapshot nearest to a step of a run; undefined when they are gone. */
  weightsNear(run: number, step: number): Promise<KeptWeights | undefined>;
  /** Shows an earlier step, or (null) follows the newest, while training goes on. */
  view(step: number | null): void;
  change(changes: Partial<RunConfiguration>): void;
  /** Puts the settings of the run on screen back into the controls. */
  keepSettings(): void;
  dismissNotice(index: number): void;
  dispose(): void;
}

/** Surroundings, replaced in tests. */
export interface ControllerPlatform {
  /** Starts a worker. @param onCrash told when it dies by itself */
  createWorker(onCrash: (message: string) => void): WorkerHandle;
  /** Fulfilled when the page has drawn, or soon after when it is hidden. */
  afterDrawing(): Promise<void>;
}

const noWorkers =
  'This browser does not let the page start the worker that trains: allow workers, or try another browser.';

/** Connects a store with a worker that is started when first needed. */
export function createRunController(store: PageStore, platform: ControllerPlatform): RunController {
  let worker: WorkerHandle | undefined;
  let run = 0;
  let openedFiles = 0;
  /** Whether training goes on as soon as the network that is being made is there. */
  let trainWhenReady = false;
  /** Step at which training is to pause; undefined for the run's end. */
  let goal: number | undefined;
  /** Whether what the worker was last told is such a step. */
  let pausesEarly = false;

  function workerHandle(): WorkerHandle {
    worker ??= platform.createWorker((message) => {
      endWorker();
      store.setState({ status: 'failed', problem: { kind: 'failed', message } });
    });
    return worker;
  }

  /** The worker; without one the run has failed, and the page says why. */
  function startedWorker(): WorkerHandle | undefined {
    try {
      return workerHandle();
    } catch {
      store.setState({ status: 'failed', problem: { kind: 'failed', message: noWorkers } });
      return undefined;
    }
  }

  function endWorker(): void {
    worker?.terminate();
    worker = undefined;
  }

  async function listen(event: RunEvent): Promise<void> {
    if (event.run !== run) return;
    if (event.kind === 'backend') {
      const { backend: name, device, reason, asRequested } = event;
      store.setState({ backend: { name, device, reason, asRequested } });
    } else if (event.kind === 'snapshot') {
      const { timeline } = store.getState();
      store.setState({
        timeline: extendTimeline(timeline, event.snapshot),
        stepsPerSecond: event.stepsPerSecond,
      });
      await platform.afterDrawing();
    } else if (event.kind === 'finished') {
      store.setState({ status: pausesEarly ? 'paused' : 'done' });
    } else {
      const { kind, message } = event;
      // After a failure nothing in the worker can be relied on; the next run gets a new one.
      if (kind === 'failed') endWorker();
      store.setState({ status: 'failed', problem: { kind, message } });
    }
  }

  /** Makes the network of these settings; its first snapshot is step 0. */
  async function prepare(configuration: RunConfiguration): Promise<boolean> {
    run += 1;
    const own = run;
    const { page, speed } = store.getState();
    store.setState({
      status: 'loading',
      earlier: runToKeep(store.getState()),
      picturesOnly: false,
      page: { ...page, run: '', step: null },
      openedFrom: '',
      training: undefined,
      replaying: false,
      runConfiguration: configuration,
      shownRun: own,
      problem: undefined,
      backend: undefined,
      preparedFor: page.backend,
      timeline: [],
      viewedStep: null,
      stepsPerSecond: 0,
    });
    // Whoever heard of it may have cancelled it at once.
    if (own !== run || store.getState().status !== 'loading') return false;
    const handle = startedWorker();
    if (handle === undefined) return false;
    await handle.setSpeed(speed);
    const keepWeightsOf = store.getState().earlier?.shownRun;
    const request = { run: own, configuration, backend: page.backend, keepWeightsOf };
    await handle.prepare(request, listen);
    return own === run && store.getState().status === 'loading';
  }

  /** Makes a network, then trains it or waits, whichever was last asked for. */
  async function prepareAndGoOn(configuration: RunConfiguration): Promise<void> {
    if (!(await prepare(configuration))) return;
    if (trainWhenReady) await continueTraining();
    else store.setState({ status: 'paused' });
  }

  /** Trains to the step in the controls: it may have been moved since the run was made. */
  async function continueTraining(): Promise<void> {
    store.setState({ status: 'training', viewedStep: null });
    const { configuration, timeline } = store.getState();
    const reached = timeline.at(-1)?.result.step ?? 0;
    const isAhead = goal !== undefined && goal > reached && goal < configuration.steps;
    await trainTo(configuration.steps, isAhead ? goal : undefined);
  }

  async function trainTo(steps: number, pauseAt = steps): Promise<void> {
    store.setState(({ runConfiguration }) => ({
      runConfiguration: runConfiguration && { ...runConfiguration, steps },
    }));
    pausesEarly = pauseAt < steps;
    await workerHandle().train(pauseAt);
  }

  /** Whatever the worker still says of the present run is not for the screen any more. */
  function leaveRun(): void {
    run += 1;
    trainWhenReady = false;
    void worker?.pause();
  }

  /** Changes settings of the run on screen, in the controls too; returns the run's. */
  function changeRun(changes: Partial<RunConfiguration>): RunConfiguration {
    const { configuration, runConfiguration } = store.getState();
    store.setState({ configuration: { ...configuration, ...changes } });
    return { ...(runConfiguration ?? configuration), ...changes };
  }

  return {
    async train(until) {
      trainWhenReady = true;
      goal = until;
      // The address named a step to train to; whoever trains has seen that.
      store.setState(({ page }) => (page.step === null ? {} : { page: { ...page, step: null } }));
      const state = store.getState();
      if (state.status === 'loading') return;
      await (needsNetwork(state) ? prepareAndGoOn(state.configuration) : continueTraining());
    },
    async pause() {
      trainWhenReady = false;
      if (store.getState().status !== 'training') return;
      store.setState({ status: 'paused' });
      await workerHandle().pause();
    },
    cancel() {
      if (store.getState().status !== 'loading') return;
      run += 1;
      trainWhenReady = false;
      // Whatever it is waiting for, a new worker does not wait for it.
      endWorker();
      store.setState({ status: 'idle', runConfiguration: undefined });
    },
    async stepOnce() {
      const state = store.getState();
      const fresh = needsNetwork(state);
      if (state.status === 'loading' || (state.status === 'done' && !fresh)) return;
      trainWhenReady = false;
      if (fresh && !(await prepare(state.configuration))) return;
      // Training may have been asked for while the network was made.
      if (trainWhenReady) return continueTraining();
      store.setState({ status: 'paused', viewedStep: null });
      await workerHandle().stepOnce();
    },
    async reset(changes = {}) {
      trainWhenReady = false;
      goal = undefined;
      await prepareAndGoOn(changeRun(changes));
    },
    async newSeed(seed = Math.floor(Math.random() * 1e6)) {
      const { status } = store.getState();
      trainWhenReady &&= status === 'training' || status === 'loading';
      await prepareAndGoOn(changeRun({ seed }));
    },
    bringBack() {
      const changes = broughtBack(store.getState());
      if (changes === undefined) return;
      leaveRun();
      store.setState(changes);
    },
    showRecorded(name, recorded) {
      leaveRun();
      store.setState((state) => recordedOnScreen(state, { recorded: name }, recorded));
    },
    showOpened(file, opened) {
      leaveRun();
      const source = { file, index: openedFiles++ };
      store.setState((state) => recordedOnScreen(state, source, opened));
    },
    setSpeed(speed) {
      store.setState({ speed });
      void worker?.setSpeed(speed);
    },
    async weightsNear(wanted, step) {
      return worker?.weightsNear(wanted, step);
    },
    view(viewedStep) {
      store.setState({ viewedStep });
    },
    change(changes) {
      store.setState((state) => {
        const wanted = { ...state.configuration, ...changes };
        const { configuration, problems } = checkCombination(wanted);
        const changed = Object.keys(changes) as (keyof RunConfiguration)[];
        const settled = changed.map((key) => configurationFields[key].name);
        const kept = state.notices.filter(({ name }) => !settled.includes(name));
        // The step an address named is one of the run with its settings.
        const page = { ...state.page, step: null };
        return { configuration, notices: [...kept, ...problems], page };
      });
      // The end of the run can be moved while it trains.
      const { status, configuration } = store.getState();
      if (status === 'training' && changes.steps !== undefined) void trainTo(configuration.steps);
    },
    keepSettings() {
      store.setState(({ configuration, runConfiguration }) => ({
        configuration: runConfiguration ?? configuration,
      }));
    },
    dismissNotice(index) {
      store.setState(({ notices }) => ({ notices: notices.filter((_, i) => i !== index) }));
    },
    dispose() {
      run += 1;
      endWorker();
    },
  };
}

/** True when there is no network of the settings in the controls that could be trained on. */
function needsNetwork(state: PageState): boolean {
  return (
    state.runConfiguration === undefined ||
    state.picturesOnly ||
    state.status === 'failed' ||
    settingsDiffer(state) ||
    // At the start it costs nothing to train where the menu says.
    (newestStep(state) === 0 && state.page.backend !== state.preparedFor)
  );
}
