/** Implements the contract for recordings at an address: loads one, checks it, unpacks its pictures. */
import { FormatError } from '../formats/format-error.ts';
import { textAt } from './loaded-text.ts';
import type { RecordingWorker } from './recording-contract.ts';
import { unpackRecording } from './unpacked-recording.ts';

/** Largest recording once it is unpacked: about ten times what the page's own have. */
const expected = { what: 'a recording', mostBytes: 20e6 };

/** @param load gives the bytes at an address, for tests */
export function createRecordingWorker(load: typeof fetch = fetch): RecordingWorker {
  return {
    async open(address) {
      try {
        return { ok: true, value: unpackRecording(await textAt(address, expected, load)) };
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
