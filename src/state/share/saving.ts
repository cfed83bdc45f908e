/** The run on screen as files. */
import { formatNumber } from '../../messages/numbers.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import type { Reply } from '../../worker/inspection-contract.ts';
import type { RunToSave } from '../../worker/recording-contract.ts';
import type { RunController } from '../run-controller.ts';
import { viewedSnapshot } from '../selectors.ts';
import type { PageState, PageStore } from '../store.ts';
import { runFileName } from './file-name.ts';
import type { FileDesk } from './file-worker.ts';
import { keptMoments } from './kept-moments.ts';
import { words } from './words.ts';

/** Formats a run can be saved in. */
export type RunFileFormat = 'recording' | 'safetensors' | 'json' | 'csv';

/** A file to save, or one sentence. */
export type SavedRunFile =
  | {
      readonly ok: true;
      readonly name: string;
      readonly type: string;
      readonly contents: Uint8Array | string;
      /** What the visitor should know about it, in one sentence. */
      readonly note?: string;
    }
  | { readonly ok: false; readonly message: string };

/** What saving needs. */
export interface SavingDesk {
  readonly store: PageStore;
  readonly runs: Pick<RunController, 'weightsNear'>;
  readonly files: FileDesk;
  /** Final weights of a recorded run. @throws when they cannot be loaded */
  readonly loadRecordedWeights: (name: string) => Promise<Blob>;
}

const types: Readonly<Record<RunFileFormat, string>> = {
  recording: 'application/gzip',
  safetensors: 'application/octet-stream',
  json: 'application/json',
  csv: 'text/csv',
};

/** The moment and the run that are to be saved: all of it as it is now, whatever trains meanwhile. */
interface Present {
  readonly state: PageState;
  readonly configuration: RunConfiguration;
  readonly step: number;
  readonly address: string;
}

/** @param address of the page that shows what is saved */
export async function saveRun(
  desk: SavingDesk,
  format: RunFileFormat,
  address: string,
): Promise<SavedRunFile> {
  const state = desk.store.getState();
  const { runConfiguration: configuration } = state;
  const step = viewedSnapshot(state)?.result.step;
  if (configuration === undefined || step === undefined) return failure('nothing');
  const present = { state, configuration, step, address };
  if (format === 'safetensors') return saveWeights(desk, present);
  const run = runToSave(present);
  if (format !== 'recording') {
    const name = runFileName(configuration, { step, what: 'measures', ending: format });
    return file(format, name, await desk.files.ask((worker) => worker.writeMeasures(run, format)));
  }
  const name = runFileName(configuration, { step, ending: 'run' });
  const thinned = { ...run, snapshots: keptMoments(run.snapshots, step) };
  return file(format, name, await desk.files.ask((worker) => worker.writeRecording(thinned)));
}

/** How long a run of this page trained is not known: it may have been paused. */
function runToSave({ state, configuration, step, address }: Present): RunToSave {
  const { training, timeline: snapshots } = state;
  const known = training ?? { backend: backendOf(state) };
  return { ...known, configuration, snapshots, shownStep: step, address };
}

async function saveWeights(desk: SavingDesk, present: Present): Promise<SavedRunFile> {
  const { state, configuration, step, address } = present;
  const { page, shownRun, openedFrom } = state;
  if (openedFrom !== '') return failure('noWeights');
  if (page.run !== '') return saveRecordedWeights(desk, present);
  const weights = await desk.runs.weightsNear(shownRun, step);
  if (weights === undefined) return failure('weightsGone');
  const kept = { configuration, ...weights, backend: backendOf(state), address };
  const reply = await desk.files.ask((worker) => worker.writeWeights(kept));
  const name = runFileName(configuration, { step: weights.step, ending: 'safetensors' });
  return file('safetensors', name, reply, otherStep('nearestKept', weights.step, step));
}

/** Of a recorded run there are the weights of its last step only. */
async function saveRecordedWeights(desk: SavingDesk, present: Present): Promise<SavedRunFile> {
  const { state, configuration, step, address } = present;
  const blob = await desk.loadRecordedWeights(state.page.run).catch(() => undefined);
  if (blob === undefined) return failure('notLoaded');
  const last = state.timeline.at(-1)?.result.step ?? step;
  const name = runFileName(configuration, { step: last, ending: 'safetensors' });
  const reply = await desk.files.ask((worker) => worker.addAddress(blob, address));
  return file('safetensors', name, reply, otherStep('onlyOfRecording', last, step));
}

function otherStep(
  why: 'nearestKept' | 'onlyOfRecording',
  saved: number,
  shown: number,
): string | undefined {
  if (saved === shown) return undefined;
  return words(why, { saved: formatNumber(saved), shown: formatNumber(shown) });
}

function failure(why: 'nothing' | 'weightsGone' | 'noWeights' | 'notLoaded'): SavedRunFile {
  return { ok: false, message: words(why) };
}

function file(
  format: RunFileFormat,
  name: string,
  reply: Reply<Uint8Array | string>,
  note?: string,
): SavedRunFile {
  if (!reply.ok) return { ok: false, message: reply.message };
  const saved = { ok: true, name, type: types[format], contents: reply.value } as const;
  return note === undefined ? saved : { ...saved, note };
}

function backendOf({ backend }: PageState): string {
  return backend?.name ?? 'unknown';
}
