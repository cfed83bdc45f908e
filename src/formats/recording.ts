/**
 * A recorded run: its settings and what the pictures show at some of its steps, as lines of JSON (the
 * first one says what it is). Kept compressed; its final weights are a file of their own. Version 1
 * has the whole picture of every moment and the time it took; version 2 may leave these out.
 */
import * as v from 'valibot';
import { greatestCommonDivisor } from '../math/modular.ts';
import english from '../messages/en/formats/recording.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { namedSettings } from '../model/fields.ts';
import { checkConfiguration } from '../model/validation.ts';
import { FormatError, impossibleSetting } from './format-error.ts';
import { type KeptResult, resultSchema } from './run-line.ts';
import { circlesOnly, type PackedPicture, packedPicture } from './run-picture.ts';

const words = createWords('formats/recording', english);

/** More would not be a recording of this page. */
const mostMoments = 1000;
/** Longest moment: one with its heatmap has a twentieth of that. */
const longestLine = 1e6;

/** One moment of a recorded run. */
export interface RecordedMoment {
  readonly result: KeptResult;
  readonly picture: PackedPicture;
}

/** A recorded run. */
export interface RunRecording {
  readonly configuration: RunConfiguration;
  readonly backend: string;
  /** How long the training took, seconds; left out where nobody measured it. */
  readonly seconds?: number;
  /** Step of the moment that is shown first; the last where none is named. */
  readonly shownStep?: number;
  /** By rising step. */
  readonly moments: readonly RecordedMoment[];
}

/** Seconds: a year. */
const longestRun = 3.2e7;

const headerSchema = v.object({
  format: v.literal('clock-and-pizza-recording'),
  version: v.picklist([1, 2]),
  configuration: v.record(v.string(), v.unknown()),
  backend: v.pipe(v.string(), v.maxLength(40)),
  seconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(longestRun))),
  shownStep: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});

const { frequencies: _frequencies, ...otherEntries } = resultSchema.entries;
const fractions = v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1.001)));
const momentSchema = v.object({
  ...otherEntries,
  /** Power fraction and axis ratio of k = 1, 2, … */
  powers: fractions,
  ratios: fractions,
  picture: v.unknown(),
});

/** The text of a recording, of the oldest version that can say it. */
export function writeRecording(recording: RunRecording): string {
  const { configuration, backend, seconds, shownStep, moments } = recording;
  const isWhole =
    seconds !== undefined && moments.every(({ picture }) => picture.logits !== undefined);
  const header = {
    format: 'clock-and-pizza-recording',
    version: isWhole ? 1 : 2,
    configuration: namedSettings(configuration),
    backend,
    seconds,
    shownStep,
  };
  const lines = moments.map(({ result, picture }) => {
    const { frequencies, ...rest } = result;
    const powers = frequencies.map(({ powerFraction }) => digits(powerFraction, 4));
    const ratios = frequencies.map(({ axisRatio }) => digits(axisRatio, 3));
    const short = Object.entries(rest).map(([key, value]) => [key, digits(value, 6)]);
    return { ...Object.fromEntries(short), powers, ratios, picture };
  });
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The same run without its heatmaps, a fifth as large: for pages that only show circles. */
export function lightRecording(recording: RunRecording): RunRecording {
  const moments = recording.moments.map(({ result, picture }) => ({
    result,
    picture: circlesOnly(picture),
  }));
  return { ...recording, moments };
}

/** @throws FormatError when it is no recording */
export function readRecording(text: string): RunRecording {
  const [first = '', ...rest] = linesOf(text);
  const header = parsed(headerSchema, first, () => words('firstLine'));
  const { configuration: raw, backend, seconds, shownStep } = header;
  const { configuration, problems } = checkConfiguration(raw, undefined, false);
  const [problem] = problems;
  if (problem !== undefined) throw impossibleSetting(problem);
  if (rest.length === 0 || rest.length > mostMoments) {
    throw new FormatError(words('momentCount', { most: mostMoments, count: rest.length }));
  }
  const { p } = configuration;
  const count = Math.floor(p / 2);
  const moments = rest.map((line, index): RecordedMoment => {
    const number = index + 1;
    const moment = parsed(momentSchema, line, () => words('momentNonsense', { number }));
    const { powers, ratios, picture, ...result } = moment;
    const packed = v.safeParse(packedPicture(p), picture);
    if (!packed.success || powers.length !== count || ratios.length !== count) {
      throw new FormatError(words('momentOtherSize', { number, p }));
    }
    const frequencies = powers.map((powerFraction, at) => ({
      k: at + 1,
      powerFraction,
      axisRatio: ratios[at] as number,
      sharedFactor: greatestCommonDivisor(at + 1, p),
    }));
    return { result: { ...result, frequencies }, picture: packed.output as PackedPicture };
  });
  const rising = moments.every(
    ({ result }, index) => index === 0 || result.step > (moments[index - 1]?.result.step ?? 0),
  );
  if (!rising) throw new FormatError(words('outOfOrder'));
  return {
    configuration,
    backend,
    ...(seconds === undefined ? {} : { seconds }),
    ...(shownStep === undefined ? {} : { shownStep }),
    moments,
  };
}

/** Lines that are not empty; not all of them where they are far too many. */
function linesOf(text: string): readonly string[] {
  return text.split('\n', 3 * mostMoments).filter((line) => line !== '');
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  line: string,
  problem: () => string,
): v.InferOutput<Schema> {
  const json = v.pipe(v.string(), v.maxLength(longestLine), v.parseJson());
  const result = v.safeParse(v.pipe(json, schema), line);
  if (result.success) return result.output as v.InferOutput<Schema>;
  throw new FormatError(problem());
}

function digits(value: unknown, count: number): unknown {
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(count));
}
