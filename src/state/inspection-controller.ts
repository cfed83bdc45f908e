/** What the visitor can do in the "Look inside" views. Keeps the store's inspection true. */
import { describeConfiguration } from '../model/configuration.ts';
import type { Answers, FilesToOpen, InspectionWorker } from '../worker/inspection-contract.ts';
import {
  emptyInspection,
  fittingPair,
  type InspectionState,
  type Pair,
  type Subject,
} from './inspection.ts';
import type { RunController } from './run-controller.ts';
import { viewedSnapshot } from './selectors.ts';
import type { PageStore } from './store.ts';

/** A worker that can also be ended. */
export interface InspectionHandle extends InspectionWorker {
  terminate(): void;
}

/** Actions of the views. Promises are for tests. */
export interface InspectionController {
  /** Looks into the run on screen at the step on screen, or at the nearest whose weights are kept. */
  inspectRun(): Promise<void>;
  /** Opens a checkpoint; what was looked into before stays when that fails. */
  open(files: FilesToOpen): Promise<void>;
  /** Says what the file could not, then analyses. */
  answer(answers: Answers): Promise<void>;
  /** Ends an analysis under way. */
  cancel(): void;
  keep(frequencies: readonly number[]): Promise<void>;
  choosePair(pair: Pair): Promise<void>;
  chooseNeuron(index: number): Promise<void>;
  /** The network or its measures as a file; undefined, with a notice, when that fails. */
  exportFile(format: ExportFormat): Promise<ExportedFile | undefined>;
  dismissProblem(): void;
  /** Shows a sentence about something that could not be opened. */
  report(problem: string): void;
  dispose(): void;
}

/** Formats a network or its measures can be saved in. */
export type ExportFormat = 'safetensors' | 'json' | 'csv';

/** A file to save. */
export interface ExportedFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
}

/** Surroundings, replaced in tests. */
export interface InspectionPlatform {
  createWorker(onCrash: (message: string) => void): InspectionHandle;
}

/** Connects the store with an inspection worker that is started when first needed. */
export function createInspectionController(
  store: PageStore,
  runs: RunController,
  platform: InspectionPlatform,
): InspectionController {
  let worker: InspectionHandle | undefined;
  /** Counts what was asked for, so that late answers are recognised. */
  const asked = { subject: 0, kept: 0, pair: 0, neuron: 0 };

  const change = (changes: Partial<InspectionState>) =>
    store.setState(({ inspection }) => ({ inspection: { ...inspection, ...changes } }));
  const present = () => store.getState().inspection;

  function handle(): InspectionHandle {
    worker ??= platform.createWorker((message) => {
      worker?.terminate();
      worker = undefined;
      asked.subject++;
      store.setState({ inspection: { ...emptyInspection, phase: 'failed', problem: message } });
    });
    return worker;
  }

  /** The phase to go back to when something new could not be had. */
  function restingPhase(): InspectionState['phase'] {
    const { inspection, subject } = present();
    if (inspection !== undefined) return 'ready';
    return subject === undefined ? 'empty' : 'asking';
  }

  async function analyse(own: number): Promise<void> {
    change({ phase: 'analysing', progress: { done: 0, part: 'starting' } });
    const reply = await handle().analyse((progress) => {
      if (own === asked.subject) change({ progress });
    });
    if (own !== asked.subject) return;
    if (!reply.ok) {
      change({ phase: 'failed', progress: undefined, problem: reply.message });
      return;
    }
    const inspection = reply.value;
    const kept = inspection.result.circles.map(({ k }) => k);
    change({ phase: 'ready', progress: undefined, inspection, kept });
    const { pair } = store.getState().page;
    const [first] = inspection.neurons;
    const strongest = inspection.neurons.reduce(
      (best, neuron) => (best !== undefined && best.strength >= neuron.strength ? best : neuron),
      first,
    );
    await Promise.all([
      keep(kept),
      choosePair(pair),
      strongest === undefined ? undefined : chooseNeuron(strongest.index),
    ]);
  }

  /** Puts a new network on screen; its pictures come with the analysis. */
  function show(subject: Subject, phase: InspectionState['phase']): void {
    store.setState({ inspection: { ...emptyInspection, subject, phase } });
  }

  async function keep(kept: readonly number[]): Promise<void> {
    const own = ++asked.kept;
    const subject = asked.subject;
    change({ kept });
    const reply = await handle().remaining(kept);
    if (own !== asked.kept || subject !== asked.subject) return;
    if (reply.ok) change({ remaining: reply.value });
    else change({ problem: reply.message });
  }

  async function choosePair(wanted: Pair): Promise<void> {
    const { subject, inspection } = present();
    store.setState(({ page }) => ({ page: { ...page, pair: wanted } }));
    if (subject === undefined || inspection === undefined) return;
    const own = ++asked.pair;
    const { a, b } = fittingPair(wanted, subject.summary.configuration.p);
    const reply = await handle().pair(a, b);
    if (own !== asked.pair || present().inspection !== inspection) return;
    if (reply.ok) change({ votes: reply.value });
    else change({ problem: reply.message });
  }

  async function chooseNeuron(index: number): Promise<void> {
    const { inspection } = present();
    if (inspection === undefined) return;
    const own = ++asked.neuron;
    const reply = await handle().neuron(index);
    if (own !== asked.neuron || present().inspection !== inspection) return;
    if (reply.ok) change({ neuron: { index, values: reply.value } });
    else change({ problem: reply.message });
  }

  async function open(files: FilesToOpen): Promise<void> {
    const own = ++asked.subject;
    change({ phase: 'opening', problem: undefined });
    store.setState(({ page }) => ({ page: { ...page, view: 'inside' } }));
    const reply = await handle().open(files);
    if (own !== asked.subject) return;
    if (!reply.ok) {
      change({ phase: restingPhase(), problem: reply.message });
      return;
    }
    const subject: Subject = { kind: 'file', files, summary: reply.value };
    const asks = reply.value.questions.length > 0;
    show(subject, asks ? 'asking' : 'analysing');
    if (!asks) await analyse(own);
  }

  return {
    open,
    keep,
    choosePair,
    chooseNeuron,
    async inspectRun() {
      const snapshot = viewedSnapshot(store.getState());
      const { runConfiguration, shownRun } = store.getState();
      if (snapshot === undefined || runConfiguration === undefined) return;
      const own = ++asked.subject;
      change({ phase: 'opening', problem: undefined });
      const weights = await runs.weightsNear(shownRun, snapshot.result.step);
      if (own !== asked.subject) return;
      if (weights === undefined) {
        change({
          phase: restingPhase(),
          problem:
            'The weights of this run are gone: only its pictures were kept. Train it again to look inside.',
        });
        return;
      }
      const { step, parameters } = weights;
      const configuration = runConfiguration;
      const reply = await handle().take({ configuration, parameters, step });
      if (own !== asked.subject) return;
      if (!reply.ok) {
        change({ phase: restingPhase(), problem: reply.message });
        return;
      }
      // All of the page shows the step that is looked into.
      if (step !== snapshot.result.step) runs.view(step);
      show({ kind: 'run', run: shownRun, summary: reply.value }, 'analysing');
      await analyse(own);
    },
    async answer(answers) {
      const { subject } = present();
      if (subject?.kind !== 'file') return;
      await open({ ...subject.files, answers: { ...subject.files.answers, ...answers } });
    },
    cancel() {
      asked.subject++;
      void worker?.cancel();
      change({
        phase: present().inspection === undefined ? 'empty' : 'ready',
        progress: undefined,
      });
    },
    async exportFile(format) {
      const { subject } = present();
      if (subject === undefined) return undefined;
      const reply =
        format === 'safetensors' ? await handle().weightsFile() : await handle().measures(format);
      if (reply.ok) return { name: exportName(subject, format), contents: reply.value };
      change({ problem: reply.message });
      return undefined;
    },
    dismissProblem() {
      change({ problem: undefined });
    },
    report(problem) {
      change({ problem });
      store.setState(({ page }) => ({ page: { ...page, view: 'inside' } }));
    },
    dispose() {
      asked.subject++;
      worker?.terminate();
      worker = undefined;
    },
  };
}

/** The settings, and the step or the file they come from. */
function exportName({ summary, ...subject }: Subject, format: ExportFormat): string {
  const { configuration, step, splitKnown } = summary;
  const settings = describeConfiguration(configuration);
  // A seed says nothing about a network that was not trained here.
  const known = splitKnown ? settings : settings.replace(/-seed\d+$/, '');
  const origin = subject.kind === 'file' ? `-${withoutExtension(subject.files.name)}` : '';
  const moment = step === null ? '' : `-step${step}`;
  return `${known}${origin}${moment}.${format}`;
}

function withoutExtension(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]+/g, '-')
    .slice(0, 40);
}
