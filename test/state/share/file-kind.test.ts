import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNetworkFile } from '../../../src/formats/network-file.ts';
import { trainedNetwork } from '../../../src/model/network.ts';
import { root } from '../../../src/setup/command.mjs';
import { kindOfFile, kindOfName } from '../../../src/state/share/file-kind.ts';
import { createRunFileWorker } from '../../../src/worker/run-file-host.ts';
import { randomParameters, smallConfiguration } from '../../support/networks.ts';
import { runLine } from '../../support/run-records.ts';
import { runToSave } from '../../support/saved-runs.ts';

const worker = createRunFileWorker();
const kindOf = (contents: Uint8Array | string, name = 'file') =>
  kindOfFile(new File([contents as BlobPart], name));

async function contentsOf<Value>(
  reply: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false }>,
): Promise<Value> {
  const answer = await reply;
  if (!answer.ok) throw new Error('It should be written.');
  return answer.value;
}

describe('what a file is', () => {
  it('is told by our own files, whatever their name', async () => {
    const saved = [
      await contentsOf(worker.writeRecording(runToSave())),
      await contentsOf(worker.writeMeasures(runToSave(), 'json')),
      await contentsOf(worker.writeMeasures(runToSave(), 'csv')),
      await readFile(`${root}public/recordings/edge.run`),
    ];
    for (const contents of saved) {
      for (const name of ['a.run', 'b.csv', 'c.json', 'd', 'e.pt']) {
        expect(await kindOf(contents, name)).toBe('run');
      }
    }
    const configuration = smallConfiguration();
    const network = trainedNetwork(configuration, randomParameters(configuration));
    const weights = writeNetworkFile(network, { step: 1, trained: true });
    expect(await kindOf(weights, 'weights.run')).toBe('other');
  });

  it.each([
    [runLine(), 'table'],
    [gzipSync(`${runLine()}\n`.repeat(500)), 'table'],
    ['runid,attn_coeff,d_model\r\n', 'table'],
    ['\uFEFFsubject,measure,value\r\n', 'run'],
    ['{\n  "address": "?p=5",\n  "layout": "x",\n  "configuration": {}}', 'run'],
    ['{"C": 59, "d_model": 128}', 'other'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'picture'],
    ['<?xml version="1.0"?>\n<svg>', 'picture'],
    ['<!doctype html>', 'other'],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'picture'],
    ['GIF89a', 'picture'],
    ['% saved\n@misc{a, url = {x}}', 'citation'],
    [Uint8Array.of(0x50, 0x4b, 3, 4), 'other'],
    ['', 'other'],
  ])('%#: is told by how it begins', async (contents, kind) => {
    expect(await kindOf(contents)).toBe(kind);
  });

  it.each([
    ['runs.jsonl', 'table'],
    ['runs.ndjson.gz', 'table'],
    ['paper.runs', 'table'],
    ['1l_fixedwidth.CSV', 'table'],
    ['a.run', 'run'],
    ['a.PNG', 'picture'],
    ['a.bib', 'citation'],
    ['model.pt', 'other'],
    ['csv', 'other'],
    ['csv.safetensors', 'other'],
  ])('is told by its name where its beginning says nothing: %s, %s', async (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
    expect(await kindOf('what is this?', name)).toBe(kind);
  });

  it('is told by its name when gzip packed nothing sensible', async () => {
    expect(await kindOf(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), 'a.run')).toBe('run');
    expect(await kindOf(gzipSync('').subarray(0, 12), 'a.jsonl.gz')).toBe('table');
  });

  it('is always something', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 50 }), fc.boolean(), async (bytes, packed) => {
        const kinds = ['run', 'table', 'picture', 'citation', 'other'];
        expect(kinds).toContain(await kindOf(packed ? gzipSync(bytes) : bytes));
      }),
    );
  });
});
