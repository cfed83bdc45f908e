/**
 * One run of a sweep as one line of JSON: settings, results under their public names (README,
 * "Results") and small pictures.
 */
import * as v from 'valibot';
import { highestFrequency } from '../math/fourier.ts';
import english from '../messages/en/formats/run-line.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { namedSettings } from '../model/fields.ts';
import { checkConfiguration } from '../model/validation.ts';
import { FormatError, impossibleSetting } from './format-error.ts';
import { type PackedPicture, packedPicture } from './run-picture.ts';

const words = createWords('formats/run-line', english);

const version = 1;

/** What is further from 0 is as good as no number. */
const largestMeasure = 1e30;
const measure = v.nullable(
  v.pipe(v.number(), v.minValue(-largestMeasure), v.maxValue(largestMeasure)),
);
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What is kept of a run. Null is what has no number, for example the losses of a diverged run. */
export const resultSchema = v.object({
  step: count,
  trainLoss: measure,
  testLoss: measure,
  trainAccuracy: share,
  testAccuracy: share,
  gradientSymmetricity: measure,
  gradientSymmetricityError: measure,
  gradientSymmetricityTriples: count,
  gradientSymmetricityLeftOut: count,
  distanceIrrelevance: measure,
  distanceIrrelevanceWrongLogit: measure,
  circularity: measure,
  parameterNorm: measure,
  frequencies: v.array(
    v.object({
      k: count,
      powerFraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1.001)),
      axisRatio: v.pipe(v.number(), v.minValue(0), v.maxValue(1.001)),
      sharedFactor: count,
    }),
  ),
  effectiveCircles: measure,
  gini: measure,
  verdict: v.picklist(['learning', 'pizza', 'clock', 'between', 'non-circular', 'diverged']),
  verdictReason: v.pipe(v.string(), v.maxLength(400)),
});

const lineSchema = v.object({
  format: v.literal('clock-and-pizza-run'),
  version: v.literal(version),
  configuration: v.record(v.string(), v.unknown()),
  backend: v.pipe(v.string(), v.maxLength(40)),
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  learnedStep: v.nullable(count),
  stoppedEarly: v.boolean(),
  ...resultSchema.entries,
  picture: v.optional(v.unknown()),
});

/** Runs that are equal have equal lines. */
const keysInOrder = Object.keys(lineSchema.entries).filter(
  (key): key is keyof RunRecord => key !== 'format' && key !== 'version',
);

/** The results of a run, as a line keeps them. */
export type KeptResult = v.InferOutput<typeof resultSchema>;

/** One run of a sweep. */
export interface RunRecord extends KeptResult {
  readonly configuration: RunConfiguration;
  readonly backend: string;
  readonly seconds: number;
  /** First step at which 99 % of the test pairs were answered right; null for never. */
  readonly learnedStep: number | null;
  /** True when it ended before its last step because nothing changed any more. */
  readonly stoppedEarly: boolean;
  readonly picture?: PackedPicture;
}

/**
 * A line without its end. Settings are exact: a run is found again by them. Results keep seven digits,
 * which is what float32 knows; what has no number, or one too large to be read again, is null.
 */
export function writeRunLine(run: RunRecord): string {
  const settings = namedSettings(run.configuration);
  return JSON.stringify(
    {
      format: 'clock-and-pizza-run',
      version,
      ...Object.fromEntries(keysInOrder.map((key) => [key, run[key]])),
      configuration: settings,
    },
    // `this` is the object that holds the value.
    function (this: unknown, _key, value) {
      return typeof value === 'number' && this !== settings ? keptNumber(value) : value;
    },
  );
}

/** @throws FormatError when it is no such line */
export function readRunLine(line: string): RunRecord {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), lineSchema), line);
  if (!result.success) {
    const path = result.issues[0].path?.map(({ key }) => String(key)).join('.');
    throw new FormatError(path === undefined ? words('notJson') : words('nonsense', { path }));
  }
  const { format: _format, version: _version, picture, ...rest } = result.output;
  const { configuration, problems } = checkConfiguration(rest.configuration, undefined, false);
  const [problem] = problems;
  if (problem !== undefined) throw impossibleSetting(problem);
  const highest = highestFrequency(configuration.p);
  if (!areDifferent(rest.frequencies, highest)) {
    throw new FormatError(words('otherFrequencies', { p: configuration.p, highest }));
  }
  const run = { ...rest, configuration };
  if (picture === undefined) return run;
  const packed = v.safeParse(packedPicture(configuration.p), picture);
  if (!packed.success) throw new FormatError(words('oddPictures'));
  return { ...run, picture: packed.output as PackedPicture };
}

/** True for frequencies from 1 to the highest, none twice: what a figure has room for. */
export function areDifferent(frequencies: KeptResult['frequencies'], highest: number): boolean {
  const different = new Set(frequencies.map(({ k }) => k));
  const inRange = frequencies.every(({ k }) => k >= 1 && k <= highest);
  return inRange && different.size === frequencies.length;
}

/** Seven digits, which is what float32 knows; null for what has no number. */
export function keptNumber(value: number): number | null {
  if (!(Math.abs(value) <= largestMeasure)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(7));
}
