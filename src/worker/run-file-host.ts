/** Implements the contract for files of runs: writes recordings, measures and weights, and reads them. */
import { gzipSync, strToU8 } from 'fflate';
import { FormatError } from '../formats/format-error.ts';
import { writeNetworkFile } from '../formats/network-file.ts';
import { writeRecording } from '../formats/recording.ts';
import { writeMeasuresDocument, writeMeasuresTable } from '../formats/run-measures.ts';
import { isPicture, packPicture } from '../formats/run-picture.ts';
import { withMetadata } from '../formats/safetensors.ts';
import { trainedNetwork } from '../model/network.ts';
import type { Snapshot } from './contract.ts';
import type { Reply } from './inspection-contract.ts';
import { type ExpectedText, textOf } from './loaded-text.ts';
import type { RunFileWorker, RunToSave } from './recording-contract.ts';
import { readRunFile } from './run-file-text.ts';
import { words } from './run-file-words.ts';

/** Largest file of a run, packed or unpacked: about ten times what the page's own have. */
const expected: ExpectedText = { what: 'recordingOrMeasures', mostBytes: 20e6 };

/** Saves and opens. */
export function createRunFileWorker(): RunFileWorker {
  return {
    writeRecording: (run) => answer('notSaved', () => packedRecording(run)),
    writeMeasures: (run, format) =>
      answer('notSaved', () => {
        const { snapshots, shownStep: step, ...rest } = run;
        const measures = { ...rest, step, results: snapshots.map(keptResult) };
        return format === 'csv' ? writeMeasuresTable(measures) : writeMeasuresDocument(measures);
      }),
    writeWeights: ({ configuration, parameters, ...details }) =>
      answer('notSaved', () =>
        writeNetworkFile(trainedNetwork(configuration, parameters), { ...details, trained: true }),
      ),
    addAddress: (file, address) =>
      answer('notSaved', async () =>
        withMetadata(new Uint8Array(await file.arrayBuffer()), { address }),
      ),
    openFile: (file) => answer('notOpened', async () => readRunFile(await textOf(file, expected))),
  };
}

/** @param what names what is said when it fails */
async function answer<Value>(
  what: 'notSaved' | 'notOpened',
  work: () => Promise<Value> | Value,
): Promise<Reply<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const reason = error instanceof FormatError ? error.message : words('noRoom');
    return { ok: false, message: words(what, { reason }) };
  }
}

function packedRecording({ address: _address, snapshots, ...run }: RunToSave): Uint8Array {
  const { p } = run.configuration;
  if (snapshots.every(({ planes }) => planes.length === 0)) {
    throw new FormatError(words('onlyMeasures'));
  }
  const moments = snapshots
    .map((snapshot) => ({
      result: keptResult(snapshot),
      picture: packPicture(snapshot, snapshot.result.frequencies, p),
    }))
    .filter(({ picture }) => isPicture(picture, p));
  if (moments.length === 0) throw new FormatError(words('nothingToDraw'));
  // Without a time, the same run gives the same bytes.
  return gzipSync(strToU8(writeRecording({ ...run, moments })), { level: 9, mtime: 0 });
}

function keptResult({ result }: Snapshot) {
  return { ...result, frequencies: [...result.frequencies] };
}
