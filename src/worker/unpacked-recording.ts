/** Recordings as the page draws them. */
import { FormatError } from '../formats/format-error.ts';
import { type RecordedMoment, readRecording } from '../formats/recording.ts';
import { unpackPicture } from '../formats/run-picture.ts';
import english from '../messages/en/worker/unpacked-recording.json';
import { createWords } from '../messages/words.ts';
import type { Snapshot } from './contract.ts';
import type { RecordedRun } from './recording-contract.ts';
import { numbersOf } from './result-numbers.ts';

const words = createWords('worker/unpacked-recording', english);

/** @throws FormatError when the text is no recording, or there is nothing in it to draw */
export function unpackRecording(text: string): RecordedRun {
  const { moments, ...run } = readRecording(text);
  return { ...run, snapshots: moments.map((moment) => snapshotOf(moment, run.configuration.p)) };
}

function snapshotOf({ result, picture }: RecordedMoment, p: number): Snapshot {
  if (result.verdict === 'diverged') throw new FormatError(words('diverged'));
  return { result: numbersOf(result), ...unpackPicture(picture, p) };
}
