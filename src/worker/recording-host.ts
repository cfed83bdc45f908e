/** Implements the recording worker's contract: loads a recording, checks it, unpacks its pictures. */
import { FormatError } from '../formats/format-error.ts';
import { type RecordedMoment, readRecording } from '../formats/recording.ts';
import { unpackPicture } from '../formats/run-picture.ts';
import type { Snapshot } from './contract.ts';
import { textAt } from './loaded-text.ts';
import type { RecordedRun, RecordingWorker } from './recording-contract.ts';
import { numbersOf } from './result-numbers.ts';

/** Largest recording once it is unpacked: about ten times what the page's own have. */
const expected = { what: 'a recording', mostBytes: 20e6 };

/** @param load gives the bytes at an address, for tests */
export function createRecordingWorker(load: typeof fetch = fetch): RecordingWorker {
  return {
    async open(address) {
      try {
        return { ok: true, value: unpack(await textAt(address, expected, load)) };
      } catch (error) {
        const reason =
          error instanceof FormatError
            ? error.message
            : 'It could not be loaded: check the connection, and try again.';
        return { ok: false, message: `The recording cannot be shown. ${reason}` };
      }
    },
  };
}

function unpack(text: string): RecordedRun {
  const { moments, ...run } = readRecording(text);
  return { ...run, snapshots: moments.map((moment) => snapshotOf(moment, run.configuration.p)) };
}

function snapshotOf({ result, picture }: RecordedMoment, p: number): Snapshot {
  if (result.verdict === 'diverged')
    throw new FormatError('It diverged: there is nothing to show.');
  return { result: numbersOf(result), ...unpackPicture(picture, p) };
}
