/** Files a visitor drops or picks: each goes where what it holds can be shown. */
import english from '../messages/en/ui/open-files.json';
import { createWords } from '../messages/words.ts';
import { addressQuery } from '../state/share/address-query.ts';
import { type FileKind, kindOfFile } from '../state/share/file-kind.ts';
import { addressInFile } from './addressed-file.ts';
import type { Page } from './hooks/page.ts';
import { openCheckpoint } from './inside/files.ts';
import { openTables } from './map/open-tables.ts';

const words = createWords('ui/open-files', english);

/** What opening needs of the page. */
export type FileOpening = Pick<
  Page,
  'store' | 'inspection' | 'tables' | 'map' | 'runFiles' | 'goTo' | 'readPictureAddress'
>;

/**
 * Opens what was dropped or picked. Problems are shown, the run on screen is kept.
 *
 * @param asked what the visitor was asked for: a table is what is no run, then
 */
export async function openFiles(
  files: readonly File[],
  page: FileOpening,
  asked: 'anything' | 'table' = 'anything',
): Promise<void> {
  if (files.length === 0) return;
  const found = await Promise.all(files.map(kindOfFile));
  const kinds = found.map((kind) => (asked === 'table' && kind !== 'run' ? 'table' : kind));
  if (kinds.every((kind) => kind === 'table')) return openTables(files, page);
  if (kinds.every((kind) => kind === 'other' || kind === 'table')) {
    return openCheckpoint(files, page.store, page.inspection);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) return report(page, words('oneAtATime'));
  return openOne(file, kinds[0], page);
}

async function openOne(file: File, kind: FileKind | undefined, page: FileOpening): Promise<void> {
  if (kind === 'picture' || kind === 'citation') {
    const address = await addressInFile(file, kind, page.readPictureAddress);
    return follow(address === undefined ? undefined : addressQuery(address), file.name, page);
  }
  if (page.runFiles === undefined) return openCheckpoint([file], page.store, page.inspection);
  const opened = await page.runFiles.open(file, file.name);
  if (!opened.ok) return report(page, opened.message);
  if (opened.opened === 'address') return follow(opened.address, file.name, page);
  page.store.setState((state) => ({ page: { ...state.page, view: 'lab' } }));
}

function follow(query: string | undefined, name: string, page: FileOpening): void {
  if (query === undefined || page.goTo === undefined) {
    report(page, words('noAddress', { file: name }));
  } else page.goTo(query);
}

/** Views that show notices. */
const noticing: readonly string[] = ['story', 'lab', 'inside', 'map'];

/** Says a problem where the visitor is: nothing else on the page changes. */
function report({ store, inspection }: FileOpening, message: string): void {
  if (!noticing.includes(store.getState().page.view)) {
    inspection.report(message);
    return;
  }
  store.setState(({ notices }) => ({
    notices: [...notices.filter(({ name }) => name !== 'file'), { name: 'file', message }],
  }));
}
