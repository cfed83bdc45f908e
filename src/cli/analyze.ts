/** `analyze`: the whole analysis of a checkpoint, without a browser. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sampleTriples, type Triple } from '../analysis/gradient-symmetricity.ts';
import { analyseNetwork } from '../analysis/network-analysis.ts';
import { measuresCsv } from '../analysis/result-table.ts';
import { createLogitsComputer } from '../engine/cpu/network-logits.ts';
import { type Answers, checkFileSize, FormatError, openNetwork } from '../formats/open-network.ts';
import { architectureOf } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { configurationFields } from '../model/fields.ts';
import { acceptedValues, checkConfiguration } from '../model/validation.ts';
import { analysisReport } from './analyze/report.ts';
import { readTriples } from './analyze/triples.ts';
import { parseCommand, UsageError } from './arguments.ts';

/** Settings a file may leave open, by their option names. */
const answerKeys = {
  attention: 'attentionRate',
  model: 'model',
  separate: 'separateEmbeddings',
  activation: 'activation',
} as const;

/**
 * Analyses a checkpoint and prints what was found.
 *
 * @throws UsageError for options that make no sense and files that cannot be read
 */
export async function analyze(options: readonly string[]): Promise<void> {
  const { positionals, values } = parseCommand(options, {
    config: 'text',
    attention: 'text',
    model: 'text',
    separate: 'text',
    activation: 'text',
    triples: 'text',
    json: 'flag',
    csv: 'flag',
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError(
      'Name one checkpoint: npm run cli -- analyze FILE [--config FILE] [--attention A] [--json].',
    );
  }
  if (values.json === true && values.csv === true) {
    throw new UsageError('Choose one of --json and --csv.');
  }
  const opened = await openChecked(path, values);
  const { network, layout, notes, step, splitKnown } = opened;
  const { configuration } = network;
  for (const note of notes) process.stderr.write(`${note}\n`);
  const triples = await triplesFor(values.triples, configuration.p, configuration.seed);

  const computer = await createLogitsComputer();
  const began = performance.now();
  const { result } = await analyseNetwork(network, computer.logits, {
    triples,
    step,
    dataset: splitKnown ? createDataset(configuration) : undefined,
    onProgress: ({ done, part }) => {
      process.stderr.write(`${String(Math.round(100 * done)).padStart(3)} %  ${part}\n`);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  if (values.json === true) {
    const known = splitKnown ? configuration : architectureOf(configuration);
    const document = {
      file: basename(path),
      layout,
      configuration: known,
      notes,
      seconds,
      ...result,
    };
    process.stdout.write(`${JSON.stringify(document)}\n`);
  } else if (values.csv === true) {
    process.stdout.write(measuresCsv(result));
  } else {
    process.stdout.write(analysisReport(configuration, result));
  }
}

type Values = ReturnType<typeof parseCommand>['values'];

async function openChecked(path: string, values: Values) {
  const config =
    values.config === undefined
      ? undefined
      : (await readUsable(String(values.config))).toString('utf8');
  const bytes = await readUsable(path);
  const answers = readAnswers(values);
  const opened = await openNetwork(bytes, {
    fileName: basename(path),
    answers,
    ...(config === undefined ? {} : { config }),
  }).catch((error: unknown) => {
    throw error instanceof FormatError ? new UsageError(error.message) : error;
  });
  if (opened.questions.length > 0) {
    // The notes say what fits best; nothing is analysed on a guess.
    const missing = opened.questions.map(
      (question) => `--${configurationFields[question].name} ${example(question)}`,
    );
    throw new UsageError(
      `${opened.notes.join(' ')} Say which it is with ${missing.join(' ')}, or give the run's --config FILE.`,
    );
  }
  return opened;
}

function example(question: keyof typeof configurationFields): string {
  if (question === 'attentionRate') return 'A (0 to 1)';
  return question === 'model' ? 'linear-beta or linear-gamma' : '0 or 1';
}

/** Settings given as options. @throws UsageError */
function readAnswers(values: Values): Answers {
  const given = Object.entries(answerKeys).filter(([name]) => values[name] !== undefined);
  const raw = Object.fromEntries(given.map(([name]) => [name, values[name]]));
  const { configuration, problems } = checkConfiguration(raw);
  const [problem] = problems;
  if (problem !== undefined) {
    const field = Object.values(configurationFields).find(({ name }) => name === problem.name);
    throw new UsageError(
      `--${problem.name} must be ${field === undefined ? 'possible' : acceptedValues(field)}, not "${String(values[problem.name])}".`,
    );
  }
  return Object.fromEntries(given.map(([, key]) => [key, configuration[key]]));
}

async function triplesFor(path: unknown, p: number, seed: number): Promise<readonly Triple[]> {
  if (path === undefined) return sampleTriples(p, seed);
  const text = (await readUsable(String(path))).toString('utf8');
  return readTriples(text, p, String(path));
}

/** A file's bytes. @throws UsageError */
async function readUsable(path: string): Promise<Buffer> {
  try {
    // Before opening: a pipe would wait for ever, a device never end.
    const status = await stat(path);
    if (status.isDirectory()) throw new UsageError(`${path} cannot be read: it is a folder.`);
    if (!status.isFile()) throw new UsageError(`${path} cannot be read: it is not a regular file.`);
    checkFileSize(status.size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof FormatError) throw new UsageError(error.message);
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === 'ENOENT' ? 'there is no such file' : code;
    throw new UsageError(`${path} cannot be read: ${reason ?? 'unknown reason'}.`);
  }
}
