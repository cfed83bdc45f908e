/** Implements the recording worker's contract: loads a recording, checks it, unpacks its pictures. */
import type { NetworkResult } from '../analysis/result.ts';
import { FormatError } from '../formats/format-error.ts';
import { type RecordedMoment, readRecording } from '../formats/recording.ts';
import type { RunRecord } from '../formats/run-line.ts';
import { unpackPicture } from '../formats/run-picture.ts';
import { readRunTable } from '../formats/run-table.ts';
import type { Snapshot } from './contract.ts';
import type { Reply } from './inspection-contract.ts';
import type { RecordedRun, RecordingWorker, SweepRun } from './recording-contract.ts';

/** Largest recording once it is unpacked: about ten times what the page's own have. */
const mostBytes = 20e6;

/** Milliseconds a server may take. */
const longestAnswer = 20_000;
/** First bytes of everything that gzip has compressed. */
const gzipMark = [0x1f, 0x8b] as const;

/** @param load gives the bytes at an address, for tests */
export function createRecordingWorker(load: typeof fetch = fetch): RecordingWorker {
  async function answer<Value>(
    what: string,
    address: string,
    read: (text: string) => Value,
  ): Promise<Reply<Value>> {
    try {
      return { ok: true, value: read(await textAt(address, load)) };
    } catch (error) {
      const reason =
        error instanceof FormatError
          ? error.message
          : 'It could not be loaded: check the connection, and try again.';
      return { ok: false, message: `${what} cannot be shown. ${reason}` };
    }
  }
  return {
    open: (address) => answer('The recording', address, unpack),
    openTable: (address) =>
      answer('The table of runs', address, (text) => readRunTable(text).map(sweepRunOf)),
  };
}

async function textAt(address: string, load: typeof fetch): Promise<string> {
  const response = await load(address, { signal: AbortSignal.timeout(longestAnswer) });
  if (!response.ok) {
    throw new FormatError(`The server answered ${response.status}.`);
  }
  const bytes = await bytesOf(response);
  // Some hosts unpack what is compressed on the way: then it comes as text.
  const packed = bytes[0] === gzipMark[0] && bytes[1] === gzipMark[1];
  const stream = new Blob([bytes]).stream();
  const decoder = new TextDecoder();
  const reader = (
    packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
  ).getReader();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length > mostBytes) throw new FormatError('It is too large to be a recording.');
    }
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('It is not a recording of this page, or it is damaged.');
  }
  return text + decoder.decode();
}

/** What was sent, unless it is too much. */
async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    parts.push(part.value as Uint8Array<ArrayBuffer>);
    length += part.value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      throw new FormatError('It is too large to be a recording.');
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function unpack(text: string): RecordedRun {
  const { configuration, backend, seconds, moments } = readRecording(text);
  const snapshots = moments.map((moment) => snapshotOf(moment, configuration.p));
  return { configuration, backend, seconds, snapshots };
}

function snapshotOf({ result, picture }: RecordedMoment, p: number): Snapshot {
  if (result.verdict === 'diverged')
    throw new FormatError('It diverged: there is nothing to show.');
  return { result: numbersOf(result), ...unpackPicture(picture, p) };
}

function sweepRunOf({ configuration, learnedStep, picture, ...rest }: RunRecord): SweepRun {
  const { backend: _backend, seconds: _seconds, stoppedEarly: _stoppedEarly, ...kept } = rest;
  const verdict = kept.verdict === 'diverged' ? 'learning' : kept.verdict;
  const result = { ...numbersOf(kept), verdict };
  return {
    configuration,
    learnedStep,
    result,
    snapshot: picture && { result, ...unpackPicture(picture, configuration.p) },
  };
}

/** What has no number is NaN on the page, as it is in a run. */
function numbersOf(result: RecordedMoment['result']): NetworkResult {
  const entries = Object.entries(result).map(([key, value]) => [key, value ?? Number.NaN]);
  return Object.fromEntries(entries) as NetworkResult;
}
