/** What a file that is or was a table of runs holds: never too much of it, unpacked where it is packed. */
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { byteSize } from '../../formats/format-error.ts';
import { UsageError } from '../arguments.ts';

/** First bytes of everything that gzip has packed. */
const gzipMark = [0x1f, 0x8b] as const;
/** Longest text, in bytes: Node's strings end soon after. */
const mostText = 500e6;

/** True for what gzip has packed. */
export function isPacked(bytes: Buffer): boolean {
  return bytes[0] === gzipMark[0] && bytes[1] === gzipMark[1];
}

/**
 * A table's bytes as they lie in the file.
 *
 * @param expected 'if there' takes a missing file for an empty one, and nothing but files for a table
 * @throws UsageError when it cannot be read, or is too large
 */
export async function readTableBytes(
  path: string,
  expected: 'there' | 'if there',
  most = mostText,
): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (expected === 'if there' && !found.isFile()) throw new UsageError(`${path} is not a file.`);
    if (found.size > most) throw tooLarge(path, most);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (expected === 'if there' && codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw new UsageError(`${path} cannot be read: ${codeOf(error)}.`);
  }
}

/**
 * A table's text, also of one that is packed with gzip.
 *
 * @param most longest text, in bytes
 * @throws UsageError when it cannot be read, is damaged or is too large
 */
export async function readTableText(path: string, most = mostText): Promise<string> {
  const bytes = await readTableBytes(path, 'there', most);
  const text = isPacked(bytes) ? await unpacked(path, bytes, most) : bytes;
  return text.toString('utf8');
}

/** The code of an error of the system, for sentences. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}

async function unpacked(path: string, bytes: Buffer, most: number): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: most });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path, most);
    throw new UsageError(`${path} is packed with gzip but damaged: fetch it or pack it again.`);
  }
}

function tooLarge(path: string, most: number): UsageError {
  return new UsageError(
    `${path} holds more than the ${byteSize(most)} of text that can be read: share its lines out among several files.`,
  );
}
