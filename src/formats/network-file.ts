/**
 * The product's own file: safetensors whose metadata hold the settings, the step and the results of
 * the run. Any other reader of safetensors gets the weights.
 */
import * as v from 'valibot';
import english from '../messages/en/formats/network-file.json';
import { createWords, type Values } from '../messages/words.ts';
import { modelDimensions, type RunConfiguration } from '../model/configuration.ts';
import { fieldEntries, namedSettings } from '../model/fields.ts';
import type { Network } from '../model/network.ts';
import { parameter, parameterSpecifications } from '../model/parameters.ts';
import { checkConfiguration } from '../model/validation.ts';
import { FormatError, quoted } from './format-error.ts';
import { readShaped } from './layouts/layout.ts';
import { type WrittenPrecision, writeSafetensors } from './safetensors.ts';
import type { TensorTable } from './tensors.ts';

const words = createWords('formats/network-file', english);

/** What is known of a network beside its weights. */
export interface NetworkFileDetails {
  /** Training step of the weights. */
  readonly step: number | null;
  /** Backend it was trained on. */
  readonly backend?: string;
  /** Trained here: seed and train fraction give its split. */
  readonly trained: boolean;
  /** Results of the run, plain JSON. */
  readonly history?: readonly unknown[];
  /** Address of the page that shows the network. */
  readonly address?: string;
  /** "F16" keeps three digits in half the space. */
  readonly precision?: WrittenPrecision;
}

/** A network read from such a file; `OpenedNetwork` in `open-network.ts` explains its parts. */
interface ReadNetworkFile {
  readonly network: Network;
  readonly layout: string;
  readonly step: number | null;
  readonly splitKnown: boolean;
  readonly questions: readonly [];
  readonly notes: readonly [];
  readonly history: readonly unknown[];
}

const format = 'clock-and-pizza';
const version = 1;

const jsonText = v.pipe(v.string(), v.parseJson());
const wholeNumber = v.pipe(jsonText, v.number(), v.safeInteger(), v.minValue(0));
const metadataSchema = v.object({
  configuration: v.pipe(jsonText, v.record(v.string(), v.unknown())),
  answerClasses: wholeNumber,
  causalMask: v.pipe(jsonText, v.boolean()),
  trained: v.pipe(jsonText, v.boolean()),
  step: v.union([
    v.pipe(
      v.literal('null'),
      v.transform(() => null),
    ),
    wholeNumber,
  ]),
  history: v.pipe(jsonText, v.array(v.unknown())),
});

/** The bytes of a file that `openNetwork` gives back exactly. */
export function writeNetworkFile(network: Network, details: NetworkFileDetails): Uint8Array {
  const { configuration, parameters, answerClasses, causalMask } = network;
  const { step, backend, trained, history = [], address, precision } = details;
  const tensors = parameterSpecifications(configuration).map(({ name, shape }) => ({
    name,
    shape,
    values: parameter(parameters, name),
  }));
  const metadata = {
    format,
    version: String(version),
    configuration: JSON.stringify(namedSettings(configuration)),
    answerClasses: JSON.stringify(answerClasses),
    causalMask: JSON.stringify(causalMask),
    trained: JSON.stringify(trained),
    step: JSON.stringify(step),
    history: JSON.stringify(history),
    ...(backend === undefined ? {} : { backend }),
    ...(address === undefined ? {} : { address }),
  };
  return writeSafetensors(tensors, metadata, precision);
}

/** True for the metadata of such a file, of any version. */
export function isNetworkFile(metadata: ReadonlyMap<string, string>): boolean {
  return metadata.get('format') === format;
}

/** @throws FormatError */
export function readNetworkFile(contents: {
  readonly tensors: TensorTable;
  readonly metadata: ReadonlyMap<string, string>;
}): ReadNetworkFile {
  const { tensors, metadata } = contents;
  checkVersion(metadata.get('version') ?? '');
  const result = v.safeParse(metadataSchema, Object.fromEntries(metadata));
  if (!result.success) {
    const path = result.issues[0].path?.[0]?.key;
    throw unusable('nonsense', { name: quoted(String(path ?? 'metadata')) });
  }
  const { answerClasses, causalMask, trained, step, history } = result.output;
  const configuration = readConfiguration(result.output.configuration);
  const { vocabulary } = modelDimensions(configuration);
  if (answerClasses < configuration.p || answerClasses > vocabulary) {
    throw unusable('otherAnswers', { answers: answerClasses, tokens: vocabulary });
  }
  return {
    network: {
      configuration,
      parameters: new Map(
        parameterSpecifications(configuration).map(({ name, shape }) => [
          name,
          readShaped(tensors, name, shape),
        ]),
      ),
      answerClasses,
      causalMask,
    },
    layout: words('layout'),
    step,
    splitKnown: trained,
    questions: [],
    notes: [],
    history,
  };
}

function checkVersion(text: string): void {
  const number = Number(text);
  if (number === version) return;
  if (number > version) {
    throw new FormatError(words('newer', { version: quoted(text), known: version }));
  }
  throw unusable('unknownVersion', { version: quoted(text) });
}

/** Settings must be complete and valid: replaced ones would not belong to the weights. */
function readConfiguration(raw: Readonly<Record<string, unknown>>): RunConfiguration {
  const missing = fieldEntries.find(([, { name }]) => !Object.hasOwn(raw, name));
  if (missing !== undefined) throw unusable('settingMissing', { name: quoted(missing[1].name) });
  const { configuration, problems } = checkConfiguration(raw);
  const [problem] = problems;
  if (problem !== undefined) {
    throw unusable('settingImpossible', { name: quoted(problem.name) });
  }
  return configuration;
}

/** @param what names the message about what is wrong */
function unusable(what: keyof typeof english, values?: Values): FormatError {
  return new FormatError(words('damaged', { what: words(what, values) }));
}
