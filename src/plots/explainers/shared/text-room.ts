/** Room kept for text that changes, so that nothing below it moves. */

/** Width of a letter at 15 px in the widest of the usual system fonts, and height of a line. */
const LETTER = 8.3;
const LINE = 22;

/**
 * Height in pixels for the longest texts to expect.
 * @param width of the text in pixels @param lengths letters of each paragraph at its longest
 */
export function textRoom(width: number, lengths: readonly number[]): number {
  return LINE * lengths.reduce((lines, length) => lines + Math.ceil((length * LETTER) / width), 0);
}
