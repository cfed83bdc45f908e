/** The error of this folder: a file that cannot be opened, said in one sentence for the visitor. */
import english from '../messages/en/formats/format-error.json';
import { listed as inARow } from '../messages/lists.ts';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';

const words = createWords('formats/format-error', english);

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

/** A setting in a file that no run can have. @param problem it must not speak of what replaces it */
export function impossibleSetting(problem: { readonly message: string }): FormatError {
  return new FormatError(words('impossibleSetting', { complaint: problem.message }));
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
  const together = inARow(shown);
  return more > 0 ? words('namesAndMore', { names: together, count: more }) : together;
}

/** A number of bytes in words, in units of 1000. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return words('bytes', { count: bytes });
  const [unit, size] =
    bytes < 1e6
      ? (['kilobytes', 1e3] as const)
      : bytes < 1e9
        ? (['megabytes', 1e6] as const)
        : (['gigabytes', 1e9] as const);
  const count = bytes / size;
  return words(unit, { size: ungrouped(count, count < 10 ? 1 : 0) });
}

/** So many decimals; sizes and their limits are written without marks between thousands. */
function ungrouped(value: number, decimals: number): string {
  return formatNumber(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
}

function oneLine(text: string): string {
  // Also other controls and marks that reverse the direction of a line.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function shorten(text: string, longest: number, mark = '…'): string {
  if (text.length <= longest) return text;
  return text.slice(0, longest - mark.length).trimEnd() + mark;
}
