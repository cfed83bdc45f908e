/** Turns what engines and browsers throw into one plain sentence for people. */

/** Words by which running out of memory is recognised: TensorFlow.js names it in many ways. */
const outOfMemory = /memory|allocat|out of bounds|aborted\(/i;

/**
 * What went wrong and what to do. Messages that are sentences already are kept.
 *
 * @param work what stopped, as the subject of a sentence
 */
export function explainFailure(error: unknown, work = 'Training'): string {
  const detail = error instanceof Error ? error.message : String(error);
  if (outOfMemory.test(detail)) {
    return 'This network does not fit into memory: choose a smaller width, modulus or depth.';
  }
  return /[.!?]$/.test(detail.trim())
    ? detail
    : `${work} stopped because of an unexpected problem (${detail}).`;
}
