/** What the page says when one of its workers has stopped by itself. */
import english from '../messages/en/worker/stopped.json';
import { createWords } from '../messages/words.ts';

const words = createWords('worker/stopped', english);

/** @param reason the browser's words; empty where the worker could not be loaded */
export function stoppedMessage(
  worker: 'bench' | 'inspection' | 'sweep' | 'training',
  reason: string,
): string {
  return words(worker, { reason: reason || words(isOffline() ? 'offline' : 'notLoaded') });
}

/** Why a worker is gone that has not said a word. */
export const endedByBrowser = () => words('endedByBrowser');

/** Only a browser that is sure of it says so. */
const isOffline = (): boolean => globalThis.navigator?.onLine === false;
