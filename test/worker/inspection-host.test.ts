import { beforeEach, describe, expect, it } from 'vitest';
import { keepFrequencies } from '../../src/analysis/isolation.ts';
import { measuresCsv } from '../../src/analysis/result-table.ts';
import { openNetwork } from '../../src/formats/open-network.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { createDataset } from '../../src/model/dataset.ts';
import { allLogits, firstPreActivations } from '../../src/model/forward.ts';
import { type Network, trainedNetwork } from '../../src/model/network.ts';
import type {
  AnalysisProgress,
  Inspection,
  InspectionWorker,
  Reply,
} from '../../src/worker/inspection-contract.ts';
import { createInspectionWorker } from '../../src/worker/inspection-host.ts';
import { savedTensors } from '../formats/support/saved-networks.ts';
import { writeTorch } from '../formats/support/torch-writer.ts';
import { relativeDifference } from '../support/comparison.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';

let worker: InspectionWorker;
beforeEach(() => {
  worker = createInspectionWorker();
});

const ignore = () => undefined;
const oneSentence = /^[“\p{Lu}][^\n]*\.$/u;
const superseded = { ok: false, superseded: true };

function networkOf(changes: Partial<RunConfiguration> = {}): Network {
  const configuration = smallConfiguration({ p: 7, attentionRate: 0.5, ...changes });
  return trainedNetwork(configuration, randomParameters(configuration));
}

const take = ({ configuration, parameters }: Network, step = 40) =>
  worker.take({ configuration, parameters, step });

/** A checkpoint as PyTorch saves it. */
function checkpoint({ configuration, parameters }: Network): Blob {
  return new Blob([writeTorch(savedTensors(configuration, parameters)) as Uint8Array<ArrayBuffer>]);
}

/** The result; fails where there is none. */
function resultOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) expect.fail(reply.message);
  return reply.value;
}

/** The sentence of a refusal. */
function refusalOf(reply: Reply<unknown>): string {
  if (reply.ok) expect.fail('It was not refused.');
  expect(reply.message).toMatch(oneSentence);
  expect(reply.superseded).toBeUndefined();
  return reply.message;
}

/** Something that can be read when a test says so. */
function slowBlob(contents: Blob): { blob: Blob; finish: () => void } {
  let finish: () => void = ignore;
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const blob = {
    size: contents.size,
    arrayBuffer: () => gate.then(() => contents.arrayBuffer()),
  };
  return { blob: blob as unknown as Blob, finish };
}

/** An analysis that has begun, and its reply. */
async function begun(): Promise<Promise<Reply<Inspection>>[]> {
  let analysis: Promise<Reply<Inspection>> | undefined;
  await new Promise<void>((resolve) => {
    analysis = worker.analyse(() => resolve());
  });
  return analysis === undefined ? [] : [analysis];
}

describe('opening a file', () => {
  it('tells what it holds and what it does not tell', async () => {
    const network = networkOf();
    const opened = resultOf(await worker.open({ checkpoint: checkpoint(network), name: 'a.pt' }));
    expect(opened).toMatchObject({
      configuration: { p: 7, width: 16 },
      layout: expect.stringContaining('The Clock and the Pizza'),
      step: null,
      splitKnown: false,
      questions: ['attentionRate'],
      notes: [expect.stringMatching(/attention rate/)],
    });
  });

  it('takes answers and a configuration', async () => {
    const file = { checkpoint: checkpoint(networkOf()), name: 'a.pt' };
    const answered = await worker.open({ ...file, answers: { attentionRate: 0.25 } });
    expect(resultOf(answered)).toMatchObject({
      configuration: { attentionRate: 0.25 },
      questions: [],
    });
    const configured = await worker.open({ ...file, config: '{"attn_coeff": 0.75}' });
    expect(resultOf(configured)).toMatchObject({
      configuration: { attentionRate: 0.75 },
      questions: [],
    });
  });

  it('that holds no network gives one sentence', async () => {
    const open = (text: string) => worker.open({ checkpoint: new Blob([text]), name: 'notes.txt' });
    expect(refusalOf(await open('weights, honestly'))).toMatch(/^“notes.txt” is not a checkpoint/);
    expect(refusalOf(await open(''))).toMatch(/^“notes.txt” is empty/);
  });

  it('that cannot be read gives one sentence', async () => {
    const gone = { size: 5, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) };
    const reply = await worker.open({ checkpoint: gone as unknown as Blob, name: 'a.pt' });
    expect(refusalOf(reply)).toMatch(/could not be read/);
  });

  it('that is too large refuses it without reading it', async () => {
    let read = false;
    const huge = Object.defineProperties(new Blob([]), {
      size: { value: 400e6 },
      arrayBuffer: {
        value: async () => {
          read = true;
          return new ArrayBuffer(0);
        },
      },
    });
    expect(refusalOf(await worker.open({ checkpoint: huge, name: 'huge.pt' }))).toMatch(/400 MB/);
    expect(read).toBe(false);
  });

  it('that fails leaves the network before alone', async () => {
    await take(networkOf());
    const result = resultOf(await worker.analyse(ignore)).result;
    refusalOf(await worker.open({ checkpoint: new Blob(['no']), name: 'no.pt' }));
    expect(JSON.parse(resultOf(await worker.measures('json')))).toMatchObject({
      step: 40,
      loss: result.loss,
    });
  });

  it('that fails leaves a running analysis alone', async () => {
    await take(networkOf());
    const [analysis] = await begun();
    refusalOf(await worker.open({ checkpoint: new Blob(['no']), name: 'no.pt' }));
    expect(resultOf(await (analysis as Promise<Reply<Inspection>>)).result.step).toBe(40);
  });

  it('twice at once takes the last, whichever is read first', async () => {
    const slow = slowBlob(checkpoint(networkOf({ p: 5 })));
    const first = worker.open({ checkpoint: slow.blob, name: 'first.pt' });
    const second = worker.open({ checkpoint: checkpoint(networkOf({ p: 9 })), name: 'second.pt' });
    expect(resultOf(await second).configuration.p).toBe(9);
    slow.finish();
    expect(await first).toMatchObject(superseded);
    const file = resultOf(await worker.weightsFile());
    expect((await openNetwork(file)).network.configuration.p).toBe(9);
  });

  it('does not replace a run’s network that was taken meanwhile', async () => {
    const slow = slowBlob(checkpoint(networkOf({ p: 5 })));
    const opening = worker.open({ checkpoint: slow.blob, name: 'slow.pt' });
    await take(networkOf());
    slow.finish();
    expect(await opening).toMatchObject(superseded);
    expect(resultOf(await worker.analyse(ignore)).planes).toHaveLength(3 * 7 * 2);
  });
});

describe('cancelling an opening', () => {
  it('leaves the network before alone', async () => {
    await take(networkOf());
    await worker.analyse(ignore);
    const slow = slowBlob(checkpoint(networkOf({ p: 5 })));
    const opening = worker.open({ checkpoint: slow.blob, name: 'slow.pt' });
    await worker.cancel();
    slow.finish();
    // The page goes on showing that network, and asks about it.
    expect(await opening).toMatchObject(superseded);
    expect(resultOf(await worker.pair(6, 6)).full).toHaveLength(7);
  });
});

describe('taking the network of a run', () => {
  it('knows its step, its settings and its split', async () => {
    const network = networkOf();
    expect(resultOf(await take(network, 12))).toEqual({
      configuration: network.configuration,
      layout: expect.any(String),
      step: 12,
      splitKnown: true,
      questions: [],
      notes: [],
    });
    const { result } = resultOf(await worker.analyse(ignore));
    const { trainCount, testCount } = createDataset(network.configuration);
    expect(
      (result.trainLoss * trainCount + result.testLoss * testCount) / (trainCount + testCount),
    ).toBeCloseTo(result.loss, 9);
  });
});

describe('analysing', () => {
  it('tells how far it is and gives all that the views draw', async () => {
    const network = networkOf();
    await take(network);
    const seen: AnalysisProgress[] = [];
    const inspection = resultOf(await worker.analyse((progress) => void seen.push(progress)));
    const done = seen.map((progress) => progress.done);
    expect(done.length).toBeGreaterThan(5);
    expect(done[0]).toBe(0);
    expect(done).toEqual([...done].sort((left, right) => left - right));
    expect(done.at(-1)).toBeLessThanOrEqual(1);

    const { result, circleLogits, correctLogits, planes, neurons } = inspection;
    expect(result.step).toBe(40);
    expect(result.circles).toHaveLength(3);
    expect(circleLogits.map(({ length }) => length)).toEqual([49, 49, 49]);
    expect(planes).toHaveLength(3 * 7 * 2);
    expect(neurons.length).toBeGreaterThan(0);
    expect(inspection.milliseconds).toBeGreaterThan(0);
    expect(inspection.backend).toBe('wasm');
    const logits = allLogits(network);
    const expected = Array.from({ length: 49 }, (_, pair) => {
      const label = (Math.floor(pair / 7) + (pair % 7)) % 7;
      return logits[pair * 7 + label] as number;
    });
    expect(relativeDifference(correctLogits, expected)).toBeLessThan(1e-5);
  });

  it.each<[name: string, interrupt: () => Promise<unknown>]>([
    ['another analysis', () => worker.analyse(ignore)],
    ['another network', () => take(networkOf({ p: 5 }))],
    [
      'another file',
      () => worker.open({ checkpoint: checkpoint(networkOf({ p: 5 })), name: 'a.pt' }),
    ],
    ['cancelling', () => worker.cancel()],
  ])('is ended by %s', async (_name, interrupt) => {
    await take(networkOf());
    const [analysis] = await begun();
    const [first, second] = await Promise.all([analysis, interrupt()]);
    expect(first).toMatchObject({ ...superseded, message: expect.stringMatching(oneSentence) });
    if (second !== undefined) expect(second).toMatchObject({ ok: true });
  });

  it('that was ended can be asked for again', async () => {
    await take(networkOf());
    const [analysis] = await begun();
    await worker.cancel();
    await analysis;
    expect(refusalOf(await worker.pair(0, 0))).toMatch(/not been analysed/);
    expect(await worker.analyse(ignore)).toMatchObject({ ok: true });
    expect(await worker.pair(0, 0)).toMatchObject({ ok: true });
  });

  it('goes on with a best guess where the file leaves questions open', async () => {
    const { questions } = resultOf(
      await worker.open({ checkpoint: checkpoint(networkOf()), name: 'a.pt' }),
    );
    expect(questions).not.toEqual([]);
    const { result } = resultOf(await worker.analyse(ignore));
    expect(result.step).toBeNull();
    expect(result.trainLoss).toBeNaN();
    expect(result.loss).toBeGreaterThan(0);
  });

  it('reports what goes wrong in one sentence', async () => {
    const { configuration } = networkOf();
    await worker.take({ configuration, parameters: new Map(), step: 0 });
    refusalOf(await worker.analyse(ignore));
    await take(networkOf());
    expect(await worker.analyse(ignore)).toMatchObject({ ok: true });
  });
});

describe('questions about the network', () => {
  const network = networkOf({ p: 7, equalsToken: true });

  it('before there is one give one plain sentence', async () => {
    const replies = await Promise.all([
      worker.analyse(ignore),
      worker.remaining([1]),
      worker.pair(0, 0),
      worker.neuron(0),
      worker.measures('json'),
      worker.weightsFile(),
    ]);
    for (const reply of replies) expect(refusalOf(reply)).toMatch(/no network/);
    await expect(worker.cancel()).resolves.toBeUndefined();
  });

  it('before it is analysed are answered, or refused in one sentence, at once', async () => {
    await take(network);
    expect(resultOf(await worker.remaining([1, 2])).correctLogits).toHaveLength(49);
    expect(resultOf(await worker.weightsFile()).length).toBeGreaterThan(1000);
    for (const reply of [
      await worker.pair(0, 0),
      await worker.neuron(0),
      await worker.measures('csv'),
    ]) {
      expect(refusalOf(reply)).toMatch(/not been analysed/);
    }
  });

  it('are answered while it is analysed', async () => {
    await take(network);
    const [analysis] = await begun();
    expect(await worker.remaining([1])).toMatchObject({ ok: true });
    expect(await analysis).toMatchObject({ ok: true });
  });

  it('of the network before are refused when another was taken', async () => {
    await take(network);
    await worker.analyse(ignore);
    await take(networkOf({ p: 5 }));
    expect(refusalOf(await worker.pair(6, 6))).toMatch(/not been analysed/);
  });

  it('give what remains with some circles kept', async () => {
    await take(network);
    const { result, correctLogits } = resultOf(await worker.analyse(ignore));
    const all = resultOf(await worker.remaining([1, 2, 3]));
    expect(relativeDifference(all.correctLogits, correctLogits)).toBeLessThan(1e-4);
    expect(all.accuracy).toBeCloseTo(result.accuracy, 1);
    expect(all.loss).toBeCloseTo(result.loss, 4);
    const [strongest] = result.circles;
    const one = resultOf(await worker.remaining([strongest?.k ?? 0]));
    expect(one.accuracy).toBe(strongest?.accuracy);
    expect(one.distanceIrrelevance).toBeCloseTo(strongest?.distanceIrrelevance ?? 0, 5);
  });

  it('give each circle’s votes on a pair, and those of the whole network', async () => {
    await take(network);
    const { result } = resultOf(await worker.analyse(ignore));
    const votes = resultOf(await worker.pair(2, 6));
    expect(votes).toMatchObject({ a: 2, b: 6 });
    expect(votes.circles).toHaveLength(result.circles.length);
    // Eight columns: “=” is a token, but no answer.
    const rowOf = (changed: Network) => allLogits(changed).subarray(20 * 8, 20 * 8 + 7);
    expect(relativeDifference(votes.full, rowOf(network))).toBeLessThan(1e-5);
    result.circles.forEach(({ k }, index) => {
      const expected = rowOf(keepFrequencies(network, [k]));
      expect(relativeDifference(votes.circles[index] ?? [], expected)).toBeLessThan(1e-5);
    });
  });

  it('give a neuron’s pre-activations', async () => {
    await take(network);
    await worker.analyse(ignore);
    const all = firstPreActivations(network);
    const values = resultOf(await worker.neuron(5));
    expect(values).toEqual(Float32Array.from({ length: 49 }, (_, pair) => all[pair * 64 + 5] ?? 0));
  });

  it('give all measures as text', async () => {
    await take(network);
    const { result } = resultOf(await worker.analyse(ignore));
    const json = resultOf(await worker.measures('json'));
    expect(json.endsWith('\n')).toBe(true);
    expect(JSON.parse(json)).toEqual({
      layout: expect.any(String),
      configuration: network.configuration,
      notes: [],
      ...JSON.parse(JSON.stringify(result)),
    });
    expect(resultOf(await worker.measures('csv'))).toBe(measuresCsv(result));
    const address = 'https://example.org/?view=inside&step=3';
    expect(JSON.parse(resultOf(await worker.measures('json', address)))).toEqual({
      address,
      ...JSON.parse(json),
    });
    expect(resultOf(await worker.measures('csv', address))).toBe(measuresCsv(result, address));
    expect(measuresCsv(result, address)).toContain(`\r\nnetwork,address,${address}\r\n`);
  });

  it('give a file that opens again to the same network', async () => {
    await take(network, 17);
    const bytes = resultOf(await worker.weightsFile());
    const again = await openNetwork(bytes);
    expect(again).toMatchObject({ step: 17, splitKnown: true, questions: [] });
    expect(again.network).toEqual({ ...network, parameters: new Map(network.parameters) });
    const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const summary = resultOf(await worker.open({ checkpoint: file, name: 'again.safetensors' }));
    expect(summary).toMatchObject({ step: 17, configuration: network.configuration });
    expect(resultOf(await worker.weightsFile())).toEqual(bytes);
  });

  it('give a file that does not claim to know the split of an opened network', async () => {
    await worker.open({
      checkpoint: checkpoint(networkOf()),
      name: 'a.pt',
      answers: { attentionRate: 0.5 },
    });
    const again = await openNetwork(resultOf(await worker.weightsFile()));
    expect(again).toMatchObject({ step: null, splitKnown: false });
  });
});
