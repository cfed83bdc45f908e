import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { createRecordingWorker } from '../../src/worker/recording-host.ts';

const file = () => readFile(`${root}public/recordings/pizza.run`);

/** A worker whose server answers everything with these bytes. */
function workerWith(bytes: Uint8Array | Promise<Uint8Array>, status = 200) {
  return createRecordingWorker((async () => {
    const body = new Uint8Array(await bytes);
    return new Response(body, { status });
  }) as typeof fetch);
}

describe('opening a recording', () => {
  it('gives the moments of the run as they were drawn', async () => {
    const reply = await workerWith(file()).open('pizza.run');
    if (!reply.ok) throw new Error(reply.message);
    const { configuration, snapshots } = reply.value;
    expect(configuration).toMatchObject({ p: 59, width: 128, attentionRate: 0, seed: 1 });
    expect(snapshots).toHaveLength(60);
    const last = snapshots.at(-1);
    expect(last?.result).toMatchObject({ step: 4000, verdict: 'pizza', testAccuracy: 1 });
    expect(last?.planes).toHaveLength(29 * 59 * 2);
    expect(last?.correctLogits).toHaveLength(59 * 59);
    const strongest = [...(last?.result.frequencies ?? [])].sort(
      (left, right) => right.powerFraction - left.powerFraction,
    )[0];
    const k = strongest?.k ?? 0;
    const plane = last?.planes.subarray((k - 1) * 118, k * 118);
    expect(plane?.some((value) => Math.abs(value) > 0.1)).toBe(true);
  });

  it('gives the same circles, and no logits, of a light recording', async () => {
    const light = readFile(`${root}public/recordings/pizza.circles.run`);
    const [whole, circles] = await Promise.all([
      workerWith(file()).open('pizza.run'),
      workerWith(light).open('pizza.circles.run'),
    ]);
    if (!whole.ok || !circles.ok) throw new Error('Both should open.');
    const none = new Float32Array();
    const { snapshots, ...run } = whole.value;
    expect(circles.value).toEqual({
      ...run,
      snapshots: snapshots.map((snapshot) => ({ ...snapshot, correctLogits: none })),
    });
  });

  it('takes what the server has unpacked already', async () => {
    const { gunzipSync } = await import('node:zlib');
    const reply = await workerWith(file().then((bytes) => gunzipSync(bytes))).open('pizza.run');
    expect(reply).toMatchObject({ ok: true });
  });

  it.each([
    ['a missing file', new Uint8Array(), 404, /The server answered 404/],
    ['an empty file', new Uint8Array(), 200, /first line/],
    ['another file', new TextEncoder().encode('<!doctype html>'), 200, /first line/],
    ['damaged bytes', gzipSync('{"format":').subarray(0, 15), 200, /damaged/],
    ['a bomb', gzipSync(' '.repeat(30e6)), 200, /too large/],
  ])('says in one sentence what is wrong with %s', async (_what, bytes, status, message) => {
    const reply = await workerWith(bytes, status).open('x.run');
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(reply).toMatchObject({ message: expect.not.stringContaining('\n') });
  });

  it('says so when there is no connection', async () => {
    const worker = createRecordingWorker((async () => {
      throw new TypeError('fetch failed');
    }) as typeof fetch);
    expect(await worker.open('x.run')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The recording cannot be shown\. .*check the connection/),
    });
  });
});
