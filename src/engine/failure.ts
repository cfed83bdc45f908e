/** Turns what engines and browsers throw into one plain sentence for people. */
import english from '../messages/en/engine/failure.json';
import { createWords } from '../messages/words.ts';

const words = createWords('engine/failure', english);

/** Words by which running out of memory is recognised: TensorFlow.js names it in many ways. */
const outOfMemory = /memory|allocat|out of bounds|aborted\(/i;

/** The end of a sentence, in any of the page's languages. */
const sentenceEnd = /[.!?。！？]$/;

/**
 * What went wrong and what to do. Messages of ours that are sentences already are kept.
 *
 * @param work what stopped, as the subject of a sentence
 */
export function explainFailure(error: unknown, work = words('training')): string {
  const detail = error instanceof Error ? error.message : String(error);
  if (outOfMemory.test(detail)) {
    return words('outOfMemory');
  }
  // What a browser says of its own functions means nothing to most people, sentence or not.
  const isOurs = !(error instanceof DOMException) && sentenceEnd.test(detail.trim());
  return isOurs ? detail : words('unexpected', { work, detail: detail.replace(/[.]\s*$/, '') });
}
