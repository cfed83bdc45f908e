/** The run controller at the pace of the browser's drawing. */
import {
  type ControllerPlatform,
  createRunController,
  type RunController,
} from '../state/run-controller.ts';
import type { PageStore } from '../state/store.ts';
import { newName } from './browser-locks.ts';

/** A hidden page draws nothing: then the worker is answered after this time, milliseconds. */
const longestWait = 1000;

/**
 * Controller of the page. The worker starts with the first run.
 *
 * @param onCopy told of copies of the run on screen
 */
export function createBrowserController(
  store: PageStore,
  createWorker: ControllerPlatform['createWorker'],
  onCopy?: ControllerPlatform['onCopy'],
): RunController {
  return createRunController(store, {
    createWorker,
    newIdentity: newName,
    ...(onCopy === undefined ? {} : { onCopy }),
    afterDrawing: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, longestWait);
        requestAnimationFrame(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  });
}
