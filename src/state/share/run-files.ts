/** Saves the run on screen as a file, and puts the run of a file on screen. */
import type { RunController } from '../run-controller.ts';
import type { PageStore } from '../store.ts';
import { addressQuery } from './address-query.ts';
import { createFileDesk, type RunFileHandle } from './file-worker.ts';
import { type RunFileFormat, type SavedRunFile, saveRun } from './saving.ts';
import { words } from './words.ts';

export type { RunFileHandle } from './file-worker.ts';
export type { RunFileFormat, SavedRunFile } from './saving.ts';

/** What a file was, or one sentence. */
export type OpenedFile =
  | { readonly ok: true; readonly opened: 'recording' | 'measures' }
  /** Nothing is on screen yet: the file only says where. @see addressQuery */
  | { readonly ok: true; readonly opened: 'address'; readonly address: string }
  | { readonly ok: false; readonly message: string };

/** Saves and opens runs. */
export interface RunFiles {
  /**
   * The run on screen, at the step on screen, as a file.
   *
   * @param address of the page that shows it, written into the file
   */
  save(format: RunFileFormat, address: string): Promise<SavedRunFile>;
  /**
   * Opens a recording or measures; the run on screen is kept as the earlier one, and stays when the
   * file cannot be opened. Measures of one network give the query string of where it is shown.
   */
  open(file: Blob, name: string): Promise<OpenedFile>;
  dispose(): void;
}

/** Surroundings, replaced in tests. */
export interface RunFilesPlatform {
  createWorker(onCrash: () => void): RunFileHandle;
  /** Final weights of a recorded run. @throws when they cannot be loaded */
  loadRecordedWeights(name: string): Promise<Blob>;
}

/** For one page. */
export function createRunFiles(
  store: PageStore,
  runs: RunController,
  { createWorker, loadRecordedWeights }: RunFilesPlatform,
): RunFiles {
  const files = createFileDesk(createWorker);
  /** Counts files that were opened: the last one wins. */
  let asked = 0;
  return {
    save: (format, address) =>
      saveRun({ store, runs, files, loadRecordedWeights }, format, address),
    async open(file, name) {
      const failed = (problem: string) =>
        ({ ok: false, message: words('problem', { file: name, problem }) }) as const;
      const own = ++asked;
      const reply = await files.ask((worker) => worker.openFile(file));
      if (!reply.ok) return failed(reply.message);
      if (own !== asked) return { ok: false, message: words('gaveWay', { file: name }) };
      const { value } = reply;
      if (value.kind === 'address') {
        const address = addressQuery(value.address);
        if (address === undefined) return failed(words('unknownAddress'));
        return { ok: true, opened: 'address', address };
      }
      runs.showOpened(name, value.run);
      return { ok: true, opened: value.kind };
    },
    dispose: () => files.dispose(),
  };
}
