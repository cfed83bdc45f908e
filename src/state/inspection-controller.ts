/** What the visitor can do in the "Look inside" views. Keeps the store's inspection true. */
import type { Answers, FilesToOpen } from '../worker/inspection-contract.ts';
import { Choices } from './inspection/choices.ts';
import { InspectionDesk, type InspectionPlatform } from './inspection/desk.ts';
import { type ExportedFile, type ExportFormat, exportFile } from './inspection/exports.ts';
import { Subjects } from './inspection/subjects.ts';
import type { Pair } from './inspection.ts';
import type { RunController } from './run-controller.ts';
import type { PageStore } from './store.ts';

export type { InspectionHandle, InspectionPlatform } from './inspection/desk.ts';
export type { ExportedFile, ExportFormat } from './inspection/exports.ts';

/** Actions of the views. Promises are for tests. */
export interface InspectionController {
  /** Looks into the run on screen at the step on screen, or at the nearest whose weights are kept. */
  inspectRun(): Promise<void>;
  /** Opens a checkpoint; what was looked into before stays when that fails. */
  open(files: FilesToOpen): Promise<void>;
  /** Says what the file could not, then analyses. */
  answer(answers: Answers): Promise<void>;
  /** Analyses what is looked into once more, after it was cancelled or failed. */
  again(): Promise<void>;
  /** Ends an opening or an analysis under way. */
  cancel(): void;
  /** Keeps only these frequencies. */
  keep(frequencies: readonly number[]): Promise<void>;
  choosePair(pair: Pair): Promise<void>;
  chooseNeuron(index: number): Promise<void>;
  /**
   * The network or its measures as a file; undefined, with a notice, when that fails.
   *
   * @param page address of the page, without a query: the file says where the network is shown
   */
  exportFile(format: ExportFormat, page?: string): Promise<ExportedFile | undefined>;
  dismissProblem(): void;
  /** Shows a sentence about something that could not be opened. */
  report(problem: string): void;
  dispose(): void;
}

/** Connects the store with an inspection worker that is started when first needed. */
export function createInspectionController(
  store: PageStore,
  runs: RunController,
  platform: InspectionPlatform,
): InspectionController {
  const desk = new InspectionDesk(store, platform);
  const choices = new Choices(desk);
  const subjects = new Subjects(desk, runs, choices);
  return {
    inspectRun: () => subjects.inspectRun(),
    open: (files) => subjects.open(files),
    async answer(answers) {
      const { subject } = desk.present;
      if (subject?.kind !== 'file') return;
      const { files } = subject;
      await subjects.open({ ...files, answers: { ...files.answers, ...answers } });
    },
    async again() {
      const { subject } = desk.present;
      await (subject?.kind === 'file' ? subjects.open(subject.files) : subjects.inspectRun());
    },
    cancel: () => subjects.cancel(),
    keep: (frequencies) => choices.keep(frequencies),
    choosePair: (pair) => choices.choosePair(pair),
    chooseNeuron: (index) => choices.chooseNeuron(index),
    exportFile: (format, page) => exportFile(desk, format, page),
    dismissProblem: () => desk.change({ problem: undefined, problemOfFile: false }),
    report(problem) {
      desk.change({ problem, problemOfFile: true });
      store.setState(({ page }) => ({ page: { ...page, view: 'inside' } }));
    },
    dispose: () => desk.end(),
  };
}
