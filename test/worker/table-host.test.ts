import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRunLine } from '../../src/formats/run-line.ts';
import { root } from '../../src/setup/command.mjs';
import type { OpenedTable, TableSource } from '../../src/worker/table-contract.ts';
import { createTableWorker } from '../../src/worker/table-host.ts';
import { missingReference, referencePath } from '../support/reference.ts';
import { runLine } from '../support/run-records.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const shipped = () => readFile(`${root}public/sweeps/paper.runs`);
const address = 'https://example.org/table';

/** A worker whose server answers everything with these bytes. */
function workerWith(bytes: Uint8Array, status = 200) {
  const load = async () => new Response(new Uint8Array(bytes), { status });
  return createTableWorker(load as typeof fetch);
}

const idle = createTableWorker((async () =>
  expect.fail('Nothing is to be loaded.')) as typeof fetch);

/** A table that can be opened. */
async function opened(source: TableSource, worker = idle): Promise<OpenedTable> {
  const reply = await worker.open(source);
  return reply.ok ? reply.value : expect.fail(reply.message);
}

const fileOf = (...parts: (string | Uint8Array)[]) => ({
  file: new Blob(
    parts.map((part) => new Uint8Array(typeof part === 'string' ? bytesOf(part) : part)),
  ),
});

const authors: Readonly<Record<string, string>> = {
  C: '59',
  act_fn: 'ReLU',
  attn_coeff: '0.25',
  d_model: '128',
  diff_vocab: 'False',
  epoch: '20000',
  eqn_sign: 'False',
  frac: '0.8',
  lr: '0.001',
  n_heads: '4',
  n_layers: '1',
  runid: 'abc',
  weight_decay: '2',
  distance_irrelevance: '0.21',
  parameter_norm: '25.5',
  training_accuracy: '1',
  training_loss: '1.4E-07',
  validation_accuracy: '1',
  validation_loss: '2e-6',
  gradient_sim: '0.99',
  circularity: '0.996',
};

/** A table like the authors', whose runs differ in these cells. */
function authorsTable(...runs: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(authors);
  return [names, ...runs.map((run) => names.map((name) => run[name] ?? authors[name]))]
    .map((cells) => cells.join(','))
    .join('\r\n');
}

describe('the shipped table', () => {
  it('opens with every run once, each with its pictures', async () => {
    const worker = workerWith(await shipped());
    const { kind, runs, repeated, conflicts } = await opened({ address }, worker);
    expect({ kind, count: runs.length, repeated, conflicts }).toEqual({
      kind: 'runs',
      count: 67,
      repeated: 0,
      conflicts: 0,
    });
    for (const { own, place } of runs) {
      if (own === undefined) return expect.fail('It is a run of this project.');
      const { p, attentionRate, width } = own.configuration;
      expect(place.settings).toMatchObject({ p, attentionRate, width });
      const snapshot = await worker.snapshot(own);
      const { frequencies, ...rest } = snapshot?.result ?? { frequencies: [] };
      expect(rest).toEqual(own.result);
      expect(frequencies.map(({ k }) => k)).toEqual(
        Array.from({ length: Math.floor(p / 2) }, (_, index) => index + 1),
      );
      expect(snapshot?.planes).toHaveLength(Math.floor(p / 2) * p * 2);
      expect(snapshot?.planes.some((value) => Math.abs(value) > 0.1)).toBe(true);
      expect(snapshot?.correctLogits).toHaveLength(p * p);
      expect(new Set(snapshot?.correctLogits).size).toBeGreaterThan(50);
    }
  });

  it('has more seeds beside it, and two runs of as many steps as the authors’', async () => {
    const bytes = await readFile(`${root}public/sweeps/more-seeds.runs`);
    const { runs, conflicts } = await opened({ address }, workerWith(bytes));
    expect({ count: runs.length, conflicts }).toEqual({ count: 18, conflicts: 0 });
    const steps = runs.map(({ place }) => place.settings.steps);
    expect(steps.filter((count) => count === 20_000)).toHaveLength(2);
    expect(new Set(runs.map(({ place }) => place.seed))).toEqual(new Set([4, 5]));
  });

  it('is the same whether the server has unpacked it or not, and as a file', async () => {
    const packed = await shipped();
    const { gunzipSync } = await import('node:zlib');
    const table = await opened({ address }, workerWith(packed));
    expect(await opened({ address }, workerWith(gunzipSync(packed)))).toEqual(table);
    expect(await opened(fileOf(packed))).toEqual(table);
  });

  it.each(['all', 'paper', 'round'] as const)(
    'is summed up as its runs stand: %s',
    async (filter) => {
      const { runs } = await opened(fileOf(await shipped()));
      const places = runs.map(({ place }) => place);
      for (const form of ['correct', 'wrong'] as const) {
        const { counts, standings, bins } = await idle.overview(places, filter, form);
        expect(standings).toHaveLength(67);
        const left = standings.filter((standing) => standing !== undefined);
        expect(counts).toMatchObject({ total: 67, counted: 67 - left.length });
        for (const [kind, count] of counts.reasons) {
          expect(left.filter((standing) => standing.startsWith(kind))).toHaveLength(count);
        }
        const placed = bins.symmetricity.reduce((sum, bin) => sum + bin.count, 0);
        expect(placed).toBe(counts.counted);
      }
    },
  );
});

describe('a table of runs', () => {
  it('says how many lines are repeated and how many contradict', async () => {
    const lines = [
      runLine({ seed: 1 }),
      runLine({ seed: 2 }),
      runLine({ seed: 1 }, { seconds: 99 }),
      runLine({ seed: 2 }, { gini: 0.1 }),
      runLine({ seed: 2 }, { gini: 0.2 }),
    ];
    const table = await opened(fileOf(lines.join('\r\n')));
    expect(table).toMatchObject({ kind: 'runs', repeated: 1, conflicts: 2 });
    expect(table.runs.map(({ own }) => own?.configuration.seed)).toEqual([1, 2]);
    expect(table.runs[1]?.own?.result.gini).toBe(0.4);
  });

  it('keeps what has no number as NaN, and diverged runs apart', async () => {
    const line = runLine(
      {},
      { verdict: 'diverged', trainLoss: null, trainAccuracy: null, testAccuracy: null },
    );
    const { runs } = await opened(fileOf(line, '\n'));
    const [run] = runs;
    expect(run?.place).toMatchObject({ diverged: true, verdict: 'learning' });
    expect(run?.place.testAccuracy).toBeNaN();
    expect(run?.own?.result.trainLoss).toBeNaN();
    expect(run?.own?.result.verdict).toBe('learning');
    const { counts, standings } = await idle.overview([run?.place as never], 'all', 'correct');
    expect(standings).toEqual(['diverged']);
    expect(counts).toEqual({ total: 1, counted: 0, reasons: [['diverged', 1]] });
    expect(await idle.snapshot(run?.own as never)).toBeUndefined();
  });

  it('may begin with a mark of its encoding, and may be packed', async () => {
    const text = `\uFEFF${runLine()}\n\n`;
    expect(await opened(fileOf(text))).toMatchObject({ runs: [expect.anything()] });
    expect(await opened(fileOf(gzipSync(text)))).toMatchObject({ runs: [expect.anything()] });
  });

  it('can be read line by line', async () => {
    const lines = [runLine({ seed: 4 }), runLine({ seed: 5, attentionRate: 0.5 })];
    const read = await idle.read(lines);
    expect(read.map((run) => run?.own?.configuration)).toEqual(
      lines.map((line) => readRunLine(line).configuration),
    );
    expect(await idle.read([])).toEqual([]);
    // One that makes no sense does not take the others with it.
    expect(await idle.read(['{}', lines[0] as string])).toEqual([undefined, read[0]]);
  });
});

describe('the authors’ table', () => {
  it('has measures alone', async () => {
    const text = authorsTable({}, { runid: 'def', circularity: '0.9', attn_coeff: '1' });
    const table = await opened(fileOf(text));
    expect(table).toMatchObject({ kind: 'authors', repeated: 0, conflicts: 0 });
    expect(table.runs.map(({ own }) => own)).toEqual([undefined, undefined]);
    expect(table.runs[0]?.place).toMatchObject({
      id: 'abc',
      seed: null,
      verdict: null,
      isCircular: true,
      settings: { attentionRate: 0.25, width: 128, model: 'transformer' },
      distanceIrrelevanceWrongLogit: 0.21,
    });
    const places = table.runs.map(({ place }) => place);
    const wrong = await idle.overview(places, 'paper', 'wrong');
    expect(wrong.standings).toEqual([undefined, 'not circular (0.90, below 0.995)']);
    const correct = await idle.overview(places, 'all', 'correct');
    expect(correct.standings).toEqual(['not measured', 'not measured']);
  });

  it.skipIf(missingReference !== undefined)(
    `opens as it was released${missingReference === undefined ? '' : ` (skipped: ${missingReference})`}`,
    async () => {
      for (const name of ['1l_fixedwidth.csv', '1l_varywidth.csv']) {
        const path = referencePath(`tables/${name}`);
        expect(existsSync(path)).toBe(true);
        const table = await opened(fileOf(readFileSync(path)));
        expect(table.kind).toBe('authors');
        expect(table.runs.length).toBeGreaterThan(1000);
      }
    },
  );
});

describe('what is no table of runs', () => {
  it.each([
    ['a missing file', bytesOf(''), 404, /The server answered 404\./],
    ['an empty file', bytesOf(''), 200, /neither lines of JSON/],
    ['a page', bytesOf('<!doctype html>\n<title>Not here</title>'), 200, /neither lines of JSON/],
    [
      'other JSON',
      bytesOf('{"name":\n"clock"}'),
      200,
      /Line 1 is no run: It is not a line of JSON/,
    ],
    ['another table', bytesOf('a,b\n1,2\n'), 200, /neither lines of JSON/],
    ['lines and then something else', bytesOf(`${runLine()}\nend`), 200, /Line 2 is no run/],
    [
      'half a table of the authors’',
      bytesOf('attn_coeff,gradient_sim\n1,2'),
      200,
      /lacks the columns/,
    ],
    ['damaged bytes', gzipSync(runLine()).subarray(0, 40), 200, /it is damaged/],
    ['a bomb', gzipSync(new Uint8Array(251e6)), 200, /too large to be a table of runs/],
  ])(
    'is refused in one sentence: %s',
    { timeout: 60_000 },
    async (_what, bytes, status, message) => {
      const reply = await workerWith(bytes, status).open({ address });
      expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) });
      expect(reply).toMatchObject({
        message: expect.stringMatching(/^[^\n]+\.$/),
      });
    },
  );

  it('is refused before it is read when it is too large', async () => {
    const file = { size: 251e6, arrayBuffer: () => expect.fail('It must not be read.') };
    expect(await idle.open({ file: file as unknown as Blob })).toEqual({
      ok: false,
      message: 'It is too large to be a table of runs.',
    });
  });

  it('is refused when the file is gone by now', async () => {
    const file = {
      size: 10,
      arrayBuffer: async () => {
        throw new DOMException('gone', 'NotFoundError');
      },
    };
    expect(await idle.open({ file: file as unknown as Blob })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/The file cannot be read: choose it again\.$/),
    });
  });

  it('is too much when a server goes on and on', async () => {
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 50e6;
        controller.enqueue(new Uint8Array(50e6));
      },
      cancel() {
        cancelled = true;
      },
    });
    const worker = createTableWorker((async () => new Response(body)) as typeof fetch);
    expect(await worker.open({ address })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/too large/),
    });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(500e6);
  });

  it('says so when there is no connection', async () => {
    const worker = createTableWorker((async () => {
      throw new TypeError('fetch failed');
    }) as typeof fetch);
    expect(await worker.open({ address })).toMatchObject({
      ok: false,
      message: expect.stringMatching(
        /It could not be loaded: check the address and the connection/,
      ),
    });
  });

  it('is opened or refused in one sentence whatever it holds', async () => {
    const line = runLine();
    const edited = fc
      .array(fc.tuple(fc.nat(line.length - 1), fc.string({ minLength: 1, maxLength: 1 })), {
        maxLength: 4,
      })
      .map((edits) =>
        edits.reduce((text, [at, put]) => `${text.slice(0, at)}${put}${text.slice(at + 1)}`, line),
      );
    const anything = fc.oneof(fc.string(), edited, fc.constant(authorsTable({ lr: '"' })));
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (text, packs) => {
        const reply = await idle.open(fileOf(packs ? gzipSync(text) : text));
        if (reply.ok) expect(reply.value.runs.length).toBeGreaterThanOrEqual(0);
        else expect(reply.message).toMatch(/^[^\n]{10,420}\.$/);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
