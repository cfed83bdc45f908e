/** Keeps a run to be replayed: `--recording NAME.run` writes it, and its weights beside it. */
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { NetworkReport } from '../../analysis/result.ts';
import { writeNetworkFile } from '../../formats/network-file.ts';
import { type RecordedMoment, writeRecording } from '../../formats/recording.ts';
import { packPicture } from '../../formats/run-picture.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import type { Network } from '../../model/network.ts';

/** Ending of a file that is replayed; anything else holds weights and measures only. */
const ending = '.run';
/** Moments of a recording: enough for smooth curves, few enough for a slow line. */
const momentCount = 60;
/** Above 1 the first steps, in which most happens, are kept more closely. */
const crowding = 1.6;

/** True for a file that is to be replayed. */
export function isReplay(path: string | undefined): path is string {
  return path?.endsWith(ending) === true;
}

/** The files a recording is written to. */
export function filesOf(path: string): readonly string[] {
  return isReplay(path) ? [path, weightsBeside(path)] : [path];
}

function weightsBeside(path: string): string {
  return `${path.slice(0, -ending.length)}.safetensors`;
}

/** Steps to keep of a run: the first and the last, and more of the beginning than of the end. */
export function recordedSteps(steps: number): readonly number[] {
  const wanted = Array.from({ length: momentCount }, (_, index) =>
    Math.round(steps * (index / (momentCount - 1)) ** crowding),
  );
  return [...new Set(wanted)];
}

/** One moment as it is kept. */
export function recordMoment(
  { result, planes }: NetworkReport,
  correctLogits: Float32Array,
  p: number,
): RecordedMoment {
  return {
    result: { ...result, frequencies: [...result.frequencies] },
    picture: packPicture({ planes, correctLogits }, result.frequencies, p),
  };
}

/** Writes the run, and its final weights in half precision beside it. */
export async function writeReplay(
  path: string,
  run: {
    readonly configuration: RunConfiguration;
    readonly backend: string;
    readonly seconds: number;
    readonly moments: readonly RecordedMoment[];
  },
  network: Network,
): Promise<void> {
  const { backend, moments } = run;
  const seconds = Math.round(run.seconds * 10) / 10;
  await writeFile(path, gzipSync(writeRecording({ ...run, seconds }), { level: 9 }));
  const step = moments.at(-1)?.result.step ?? 0;
  const weights = writeNetworkFile(network, { step, backend, trained: true, precision: 'F16' });
  await writeFile(weightsBeside(path), weights);
}
