/** Measures of a run as one JSON document: results under their public names (README, "Results"). */
import * as v from 'valibot';
import { namedSettings } from '../../model/fields.ts';
import { FormatError, quoted } from '../format-error.ts';
import { keptNumber, resultSchema } from '../run-line.ts';
import {
  checkedMeasures,
  longestAddress,
  measuredConfiguration,
  type RunMeasures,
} from './measures.ts';
import { words } from './words.ts';

const format = 'clock-and-pizza-measures';
const version = 1;

const schema = v.object({
  version: v.literal(version),
  address: v.pipe(v.string(), v.maxLength(longestAddress)),
  configuration: v.record(v.string(), v.unknown()),
  backend: v.pipe(v.string(), v.maxLength(40)),
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  steps: v.array(resultSchema),
});

/** The text of the document. Settings are exact, results keep seven digits. */
export function writeMeasuresDocument(measures: RunMeasures): string {
  const { address, configuration, backend, step, results } = measures;
  const settings = namedSettings(configuration);
  const document = { format, version, address, configuration: settings, backend, step };
  const text = JSON.stringify(
    { ...document, steps: results },
    // `this` is the object that holds the value.
    function (this: unknown, _key, value) {
      return typeof value === 'number' && this !== settings ? keptNumber(value) : value;
    },
  );
  return `${text}\n`;
}

/** True for such a document, of any version. */
export function isMeasuresDocument(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === format
  );
}

/** @throws FormatError */
export function readMeasuresDocument(value: unknown): RunMeasures {
  const result = v.safeParse(schema, value);
  if (!result.success) {
    const path = result.issues[0].path?.map(({ key }) => String(key)).join('.');
    throw new FormatError(words('nonsense', { name: quoted(path ?? 'document') }));
  }
  const { address, backend, step, steps, configuration } = result.output;
  return checkedMeasures({
    configuration: measuredConfiguration(configuration),
    backend,
    address,
    step,
    results: steps,
  });
}
