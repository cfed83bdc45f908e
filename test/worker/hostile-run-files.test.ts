/**
 * Files of runs that somebody has tampered with: what the worker gives the page can be drawn, or it is
 * one sentence.
 */
import fc from 'fast-check';
import { gunzipSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeRunLine } from '../../src/formats/run-line.ts';
import { unpackPicture } from '../../src/formats/run-picture.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { namedSettings } from '../../src/model/fields.ts';
import { checkConfiguration } from '../../src/model/validation.ts';
import type { OpenedRunFile } from '../../src/worker/recording-contract.ts';
import { createRunFileWorker } from '../../src/worker/run-file-host.ts';
import { readRunFile } from '../../src/worker/run-file-text.ts';
import { createTableWorker } from '../../src/worker/table-host.ts';
import { damagedBytes, damagedText, manyRuns } from '../formats/support/damage.ts';
import { expectPresentable } from '../formats/support/messages.ts';
import { smallConfiguration } from '../support/networks.ts';
import { runRecord } from '../support/run-records.ts';
import { runToSave } from '../support/saved-runs.ts';

/** For ten thousand cases on a busy machine. */
const many = { timeout: 60_000 };
const worker = createRunFileWorker();
const run = runToSave({ p: 5 });
const recording = await worker.writeRecording(run);
if (!recording.ok) throw new Error(recording.message);
const recordingText = strFromU8(gunzipSync(recording.value));

async function measures(format: 'json' | 'csv'): Promise<string> {
  const reply = await worker.writeMeasures(run, format);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

const analysis = JSON.stringify({
  layout: 'trained on this page',
  configuration: smallConfiguration(),
  step: 30,
  circles: [{ k: 1 }],
});
const analysisTable = 'subject,measure,value\r\nnetwork,address,https://example.org/?p=7\r\n';
const texts = {
  'a recording': [recordingText],
  measures: [await measures('json'), await measures('csv')],
  'an analysis': [analysis, analysisTable],
};

/** Fails unless figures can draw it: settings that are possible, steps that rise, numbers. */
function expectDrawable(file: OpenedRunFile): void {
  if (file.kind === 'address') {
    expect(typeof file.address).toBe('string');
    return;
  }
  const { configuration, snapshots } = file.run;
  expectPossible(configuration);
  let before = -1;
  for (const { result, planes, correctLogits } of snapshots) {
    if (!(Number.isSafeInteger(result.step) && result.step > before)) expect.fail('Out of order.');
    before = result.step;
    expectNumbers(planes, correctLogits, configuration.p);
    if (result.frequencies.length !== Math.floor(configuration.p / 2)) expect.fail('Frequencies.');
  }
}

function expectPossible(configuration: RunConfiguration): void {
  const again = checkConfiguration(namedSettings(configuration));
  if (again.problems.length > 0) expect.fail(again.problems[0]?.message ?? '');
}

function expectNumbers(planes: Float32Array, logits: Float32Array, p: number): void {
  for (const values of [planes, logits]) {
    if (!values.every(Number.isFinite)) expect.fail('A picture has a place without a number.');
  }
  if (![0, Math.floor(p / 2) * p * 2].includes(planes.length)) expect.fail('Planes.');
  if (![0, p * p].includes(logits.length)) expect.fail('Logits.');
}

describe('a file of a run that was tampered with', () => {
  it.for(Object.entries(texts))('can be drawn or is refused: %s', many, ([, kinds]) => {
    let opened = 0;
    fc.assert(
      fc.property(fc.oneof(...kinds.map(damagedText)), (damaged) => {
        try {
          expectDrawable(readRunFile(damaged));
          opened += 1;
        } catch (error) {
          expectPresentable(error);
        }
      }),
      manyRuns,
    );
    // Not all damage is to the form: some only changes what the file says.
    expect(opened).toBeGreaterThan(100);
  });

  it('can be drawn or is refused when it is packed', async () => {
    await fc.assert(
      fc.asyncProperty(damagedBytes(recording.value), async (bytes) => {
        const reply = await worker.openFile(new Blob([bytes as BlobPart]));
        if (reply.ok) expectDrawable(reply.value);
        else if (!/^The file cannot be opened\. [^\n\r]+\.$/.test(reply.message)) {
          expect.fail(reply.message);
        }
      }),
      manyRuns,
    );
  }, 60_000);

  it('is refused when it is endless: lines without a moment, arrays in arrays', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const header = recordingText.slice(0, recordingText.indexOf('\n'));
    for (const text of [
      `${header}${'\n'.repeat(1e6)}`,
      `${header}\n${deep}`,
      deep,
      `{"format":"clock-and-pizza-measures","version":${deep}}`,
      `${','.repeat(1e6)}gradientSymmetricity,powerFractions`,
    ]) {
      expect(() => readRunFile(text)).toThrow(/./);
    }
  });
});

describe('a table of runs that was tampered with', () => {
  const tables = createTableWorker();
  const line = writeRunLine(runRecord({}, { picture: pictureOf(recordingText) }));

  it('gives runs whose pictures can be drawn, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText(line), async (damaged) => {
        const [read] = await tables.read([damaged]);
        if (read?.own === undefined) return;
        const { configuration, picture } = read.own;
        expectPossible(configuration);
        if (picture === undefined) return;
        const { planes, correctLogits } = unpackPicture(picture, configuration.p);
        expectNumbers(planes, correctLogits, configuration.p);
      }),
      manyRuns,
    );
  }, 60_000);

  it('is refused when a line, or their number, is endless', async () => {
    const open = (text: string) => tables.open({ file: new Blob([strToU8(text) as BlobPart]) });
    const long = await open(`{"a":"${'x'.repeat(2e6)}"}`);
    expect(long).toMatchObject({ message: expect.stringMatching(/^Line 1 is too long/) });
    const many = await open(`attn_coeff\n${'0\n'.repeat(600_000)}`);
    expect(many).toMatchObject({ message: expect.stringMatching(/more than the 500,000 lines/) });
    const wide = await open(`attn_coeff${',a'.repeat(5000)}\n`);
    expect(wide).toMatchObject({ ok: false });
  });
});

/** The picture of the first moment of a recording. */
function pictureOf(text: string) {
  return JSON.parse(text.split('\n')[1] ?? '').picture;
}
