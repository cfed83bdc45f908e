/** Implements the contract for recordings at an address: loads one, checks it, unpacks its pictures. */
import { FormatError } from '../formats/format-error.ts';
import english from '../messages/en/worker/recording.json';
import { createWords } from '../messages/words.ts';
import { type ExpectedText, textAt } from './loaded-text.ts';
import type { RecordingWorker } from './recording-contract.ts';
import { unpackRecording } from './unpacked-recording.ts';

const words = createWords('worker/recording', english);

/** Largest recording once it is unpacked: about ten times what the page's own have. */
const expected: ExpectedText = { what: 'recording', mostBytes: 20e6 };

/** @param load gives the bytes at an address, for tests */
export function createRecordingWorker(load: typeof fetch = fetch): RecordingWorker {
  return {
    async open(address) {
      try {
        return { ok: true, value: unpackRecording(await textAt(address, expected, load)) };
      } catch (error) {
        const reason = error instanceof FormatError ? error.message : words('notLoaded');
        return { ok: false, message: words('notShown', { reason }) };
      }
    },
  };
}
