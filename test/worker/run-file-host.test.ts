import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { gunzipSync, gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readNetworkFile } from '../../src/formats/network-file.ts';
import { readRecording } from '../../src/formats/recording.ts';
import { readSafetensors } from '../../src/formats/safetensors.ts';
import { root } from '../../src/setup/command.mjs';
import type { Reply } from '../../src/worker/inspection-contract.ts';
import { createRunFileWorker } from '../../src/worker/run-file-host.ts';
import { randomParameters } from '../support/networks.ts';
import { runToSave } from '../support/saved-runs.ts';

const worker = createRunFileWorker();
const empty = new Float32Array();

async function resultOf<Value>(reply: Promise<Reply<Value>>): Promise<Value> {
  const answer = await reply;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** Infinite where one has more numbers than the other. */
function largestDifference(left: Float32Array, right: Float32Array | undefined): number {
  if (left.length !== right?.length) return Number.POSITIVE_INFINITY;
  return left.reduce((most, value, at) => Math.max(most, Math.abs(value - (right[at] ?? 0))), 0);
}

const open = (contents: Uint8Array | string) => worker.openFile(new Blob([contents as BlobPart]));

const files = {
  'a recording': () => resultOf(worker.writeRecording(runToSave())),
  'measures as JSON': () => resultOf(worker.writeMeasures(runToSave(), 'json')),
  'measures as CSV': () => resultOf(worker.writeMeasures(runToSave(), 'csv')),
};

describe('a recording of the run on screen', () => {
  it('opens again at the step that was on screen, with what was drawn', async () => {
    const run = runToSave();
    const opened = await resultOf(open(await resultOf(worker.writeRecording(run))));
    if (opened.kind !== 'recording') throw new Error('It should be a recording.');
    const { configuration, backend, shownStep, snapshots } = opened.run;
    expect({ configuration, backend, shownStep }).toEqual({
      configuration: run.configuration,
      backend: 'wasm',
      shownStep: 10,
    });
    expect(opened.run).not.toHaveProperty('seconds');
    expect(snapshots.map(({ result }) => result)).toEqual(
      run.snapshots.map(({ result }) => result),
    );
    snapshots.forEach(({ planes, correctLogits }, index) => {
      const before = run.snapshots[index];
      expect(largestDifference(planes, before?.planes)).toBeLessThan(0.005);
      expect(largestDifference(correctLogits, before?.correctLogits)).toBeLessThan(0.005);
    });
  });

  it('gives the same bytes twice, and keeps the time where that is known', async () => {
    const [first, second] = [await files['a recording'](), await files['a recording']()];
    expect(first).toEqual(second);
    const timed = await resultOf(worker.writeRecording({ ...runToSave(), seconds: 1.5 }));
    expect(readRecording(new TextDecoder().decode(gunzipSync(timed)))).toMatchObject({
      seconds: 1.5,
    });
  });

  it('leaves out moments that cannot be drawn, and says so when none can', async () => {
    const { snapshots, ...run } = runToSave();
    const [first, ...rest] = snapshots.map((snapshot, index) =>
      index === 0 ? snapshot : { ...snapshot, planes: snapshot.planes.map(() => Number.NaN) },
    );
    if (first === undefined) throw new Error('There should be moments.');
    const written = await resultOf(worker.writeRecording({ ...run, snapshots: [first, ...rest] }));
    const opened = await resultOf(open(written));
    expect(opened).toMatchObject({ run: { snapshots: [{ result: { step: 0 } }] } });
    expect(await worker.writeRecording({ ...run, snapshots: rest })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/nothing in the run that can be drawn\.$/),
    });
  });

  it('has no heatmaps where the run has none', async () => {
    const { snapshots, ...run } = runToSave();
    const light = snapshots.map((snapshot) => ({ ...snapshot, correctLogits: empty }));
    const opened = await resultOf(
      open(await resultOf(worker.writeRecording({ ...run, snapshots: light }))),
    );
    expect(opened).toMatchObject({
      run: { snapshots: light.map(() => ({ correctLogits: empty })) },
    });
  });
});

describe('measures of the run on screen', () => {
  it.each(['json', 'csv'] as const)('open again as a run without pictures: %s', async (format) => {
    const run = runToSave();
    const opened = await resultOf(open(await resultOf(worker.writeMeasures(run, format))));
    expect(opened).toEqual({
      kind: 'measures',
      run: {
        configuration: run.configuration,
        backend: 'wasm',
        shownStep: 10,
        snapshots: run.snapshots.map(({ result }) => ({
          result,
          planes: empty,
          correctLogits: empty,
        })),
      },
    });
    if (opened.kind !== 'measures') throw new Error('They should be measures.');
    const again = { ...opened.run, shownStep: 10, address: run.address };
    expect(await resultOf(worker.writeMeasures(again, format))).toBe(
      await resultOf(worker.writeMeasures(run, format)),
    );
    expect(await worker.writeRecording(again)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/Only the measures of this run are known/),
    });
  });
});

describe('weights', () => {
  it('are a file with the settings, the step and the address inside', async () => {
    const { configuration, address } = runToSave();
    const parameters = randomParameters(configuration);
    const bytes = await resultOf(
      worker.writeWeights({ configuration, parameters, step: 10, backend: 'wasm', address }),
    );
    const contents = readSafetensors(bytes);
    expect(contents.metadata.get('address')).toBe(address);
    expect(contents.metadata.get('backend')).toBe('wasm');
    const { network, step, splitKnown } = readNetworkFile(contents);
    expect({ step, splitKnown }).toEqual({ step: 10, splitKnown: true });
    expect(network.configuration).toEqual(configuration);
    expect(network.parameters).toEqual(parameters);
  });

  it('of a recorded run get the address, and nothing else changes', async () => {
    const shipped = await readFile(`${root}public/recordings/pizza.safetensors`);
    const address = 'https://example.org/?run=pizza&step=4000';
    const bytes = await resultOf(worker.addAddress(new Blob([shipped]), address));
    const [before, after] = [readSafetensors(shipped), readSafetensors(bytes)];
    expect(Object.fromEntries(after.metadata)).toEqual({
      ...Object.fromEntries(before.metadata),
      address,
    });
    expect([...after.tensors.keys()]).toEqual([...before.tensors.keys()]);
    for (const [name, tensor] of after.tensors) {
      expect(tensor.read()).toEqual(before.tensors.get(name)?.read());
      expect(tensor.dtype).toBe('F16');
    }
    expect(await worker.addAddress(new Blob(['no']), address)).toMatchObject({ ok: false });
  });
});

describe('a file that is opened', () => {
  it('may be measures of one network, which say where it is shown', async () => {
    const address = 'https://example.org/?view=inside&step=3';
    const table = `subject,measure,value\r\nnetwork,address,${address}\r\n`;
    expect(await open(table)).toEqual({ ok: true, value: { kind: 'address', address } });
    const document = JSON.stringify({ address, layout: 'x', configuration: {}, circles: [] });
    expect(await open(document)).toEqual({ ok: true, value: { kind: 'address', address } });
  });

  it('may be one of the recordings that come with the page', async () => {
    const file = await readFile(`${root}public/recordings/clock.run`);
    const opened = await resultOf(open(file));
    expect(opened).toMatchObject({ kind: 'recording', run: { seconds: 106.8 } });
    expect(opened).not.toHaveProperty('run.shownStep');
  });

  it.each([
    ['an empty file', new Uint8Array(), /no recording and no measures/],
    ['another file', '<!doctype html>', /no recording and no measures/],
    ['a table of runs', '{"format":"clock-and-pizza-run","version":1}', /no recording and no m/],
    ['damaged bytes', gzipSync(strToU8('{"format":')).subarray(0, 15), /damaged/],
    ['a bomb', gzipSync(new Uint8Array(30e6)), /too large/],
    ['a large file', ' '.repeat(20e6 + 1), /too large/],
  ])('is refused in one sentence: %s', async (_what, contents, message) => {
    const reply = await open(contents);
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(reply).toMatchObject({ message: expect.stringMatching(/^The file cannot be opened\./) });
  });

  it.for(Object.entries(files))('is read or refused, cut off or changed: %s', async ([, make]) => {
    const made = await make();
    const bytes = typeof made === 'string' ? strToU8(made) : made;
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(place, fc.nat(7), fc.boolean(), async (at, bit, cut) => {
        const position = Math.floor(at * bytes.length);
        const changed = cut ? bytes.slice(0, position) : bytes.slice();
        if (!cut) changed[position] = (changed[position] ?? 0) ^ (1 << bit);
        const reply = await open(changed);
        if (!reply.ok) expect(reply.message).toMatch(/^The file cannot be opened\. [^\n\r]+\.$/);
      }),
      { numRuns: 400 },
    );
  });

  it('is read or refused when it is random', async () => {
    const start = fc.constantFrom(
      '',
      '\x1f\x8b',
      '{"format":"clock-and-pizza-recording"',
      '{',
      'a,',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.string({ maxLength: 200, unit: 'binary' }), async (head, tail) => {
        const reply = await open(strToU8(head + tail, head.startsWith('\x1f')));
        if (!reply.ok) expect(reply.message).toMatch(/^The file cannot be opened\. [^\n\r]+\.$/);
      }),
      { numRuns: 1000 },
    );
  });
});
