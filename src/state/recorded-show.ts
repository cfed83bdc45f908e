/** Puts recorded runs on screen as soon as they are loaded, unless the visitor did something else meanwhile. */
import type { RecordingsController } from './recordings.ts';
import type { RunController } from './run-controller.ts';
import type { PageStore } from './store.ts';

/** Shows recorded runs. */
export interface RecordedShow {
  /** @returns true when the run is on screen */
  show(name: string): Promise<boolean>;
}

/** For one page. */
export function createRecordedShow(
  store: PageStore,
  runs: RunController,
  recordings: RecordingsController,
): RecordedShow {
  let asked = 0;
  return {
    async show(name) {
      const own = ++asked;
      const before = store.getState();
      if (before.page.run === name && before.timeline.length > 0) return true;
      const run = await recordings.load(name);
      const { shownRun, status } = store.getState();
      const isWanted = own === asked && shownRun === before.shownRun && status === before.status;
      if (run === undefined || !isWanted) return false;
      runs.showRecorded(name, run);
      return true;
    },
  };
}
