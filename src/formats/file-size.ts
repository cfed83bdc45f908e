/** How large a file may be. */
import english from '../messages/en/formats/file-size.json';
import { createWords } from '../messages/words.ts';
import { byteSize, FormatError } from './format-error.ts';

const words = createWords('formats/file-size', english);

/** Largest file that is opened, in bytes: a tab that holds it twice still lives. */
export const largestFile = 300e6;

/** @throws FormatError for a file that is too large, best before it is read */
export function checkFileSize(bytes: number): void {
  if (bytes <= largestFile) return;
  throw new FormatError(words('tooLarge', { size: byteSize(bytes), most: byteSize(largestFile) }));
}
