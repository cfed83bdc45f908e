/** How large a file may be. */
import { byteSize, FormatError } from './format-error.ts';

/** Largest file that is opened, in bytes: a tab that holds it twice still lives. */
export const largestFile = 300e6;

/** @throws FormatError for a file that is too large, best before it is read */
export function checkFileSize(bytes: number): void {
  if (bytes <= largestFile) return;
  throw new FormatError(
    `The file has ${byteSize(bytes)}, more than the ${byteSize(largestFile)} that can be opened: save one network's state_dict alone.`,
  );
}
