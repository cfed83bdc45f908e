/** Opens a network from a file, whatever known format and layout it has. */
import { modelDimensions, type RunConfiguration } from '../model/configuration.ts';
import type { Network } from '../model/network.ts';
import { checkFileSize } from './file-size.ts';
import type { LayoutReading } from './layouts/layout.ts';
import { findLayout } from './layouts.ts';
import { isNetworkFile, readNetworkFile } from './network-file.ts';
import { bestFit, triedRates } from './open-network/best-fit.ts';
import { type FileContents, readContents } from './open-network/contents.ts';
import { combineSettings, type Question } from './open-network/settings.ts';
import { words } from './open-network/words.ts';
import { readReleaseConfig } from './release-config.ts';
import { stripPrefixes } from './tensors.ts';

export { checkFileSize, largestFile } from './file-size.ts';
export { FormatError } from './format-error.ts';
export type { Question } from './open-network/settings.ts';

/** What is known beside the file. */
export interface OpenOptions {
  /** Only used to speak of the file. */
  readonly fileName?: string;
  /** JSON text of the release's configuration that belongs to the file. */
  readonly config?: string;
  /** Answers to earlier questions; they outweigh the configuration. */
  readonly answers?: Answers;
}

/** What a visitor can say about a network whose file does not. */
export type Answers = Partial<
  Pick<
    RunConfiguration,
    'attentionRate' | 'activation' | 'model' | 'separateEmbeddings' | 'equalsToken'
  >
>;

/** An opened network and how far it can be trusted. */
export interface OpenedNetwork {
  readonly network: Network;
  /** Title of the layout the file has. */
  readonly layout: string;
  /** Training step of the weights, when the file tells. */
  readonly step: number | null;
  /** Seed and train fraction give the split it was trained on: only for files of this product. */
  readonly splitKnown: boolean;
  /** What the file cannot tell and nobody answered: the network then holds a best guess. */
  readonly questions: readonly Question[];
  /** Plain sentences worth showing. */
  readonly notes: readonly string[];
  /** Results kept in a recording, else empty. */
  readonly history: readonly unknown[];
}

/**
 * Opens a PyTorch checkpoint (zip format) or a safetensors file. Nothing in it is run.
 *
 * @throws FormatError that says what is wrong and what to do, in one sentence
 */
export async function openNetwork(
  bytes: Uint8Array,
  options: OpenOptions = {},
): Promise<OpenedNetwork> {
  checkFileSize(bytes.length);
  const contents = readContents(bytes, options.fileName);
  if (isNetworkFile(contents.metadata)) {
    const own = readNetworkFile(contents);
    const given = options.config !== undefined || Object.keys(options.answers ?? {}).length > 0;
    return given ? { ...own, notes: [...own.notes, words('ownSettings')] } : own;
  }
  const tensors = stripPrefixes(contents.tensors);
  const layout = findLayout(tensors);
  const reading = layout.read(tensors);
  const { network, questions, notes } = settle(reading, contents, options);
  return {
    network,
    layout: layout.title,
    step: contents.step,
    splitKnown: false,
    questions,
    notes: [...recordingNotes(contents), ...reading.notes, ...notes],
    history: [],
  };
}

interface Settled {
  readonly network: Network;
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

/** Decides what the tensors leave open: by the configuration, by answers, else by the best fit. */
function settle(reading: LayoutReading, contents: FileContents, options: OpenOptions): Settled {
  const isRecording = contents.recorded !== undefined;
  const fromConfig = options.config === undefined ? {} : readReleaseConfig(options.config);
  const known = {
    // The published runs of Nanda et al. have names and shapes of the release, but plain attention.
    ...(isRecording ? { attentionRate: 1 } : {}),
    ...fromConfig,
    ...options.answers,
  };
  const source = options.config === undefined ? 'answer' : 'configuration';
  const { configurations, questions } = combineSettings(reading.architectures, known, source);
  const candidates = configurations.flatMap((configuration) =>
    questions.includes('attentionRate')
      ? triedRates(configuration).map((attentionRate) => ({ ...configuration, attentionRate }))
      : [configuration],
  );
  const networks = candidates.map((configuration) => ({
    configuration,
    parameters: reading.parameters,
    answerClasses: reading.answerClasses ?? modelDimensions(configuration).vocabulary,
    causalMask: reading.causalMask || isRecording,
  }));
  const network = bestFit(networks as [Network, ...Network[]]);
  return { network, questions, notes: questions.map((question) => guessNote(question, network)) };
}

function guessNote(question: Question, { configuration }: Network): string {
  const { attentionRate, activation, separateEmbeddings, p, model } = configuration;
  if (question === 'attentionRate') {
    return words('guessedRate', {
      attentionRate,
      activation: activation === 'relu' ? 'ReLU' : 'GELU',
    });
  }
  if (question === 'model') return words('guessedModel', { model });
  return words('guessedTokens', { tables: separateEmbeddings ? 'separate' : 'shared', p });
}

function recordingNotes({ recorded }: FileContents): string[] {
  if (recorded === undefined) return [];
  return [words('lastRecorded', { count: recorded })];
}
