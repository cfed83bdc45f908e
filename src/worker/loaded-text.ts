/** Text from an address or a file, unpacked when gzip has packed it, and never too much of it. */
import { FormatError } from '../formats/format-error.ts';
import english from '../messages/en/worker/loaded-text.json';
import { createWords } from '../messages/words.ts';

const words = createWords('worker/loaded-text', english);

/** Milliseconds a server may take to begin its answer. */
const longestAnswer = 20_000;
/** First bytes of everything that gzip has compressed. */
const gzipMark = [0x1f, 0x8b] as const;

/** What is expected, for sentences about what came instead. */
export interface ExpectedText {
  /** What it should be. */
  readonly what: 'table' | 'recording' | 'recordingOrMeasures';
  /** Largest number of bytes, packed or unpacked. */
  readonly mostBytes: number;
}

/**
 * @param load fetches, replaced in tests
 * @throws FormatError in one sentence; whatever `load` throws when there is no connection
 */
export async function textAt(
  address: string,
  expected: ExpectedText,
  load: typeof fetch = fetch,
): Promise<string> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), longestAnswer);
  // A large table on a slow line takes as long as it takes.
  const response = await load(address, { signal: waiting.signal }).finally(() =>
    clearTimeout(timer),
  );
  if (!response.ok) throw new FormatError(words('serverAnswered', { status: response.status }));
  const { body } = response;
  return body === null ? '' : unpacked(await bytesOf(body, expected), expected);
}

/** @throws FormatError in one sentence */
export async function textOf(file: Blob, expected: ExpectedText): Promise<string> {
  if (file.size > expected.mostBytes) throw tooLarge(expected);
  try {
    return await unpacked(new Uint8Array(await file.arrayBuffer()), expected);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(words('notRead'));
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>, expected: ExpectedText): Promise<string> {
  // Some hosts unpack what is compressed on the way: then it comes as text.
  const packed = bytes[0] === gzipMark[0] && bytes[1] === gzipMark[1];
  if (!packed) return new TextDecoder().decode(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return new TextDecoder().decode(await bytesOf(stream, expected));
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(words('somethingElse', { what: expected.what }));
  }
}

/** All of a stream, unless it is too much. */
async function bytesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  expected: ExpectedText,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > expected.mostBytes) {
      await reader.cancel();
      throw tooLarge(expected);
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function tooLarge({ what }: ExpectedText): FormatError {
  return new FormatError(words('tooLarge', { what }));
}
