/** What the visitor can do with a run. Talks to the worker and keeps the store true. */
import english from '../messages/en/state/run-controller.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { configurationFields } from '../model/fields.ts';
import { checkCombination } from '../model/validation.ts';
import type { BackendRequest, KeptWeights, TrainingState } from '../worker/contract.ts';
import type { RecordedRun } from './recordings.ts';
import { createRunListener } from './run-events.ts';
import { broughtBack, recordedOnScreen } from './run-without-network.ts';
import { newestStep } from './selectors.ts';
import { type PageState, type PageStore, runToKeep, settingsDiffer } from './store.ts';
import type { Timeline } from './timeline.ts';
import { type StartWorker, type WorkerHandle, WorkerSlot } from './worker-slot.ts';

export type { WorkerHandle };

const words = createWords('state/run-controller', english);

/** A run that stopped somewhere, with all that it goes on from. */
export interface StoppedRun {
  /** By which it is kept. */
  readonly identity: string;
  readonly configuration: RunConfiguration;
  /** Where it trained; elsewhere it goes on too, but not to the same bits. */
  readonly backend: BackendRequest;
  readonly state: TrainingState;
  readonly timeline: Timeline;
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
  /** Goes on with a run that stopped: one of an earlier visit, or of this one. */
  goOnWith(stopped: StoppedRun): Promise<void>;
  /**
   * Goes on with the run on screen after its worker died, whatever the controls hold; nothing where
   * there is no copy of it.
   */
  goOn(): Promise<void>;
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
  dismissRecovery(): void;
  /** Whether training goes on in a hidden tab. */
  setTrainsHidden(trainsHidden: boolean): void;
  dispose(): void;
}

/** Surroundings, replaced in tests. */
export interface ControllerPlatform {
  readonly createWorker: StartWorker;
  /** Fulfilled when the page has drawn, or soon after when it is hidden. */
  afterDrawing(): Promise<void>;
  /** Told of copies of the run on screen: all it takes to go on. */
  onCopy?(state: TrainingState): void;
  /** A name that no other run of this browser has. */
  newIdentity(): string;
}

/** All that a run goes on from, should its worker die. */
interface Copy {
  readonly run: number;
  readonly state: TrainingState;
  /** Where it was made. */
  readonly backend: BackendRequest;
}

/** Connects a store with a worker that is started when first needed. */
export function createRunController(store: PageStore, platform: ControllerPlatform): RunController {
  let run = 0;
  let openedFiles = 0;
  /** Whether training goes on as soon as the network that is being made is there. */
  let trainWhenReady = false;
  /** Step at which training is to pause; undefined for the run's end. */
  let goal: number | undefined;
  /** Whether what the worker was last told is such a step. */
  let pausesEarly = false;
  /** The newest copy of the run on screen. */
  let copy: Copy | undefined;
  const slot = new WorkerSlot(platform.createWorker, died);

  /** Pictures need no worker, and a run that has failed already has said why. */
  function died(message: string): void {
    const { picturesOnly, status } = store.getState();
    if (!picturesOnly && status !== 'idle' && status !== 'failed') fail(message);
  }

  /** Nothing in the worker can be relied on any more; the next run gets a new one. */
  function fail(message: string): void {
    slot.end();
    const goesOnFrom = copy?.run === run ? copy.state.step : undefined;
    const problem = { kind: 'failed' as const, message };
    store.setState({
      status: 'failed',
      problem: goesOnFrom === undefined ? problem : { ...problem, goesOnFrom },
    });
  }

  const listen = createRunListener(store, {
    // What was under way when a worker was ended may still arrive.
    run: () => (slot.present === undefined ? undefined : run),
    pausesEarly: () => pausesEarly,
    afterDrawing: platform.afterDrawing,
    onCopy(of, state) {
      copy = { run: of, state, backend: store.getState().backend?.name ?? 'auto' };
      platform.onCopy?.(state);
    },
    onFailure: fail,
  });

  /** The worker; without one the run has failed, and the page says why. */
  function startedWorker(): WorkerHandle | undefined {
    try {
      return slot.handle();
    } catch {
      store.setState({
        status: 'failed',
        problem: { kind: 'failed', message: words('noWorkers') },
      });
      return undefined;
    }
  }

  /**
   * Makes the network of these settings; its first snapshot is step 0, or where it stopped.
   *
   * @param stopped what it goes on from
   */
  async function prepare(configuration: RunConfiguration, stopped?: StoppedRun): Promise<boolean> {
    run += 1;
    const own = run;
    // Should it stop again before there is a newer one.
    copy = stopped && { run: own, state: stopped.state, backend: stopped.backend };
    const { page, speed, timeline, earlier } = store.getState();
    store.setState({
      status: 'loading',
      earlier: stopped?.timeline === timeline ? earlier : runToKeep(store.getState()),
      picturesOnly: false,
      page: { ...page, run: '', step: null },
      openedFrom: '',
      training: undefined,
      replaying: false,
      runConfiguration: configuration,
      shownRun: own,
      runIdentity: stopped?.identity ?? platform.newIdentity(),
      problem: undefined,
      recovery: undefined,
      rest: undefined,
      backend: undefined,
      preparedFor: page.backend,
      timeline: stopped === undefined ? [] : upTo(stopped.state.step, stopped.timeline),
      viewedStep: null,
      stepsPerSecond: 0,
    });
    // Whoever heard of it may have cancelled it at once.
    if (own !== run || store.getState().status !== 'loading') return false;
    const handle = startedWorker();
    if (handle === undefined) return false;
    await handle.setSpeed(speed);
    const keepWeightsOf = store.getState().earlier?.shownRun;
    const request = { run: own, configuration, keepWeightsOf, backend: page.backend };
    await handle.prepare(
      stopped === undefined ? request : { ...request, ...goingOn(stopped) },
      listen,
    );
    return own === run && store.getState().status === 'loading';
  }

  /** Where it trained before it goes on to the same bits, unless another place was asked for. */
  function goingOn({ backend, state: from }: StoppedRun) {
    const { backend: wished } = store.getState().page;
    return wished === 'auto' ? { from, backend, asBefore: true } : { from, backend: wished };
  }

  /** Makes a network, then trains it or waits, whichever was last asked for. */
  async function prepareAndGoOn(
    configuration: RunConfiguration,
    stopped?: StoppedRun,
  ): Promise<void> {
    if (!(await prepare(configuration, stopped))) return;
    if (trainWhenReady) await continueTraining();
    else store.setState({ status: 'paused' });
  }

  /** Trains to the step in the controls: it may have been moved since the run was made. */
  async function continueTraining(): Promise<void> {
    store.setState({ status: 'training', viewedStep: null, rest: undefined });
    const { status, configuration, timeline } = store.getState();
    // Whoever heard of it may have paused it at once.
    if (status !== 'training') return;
    const reached = timeline.at(-1)?.result.step ?? 0;
    const isAhead = goal !== undefined && goal > reached && goal < configuration.steps;
    await trainTo(configuration.steps, isAhead ? goal : undefined);
  }

  async function trainTo(steps: number, pauseAt = steps): Promise<void> {
    store.setState(({ runConfiguration }) => ({
      runConfiguration: runConfiguration && { ...runConfiguration, steps },
    }));
    pausesEarly = pauseAt < steps;
    await slot.handle().train(pauseAt);
  }

  /** Whatever the worker still says of the present run is not for the screen any more. */
  function leaveRun(): void {
    run += 1;
    trainWhenReady = false;
    void slot.present?.pause();
  }

  async function goOnWith(stopped: StoppedRun): Promise<void> {
    trainWhenReady = true;
    goal = undefined;
    store.setState({ configuration: stopped.configuration });
    await prepareAndGoOn(stopped.configuration, stopped);
  }

  /** The run on screen when its worker died, with its last copy. */
  function stoppedRun(): StoppedRun | undefined {
    const state = store.getState();
    const { status, problem, runConfiguration, timeline, backend, runIdentity } = state;
    if (status !== 'failed' || problem?.goesOnFrom === undefined || copy?.run !== run) return;
    if (runConfiguration === undefined) return;
    const { steps } = state.configuration;
    const configuration = { ...runConfiguration, steps };
    return {
      ...{ identity: runIdentity, configuration, timeline },
      ...{ backend: backend?.name ?? copy.backend, state: copy.state },
    };
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
      // After a rest it trains to where it was to.
      if (until !== undefined || store.getState().rest === undefined) goal = until;
      // The address named a step to train to; whoever trains has seen that.
      store.setState(({ page }) => (page.step === null ? {} : { page: { ...page, step: null } }));
      const state = store.getState();
      if (state.status === 'loading') return;
      const stopped = settingsDiffer(state) ? undefined : stoppedRun();
      if (stopped !== undefined) return prepareAndGoOn(stopped.configuration, stopped);
      await (needsNetwork(state) ? prepareAndGoOn(state.configuration) : continueTraining());
    },
    goOnWith,
    async goOn() {
      const stopped = stoppedRun();
      if (stopped !== undefined) await goOnWith(stopped);
    },
    async pause() {
      trainWhenReady = false;
      const { status, rest } = store.getState();
      if (status === 'training') store.setState({ status: 'paused', rest: undefined });
      else if (rest !== undefined) store.setState({ rest: undefined });
      if (status !== 'training') return;
      await slot.handle().pause();
    },
    cancel() {
      if (store.getState().status !== 'loading') return;
      trainWhenReady = false;
      // Whatever it is waiting for, a new worker does not wait for it.
      if (copy?.run === run) return fail(words('notStarted'));
      run += 1;
      slot.end();
      store.setState({ status: 'idle', runConfiguration: undefined });
    },
    async stepOnce() {
      const state = store.getState();
      const fresh = needsNetwork(state);
      if (state.status === 'loading' || (state.status === 'done' && !fresh)) return;
      trainWhenReady = false;
      const stopped = settingsDiffer(state) ? undefined : stoppedRun();
      const configuration = stopped?.configuration ?? state.configuration;
      if (fresh && !(await prepare(configuration, stopped))) return;
      // Training may have been asked for while the network was made.
      if (trainWhenReady) return continueTraining();
      store.setState({ status: 'paused', viewedStep: null });
      await slot.handle().stepOnce();
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
      void slot.present?.setSpeed(speed);
    },
    async weightsNear(wanted, step) {
      return slot.present?.weightsNear(wanted, step);
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
      // The end of the run can be moved while it trains, but not by settings of another run.
      const state = store.getState();
      const isOwn = state.status === 'training' && !settingsDiffer(state);
      if (isOwn && changes.steps !== undefined) void trainTo(state.configuration.steps);
    },
    keepSettings() {
      store.setState(({ configuration, runConfiguration }) => ({
        configuration: runConfiguration ?? configuration,
      }));
    },
    dismissRecovery() {
      store.setState({ recovery: undefined });
    },
    setTrainsHidden(trainsHidden) {
      store.setState({ trainsHidden });
    },
    dismissNotice(index) {
      store.setState(({ notices }) => ({ notices: notices.filter((_, i) => i !== index) }));
    },
    dispose() {
      run += 1;
      slot.end();
    },
  };
}

/** Moments of a run that are sure: what came after is made again. */
function upTo(step: number, timeline: Timeline): Timeline {
  return timeline.filter(({ result }) => result.step <= step);
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
