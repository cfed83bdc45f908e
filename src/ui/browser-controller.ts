/** The run controller at the pace of the browser's drawing. */
import {
  type ControllerPlatform,
  createRunController,
  type RunController,
} from '../state/run-controller.ts';
import type { PageStore } from '../state/store.ts';

/** A hidden page draws nothing: then the worker is answered after this time, milliseconds. */
const longestWait = 1000;

/** Controller of the page. The worker starts with the first run. */
export function createBrowserController(
  store: PageStore,
  createWorker: ControllerPlatform['createWorker'],
): RunController {
  return createRunController(store, {
    createWorker,
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
