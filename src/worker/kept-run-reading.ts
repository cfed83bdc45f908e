/** Checks what a database held: another version of this page, or anybody, may have written it. */
import * as v from 'valibot';
import { areDifferent, resultSchema } from '../formats/run-line.ts';
import { highestFrequency } from '../math/fourier.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { namedSettings } from '../model/fields.ts';
import { allFinite, stateProblem, type TrainingState } from '../model/training-state.ts';
import { checkConfiguration } from '../model/validation.ts';
import type { Snapshot } from './contract.ts';
import type { KeptRun, KeptRunHeader, StoredRun } from './kept-run-contract.ts';
import { numbersOf } from './result-numbers.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const headerSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  savedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  configuration: v.record(v.string(), v.unknown()),
  backend: v.picklist(['webgpu', 'webgl', 'wasm', 'cpu']),
  step: count,
});

const numbers = v.instance(Float32Array);
const parameters = v.map(v.pipe(v.string(), v.maxLength(100)), numbers);
const stateSchema = v.object({
  step: count,
  parameters,
  firstMoments: parameters,
  secondMoments: parameters,
});

const momentSchema = v.object({
  result: v.record(v.string(), v.unknown()),
  planes: numbers,
  correctLogits: numbers,
});

/** The header of a kept run; undefined where it is none. */
export function readHeader(stored: unknown): KeptRunHeader | undefined {
  const read = v.safeParse(headerSchema, stored);
  if (!read.success) return undefined;
  const configuration = readConfiguration(read.output.configuration);
  return configuration && { ...read.output, configuration };
}

/** A kept run; undefined where anything about its weights is not right. Odd moments are left out. */
export function readKeptRun({ header: stored, state, moments }: StoredRun): KeptRun | undefined {
  const header = readHeader(stored);
  const read = v.safeParse(stateSchema, state);
  if (header === undefined || !read.success || read.output.step !== header.step) return undefined;
  const { configuration, step } = header;
  if (stateProblem(configuration, read.output as TrainingState) !== undefined) return undefined;
  const timeline = moments
    .flatMap((moment) => readMoment(moment, configuration) ?? [])
    .filter(({ result }) => result.step <= step)
    .sort((left, right) => left.result.step - right.result.step)
    .filter(({ result }, index, all) => result.step !== all[index - 1]?.result.step);
  return { ...header, state: read.output as TrainingState, timeline };
}

function readConfiguration(
  stored: Readonly<Record<string, unknown>>,
): RunConfiguration | undefined {
  // The same names as in addresses, so that there is one schema for settings.
  const { configuration, problems } = checkConfiguration(
    namedSettings(stored as unknown as RunConfiguration),
  );
  return problems.length === 0 ? configuration : undefined;
}

function readMoment(stored: unknown, { p }: RunConfiguration): Snapshot | undefined {
  const read = v.safeParse(momentSchema, stored);
  if (!read.success) return undefined;
  const { planes, correctLogits } = read.output;
  const fits = planes.length === Math.floor(p / 2) * p * 2 && correctLogits.length === p * p;
  if (!fits || !allFinite(planes) || !allFinite(correctLogits)) return undefined;
  // In a run, NaN stands for what has no number; the schema of files has null there.
  const entries = Object.entries(read.output.result).map(([key, value]) => [
    key,
    Number.isNaN(value) ? null : value,
  ]);
  const result = v.safeParse(resultSchema, Object.fromEntries(entries));
  if (!result.success || result.output.verdict === 'diverged') return undefined;
  if (!areDifferent(result.output.frequencies, highestFrequency(p))) return undefined;
  return {
    result: numbersOf(result.output),
    planes: planes as Float32Array<ArrayBuffer>,
    correctLogits: correctLogits as Float32Array<ArrayBuffer>,
  };
}
