/** Puts together what the figures of one run need, and no more: an embedded figure has to be light. */
import type { Autosave } from './state/autosave/autosave.ts';
import { createRecordedShow } from './state/recorded-show.ts';
import { createRecordingsController } from './state/recordings.ts';
import { createReplay } from './state/replay.ts';
import { createPageStore, type PageStore } from './state/store.ts';
import { createBrowserController } from './ui/browser-controller.ts';
import type { RunPage } from './ui/hooks/page.ts';
import { createTrainingClient } from './worker/client.ts';
import { createRecordingClient } from './worker/recording-client.ts';
import type { RecordingWorker } from './worker/recording-contract.ts';

/**
 * Store and controllers of a run. Workers start when they are first needed.
 *
 * @param pictures which parts of recordings are wanted: without the logits they are a fifth as large
 * @param createOpener opens recordings; apart from the page's thread unless another one is given
 * @param createKeeper keeps runs over visits; left out for a guest on another page, who stores nothing
 */
export function createRunPage(
  query: string,
  pictures: 'all' | 'circles',
  createOpener: (onCrash: () => void) => RecordingWorker = createRecordingClient,
  createKeeper?: (store: PageStore) => Autosave,
): RunPage {
  const store = createPageStore(query);
  const autosave = createKeeper?.(store);
  const controller = createBrowserController(store, createTrainingClient, autosave?.copied);
  // Recordings lie beside the page, whatever its query says.
  const recordings = createRecordingsController(createOpener, document.baseURI, {
    pictures,
  });
  return {
    store,
    controller,
    recordings,
    recorded: createRecordedShow(store, controller, recordings),
    replay: createReplay(store),
    ...(autosave === undefined ? {} : { autosave }),
  };
}
