/** Opening files, taking networks of the run, and analysing them. */

import english from '../../messages/en/state/inspection/subjects.json';
import { createWords } from '../../messages/words.ts';
import type { FilesToOpen } from '../../worker/inspection-contract.ts';
import {
  emptyInspection,
  type Inspection,
  type InspectionState,
  type Subject,
  strongFrequencies,
} from '../inspection.ts';
import type { RunController } from '../run-controller.ts';
import { viewedSnapshot } from '../selectors.ts';
import type { Choices } from './choices.ts';
import type { InspectionDesk } from './desk.ts';

const words = createWords('state/inspection/subjects', english);

/** Decides which network is looked into. */
export class Subjects {
  /** The network whose pictures are on screen. */
  private pictured: Subject | undefined;

  constructor(
    private readonly desk: InspectionDesk,
    private readonly runs: RunController,
    private readonly choices: Choices,
  ) {}

  /** Opens a checkpoint; what was looked into before stays when that fails. */
  async open(files: FilesToOpen): Promise<void> {
    const { desk } = this;
    const own = ++desk.asked;
    desk.change({ phase: 'opening', opening: 'file', problem: undefined, problemOfFile: false });
    desk.store.setState(({ page }) => ({ page: { ...page, view: 'inside' } }));
    const reply = await desk.handle().open(files);
    if (own !== desk.asked) return;
    if (!reply.ok) {
      if (reply.superseded !== true) await this.goBack(own, reply.message, true);
      return;
    }
    const asks = reply.value.questions.length > 0;
    this.show({ kind: 'file', files, summary: reply.value }, asks ? 'asking' : 'analysing');
    if (!asks) await this.analyse(own);
  }

  /** Looks into the run on screen at the step on screen, or the nearest whose weights are kept. */
  async inspectRun(): Promise<void> {
    const { desk, runs } = this;
    const { runConfiguration: configuration, shownRun: run } = desk.store.getState();
    const snapshot = viewedSnapshot(desk.store.getState());
    if (snapshot === undefined || configuration === undefined) return;
    const own = ++desk.asked;
    // A file that is still being opened must not take the place afterwards.
    void desk.running?.cancel();
    desk.change({ phase: 'opening', opening: 'run', ...lastingProblem(desk.present) });
    const { page, openedFrom } = desk.store.getState();
    const { run: recorded } = page;
    if (openedFrom !== '') return this.refuseFileOfRun(own);
    if (recorded !== '') return this.inspectRecorded(own, recorded, run);
    const weights = await runs.weightsNear(run, snapshot.result.step);
    if (own !== desk.asked) return;
    if (weights === undefined) return this.goBack(own, words('weightsGone'));
    const { step, parameters } = weights;
    const reply = await desk.handle().take({ configuration, parameters, step });
    if (own !== desk.asked) return;
    if (!reply.ok) return this.goBack(own, reply.message);
    this.show({ kind: 'run', run, summary: reply.value }, 'analysing');
    // All of the page shows the step that is looked into.
    if (step !== snapshot.result.step) {
      runs.view(step);
      desk.store.setState(({ notices }) => ({
        notices: [
          ...notices.filter(({ name }) => name !== 'weights'),
          {
            name: 'weights',
            message: words('nearestWeights', { wanted: snapshot.result.step, kept: step }),
          },
        ],
      }));
    }
    await this.analyse(own);
  }

  /** The run on screen has no weights; what was looked into of another run must not pass for it. */
  private async refuseFileOfRun(own: number): Promise<void> {
    const { desk } = this;
    if (desk.present.subject?.kind === 'run') {
      desk.store.setState({ inspection: emptyInspection });
    }
    await this.goBack(own, words('fileWithoutWeights'));
  }

  /** Looks into a recorded run, of which there are weights of the last step only. */
  private async inspectRecorded(own: number, name: string, run: number): Promise<void> {
    const { desk, runs } = this;
    const checkpoint = await desk.platform.loadRecordedWeights(name).catch(() => undefined);
    if (own !== desk.asked) return;
    if (checkpoint === undefined) return this.goBack(own, words('recordedWeightsMissing'));
    const reply = await desk.handle().open({ checkpoint, name: `${name}.safetensors` });
    if (own !== desk.asked) return;
    if (!reply.ok) return this.goBack(own, reply.message);
    // Another run may have come on screen meanwhile.
    if (desk.store.getState().shownRun !== run) return this.goBack(own, undefined);
    this.show({ kind: 'run', run, summary: reply.value }, 'analysing');
    runs.view(null);
    await this.analyse(own);
  }

  /** Ends what is under way. */
  cancel(): void {
    const { desk } = this;
    const { phase, subject, inspection } = desk.present;
    desk.asked++;
    void desk.running?.cancel();
    if (phase === 'analysing' || this.picturesAreOld()) {
      // Pictures of the step before would pass for those of this one.
      desk.store.setState({ inspection: { ...emptyInspection, subject } });
    } else {
      const asks = subject !== undefined && subject.summary.questions.length > 0;
      const resting = inspection !== undefined ? 'ready' : asks ? 'asking' : 'empty';
      desk.change({ phase: resting, opening: undefined, progress: undefined });
    }
  }

  private async analyse(own: number): Promise<void> {
    const { desk, choices } = this;
    desk.change({ phase: 'analysing', progress: { done: 0, part: words('starting') } });
    const reply = await desk.handle().analyse((progress) => {
      if (own === desk.asked) desk.change({ progress });
    });
    if (own !== desk.asked) return;
    if (!reply.ok) {
      const { subject } = desk.present;
      desk.store.setState({
        inspection: { ...emptyInspection, subject, phase: 'failed', problem: reply.message },
      });
      return;
    }
    this.pictured = desk.present.subject;
    const inspection = reply.value;
    const kept = keptNow(desk.present, inspection);
    desk.change({ phase: 'ready', progress: undefined, inspection, kept });
    const strongest = inspection.neurons.toSorted((a, b) => b.strength - a.strength)[0];
    await Promise.all([
      choices.keep(kept),
      choices.choosePair(desk.store.getState().page.pair),
      strongest === undefined ? undefined : choices.chooseNeuron(strongest.index),
    ]);
  }

  /** Something new could not be had: what was there before goes on, with a sentence about it. */
  private async goBack(
    own: number,
    problem: string | undefined,
    problemOfFile = false,
  ): Promise<void> {
    const { desk } = this;
    const { inspection, subject } = desk.present;
    const asks = subject !== undefined && subject.summary.questions.length > 0;
    const shown = inspection !== undefined && !this.picturesAreOld();
    const phase = shown ? 'ready' : asks ? 'asking' : 'empty';
    desk.change({ phase, opening: undefined, progress: undefined, problem, problemOfFile });
    // Its analysis was under way: nobody listens to that one any more.
    if (phase === 'empty' && subject !== undefined) await this.analyse(own);
  }

  /** True while the pictures are still those of the step before the one that is looked into. */
  private picturesAreOld(): boolean {
    const { inspection, subject } = this.desk.present;
    return inspection !== undefined && subject !== this.pictured;
  }

  /**
   * Puts a new network on screen. Its pictures come with the analysis; at another step of the same
   * run those of the step before stay until then, so that nothing jumps.
   */
  private show(subject: Subject, phase: InspectionState['phase']): void {
    const before = this.desk.present;
    const sameRun =
      subject.kind === 'run' &&
      before.subject?.kind === 'run' &&
      subject.run === before.subject.run &&
      before.inspection !== undefined;
    const pictures = sameRun ? before : emptyInspection;
    const lasting = lastingProblem(subject.kind === 'run' ? before : emptyInspection);
    const inspection = { ...pictures, subject, phase, opening: undefined, ...lasting };
    this.desk.store.setState({ inspection });
  }
}

/** What is still to be said when a network of the run comes on screen: which file would not open. */
function lastingProblem({
  problem,
  problemOfFile,
}: InspectionState): Pick<InspectionState, 'problem' | 'problemOfFile'> {
  return { problem: problemOfFile ? problem : undefined, problemOfFile };
}

/** The circles to keep in a new analysis: those that were, where they are still there; else all. */
function keptNow(before: InspectionState, inspection: Inspection): readonly number[] {
  const all = strongFrequencies(inspection);
  const previous =
    before.inspection === undefined ? 0 : strongFrequencies(before.inspection).length;
  const chosen = before.kept.length < previous ? before.kept.filter((k) => all.includes(k)) : [];
  return chosen.length > 0 ? chosen : all;
}
