/** Which network, step and map a saved picture is of: in its caption and in the name of its file. */
import type { FigureSubject } from '../../state/embedding/figures.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';

/** What network a figure is of: of those inside, it may be that of a file. */
export function shownNetwork(state: PageState, subject: FigureSubject) {
  const inspected = state.inspection.subject;
  if (subject === 'network' && inspected !== undefined) {
    const { configuration, splitKnown } = inspected.summary;
    const file = inspected.kind === 'file' ? inspected.files.name : '';
    return { configuration, isSeedKnown: splitKnown, file };
  }
  const configuration = state.runConfiguration ?? state.configuration;
  return { configuration, isSeedKnown: true, file: state.openedFrom };
}

/** What is drawn on the map, for the name of a file. */
export function mapName({ page: { map, setting, filter, circular } }: PageState): string {
  const words = [map === 'setting' ? setting : map, filter, circular === 'all' ? '' : circular];
  return ['map', ...words.filter(Boolean)].join('-').replace(/[^\w.-]+/g, '-');
}

/** Step on screen; null without one. */
export function stepOf(state: PageState): number | null {
  const { subject, inspection } = state.inspection;
  // A file's step is its own, if it has one; that of the run behind it is not.
  if (state.page.view === 'inside' && subject?.kind === 'file') return subject.summary.step;
  const inspected = inspection === undefined ? undefined : subject?.summary.step;
  return inspected ?? viewedSnapshot(state)?.result.step ?? null;
}
