/** Implements the inspection worker's contract: one network, its analysis, and questions about it. */
import { sampleTriples } from '../analysis/gradient-symmetricity.ts';
import { keepFrequencies } from '../analysis/isolation.ts';
import { analyseNetwork, type NetworkAnalysis } from '../analysis/network-analysis.ts';
import { measureRemaining } from '../analysis/remaining-network.ts';
import { measuresCsv } from '../analysis/result-table.ts';
import { explainFailure } from '../engine/failure.ts';
import { writeNetworkFile } from '../formats/network-file.ts';
import { checkFileSize, FormatError, openNetwork } from '../formats/open-network.ts';
import english from '../messages/en/worker/inspection.json';
import { createWords } from '../messages/words.ts';
import { architectureOf } from '../model/configuration.ts';
import { createDataset } from '../model/dataset.ts';
import { type Network, trainedNetwork } from '../model/network.ts';
import type { InspectionWorker, OpenedSummary, Reply } from './inspection-contract.ts';
import { createLogitsSource } from './logits-source.ts';

const words = createWords('worker/inspection', english);

/** The network that is looked into. */
interface Subject {
  readonly network: Network;
  readonly summary: OpenedSummary;
  analysis?: NetworkAnalysis;
}

/** Thrown inside an analysis that nobody waits for any more. */
class Superseded extends Error {}

/** Opens and analyses networks. */
export function createInspectionWorker(): InspectionWorker {
  const source = createLogitsSource();
  let subject: Subject | undefined;
  /** Counts requests that end an analysis under way. */
  let generation = 0;
  /** Counts calls of `open`: the last one wins. */
  let opening = 0;

  async function answer<Value>(work: () => Promise<Value> | Value): Promise<Reply<Value>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      if (error instanceof Superseded) {
        return { ok: false, message: words('superseded'), superseded: true };
      }
      const message =
        error instanceof FormatError ? error.message : explainFailure(error, words('analysis'));
      return { ok: false, message };
    }
  }

  /** Lets messages through, then goes on unless one of them asked for something else. */
  async function stillWanted(own: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    if (own !== generation) throw new Superseded();
  }

  function present(): Subject {
    if (subject === undefined) throw new Error(words('noNetwork'));
    return subject;
  }

  function analysed(): NetworkAnalysis {
    const { analysis } = present();
    if (analysis === undefined) throw new Error(words('notAnalysed'));
    return analysis;
  }

  return {
    open: (files) =>
      answer(async () => {
        checkFileSize(files.checkpoint.size);
        const own = ++opening;
        const bytes = new Uint8Array(await readBlob(files.checkpoint));
        const opened = await openNetwork(bytes, {
          fileName: files.name,
          ...(files.config === undefined ? {} : { config: files.config }),
          ...(files.answers === undefined ? {} : { answers: files.answers }),
        });
        if (own !== opening) throw new Superseded();
        // Only now: a file that cannot be opened leaves what is looked into alone.
        generation++;
        const { network, layout, step, splitKnown, questions, notes } = opened;
        const { configuration } = network;
        const summary = { configuration, layout, step, splitKnown, questions, notes };
        subject = { network, summary };
        return summary;
      }),
    take: ({ configuration, parameters, step }) =>
      answer(() => {
        generation++;
        opening++;
        const summary: OpenedSummary = {
          configuration,
          layout: words('trainedHere'),
          step,
          splitKnown: true,
          questions: [],
          notes: [],
        };
        subject = { network: trainedNetwork(configuration, parameters), summary };
        return summary;
      }),
    analyse: (onProgress) =>
      answer(async () => {
        const own = ++generation;
        const looked = present();
        const { network, summary } = looked;
        const began = performance.now();
        const logitsOf = await source.start();
        await stillWanted(own);
        const analysis = await analyseNetwork(network, logitsOf, {
          triples: triplesOf(network),
          step: summary.step,
          dataset: summary.splitKnown ? createDataset(network.configuration) : undefined,
          async onProgress(progress) {
            onProgress(progress);
            await stillWanted(own);
          },
        });
        looked.analysis = analysis;
        const { result, planes, correctLogits, neurons } = analysis;
        return {
          result,
          planes,
          correctLogits,
          circleLogits: analysis.circles.map((circle) => circle.correctLogits),
          neurons: neurons.neurons,
          milliseconds: performance.now() - began,
          backend: source.backend(),
        };
      }),
    async cancel() {
      generation++;
      opening++;
    },
    remaining: (kept) =>
      answer(async () => {
        const { network } = present();
        const changed = keepFrequencies(network, kept);
        const logitsOf = await source.start();
        return measureRemaining(changed, kept, await logitsOf(changed), triplesOf(network));
      }),
    pair: (a, b) =>
      answer(() => {
        const { circles, logits } = analysed();
        const { p } = present().network.configuration;
        return {
          a,
          b,
          circles: circles.map((circle) => logitsOfPair(circle.logits, a * p + b, p)),
          full: logitsOfPair(logits, a * p + b, p),
        };
      }),
    neuron: (index) =>
      answer(() => {
        const { preActivations } = analysed();
        const pairs = present().network.configuration.p ** 2;
        const count = preActivations.length / pairs;
        if (!Number.isInteger(index) || index < 0 || index >= count) {
          throw new Error(words('noNeuron', { index, count }));
        }
        return Float32Array.from(
          { length: pairs },
          (_, pair) => preActivations[pair * count + index] as number,
        );
      }),
    measures: (format, address) =>
      answer(() => {
        const { result } = analysed();
        if (format === 'csv') return measuresCsv(result, address);
        const { configuration: all, layout, notes, splitKnown } = present().summary;
        const configuration = splitKnown ? all : architectureOf(all);
        const origin = address === undefined ? {} : { address };
        return `${JSON.stringify({ ...origin, layout, configuration, notes, ...result }, null, 2)}\n`;
      }),
    weightsFile: (address) =>
      answer(() => {
        const { network, summary } = present();
        return writeNetworkFile(network, {
          step: summary.step,
          trained: summary.splitKnown,
          ...(address === undefined ? {} : { address }),
        });
      }),
  };
}

/** The same 100 triples for the same seed, as everywhere on the page. */
function triplesOf({ configuration: { p, seed } }: Network) {
  return sampleTriples(p, seed);
}

/** First p logits of one pair. */
function logitsOfPair(logits: Float32Array, pair: number, p: number): Float32Array {
  const columns = logits.length / (p * p);
  return logits.slice(pair * columns, pair * columns + p);
}

async function readBlob(blob: Blob): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch {
    throw new FormatError(words('notRead'));
  }
}
