/** The error of this folder: a file that cannot be opened, said in one sentence for the visitor. */

/** Longest message: enough for one sentence and a short list. */
const longestMessage = 400;

/** A file that cannot be opened or trusted. Its message is one line: what is wrong and what to do. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  /** @param message may quote the file: whatever would break the line is taken out */
  constructor(message: string) {
    super(shorten(oneLine(message), longestMessage, '….'));
  }
}

/** A name from a file as a message may hold it: on one line, not endless, in quotation marks. */
export function quoted(text: string): string {
  return `“${shorten(oneLine(text), 60)}”`;
}

/** A setting in a file that no run can have. Unlike in an address, nothing takes its place. */
export function impossibleSetting({ message }: { readonly message: string }): FormatError {
  return new FormatError(`Its setting ${message.replace(/ Using \S+$/, '')}`);
}

/** "a, b, c and 4 more". @param limit at most so many characters of names */
export function listed(names: readonly string[], most = 12, limit = 180): string {
  const shown: string[] = [];
  let length = 0;
  for (const name of names.slice(0, most)) {
    const text = shorten(oneLine(name), 60);
    length += text.length + 2;
    if (length > limit && shown.length > 0) break;
    shown.push(text);
  }
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** A number of bytes in words, in units of 1000. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  return `${(bytes / size).toFixed(bytes / size < 10 ? 1 : 0)} ${unit}`;
}

function oneLine(text: string): string {
  // Also other controls and marks that reverse the direction of a line.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function shorten(text: string, longest: number, mark = '…'): string {
  if (text.length <= longest) return text;
  return text.slice(0, longest - mark.length).trimEnd() + mark;
}
