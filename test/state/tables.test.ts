import { describe, expect, it } from 'vitest';
import { shippedTable, type Table } from '../../src/state/tables.ts';
import type { OpenedTable } from '../../src/worker/table-contract.ts';
import { createTableWorker } from '../../src/worker/table-host.ts';
import { runLine } from '../support/run-records.ts';
import { createTestTables, openings } from './fake-tables.ts';
import { settle } from './fake-worker.ts';
import { snapshotOf } from './snapshots.ts';

/** A table as a worker reads it. */
async function tableOf(
  seeds: readonly number[],
  changes: Partial<OpenedTable> = {},
): Promise<OpenedTable> {
  const read = await createTableWorker().read(seeds.map((seed) => runLine({ seed })));
  const runs = read.filter((run) => run !== undefined);
  return { kind: 'runs', runs, repeated: 0, conflicts: 0, ...changes };
}

const source = { address: 'https://example.org/a' };

describe('the shipped table', () => {
  it('is loaded once, when it is wanted', async () => {
    const { asked, open } = openings();
    const { tables, workers } = createTestTables({ open });
    expect(workers).toHaveLength(0);
    const loading = [tables.loadShipped(), tables.loadShipped()];
    expect(tables.state.getState()).toMatchObject({ shipped: 'loading', tables: [] });
    await settle();
    expect(asked.map((one) => one.source)).toEqual([
      { address: 'https://example.org/page/sweeps/paper.runs' },
    ]);
    const table = await tableOf([1, 2]);
    asked[0]?.answer(table);
    await Promise.all(loading);
    await tables.loadShipped();
    expect(asked).toHaveLength(1);
    expect(workers).toHaveLength(1);
    expect(tables.state.getState()).toEqual({
      tables: [
        {
          id: shippedTable,
          title: 'Shipped runs',
          kind: 'runs',
          runs: table.runs,
          note: undefined,
        },
      ],
      shipped: 'ready',
      opening: undefined,
      problem: undefined,
    });
  });

  it('is asked for again after it failed', async () => {
    const { asked, open } = openings();
    const { tables } = createTestTables({ open });
    const loading = tables.loadShipped();
    await settle();
    asked[0]?.answer('The server answered 404.');
    await loading;
    expect(tables.state.getState()).toMatchObject({
      shipped: 'failed',
      problem: 'Shipped runs cannot be shown. The server answered 404.',
    });
    const again = tables.loadShipped();
    expect(tables.state.getState()).toMatchObject({ shipped: 'loading', problem: undefined });
    await settle();
    asked[1]?.answer(await tableOf([1]));
    await again;
    expect(tables.state.getState()).toMatchObject({ shipped: 'ready', problem: undefined });
  });

  it('does not wait for a worker that died; the next one is asked', async () => {
    const { asked, open } = openings();
    const { tables, workers } = createTestTables({ open });
    const loading = tables.loadShipped();
    workers[0]?.crash();
    await loading;
    expect(workers[0]?.terminated).toBe(true);
    expect(tables.state.getState()).toMatchObject({
      shipped: 'failed',
      problem: expect.stringMatching(/has stopped: try again\.$/),
    });
    const again = tables.loadShipped();
    await settle();
    expect(workers).toHaveLength(2);
    asked[1]?.answer(await tableOf([1]));
    await again;
    expect(tables.state.getState().shipped).toBe('ready');
    // What the first one does by now is nobody's business.
    workers[0]?.crash();
    expect(await tables.read([runLine()])).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });
});

describe('tables that are opened', () => {
  it('get ids of their own, and say what was noticed', async () => {
    const { asked, open } = openings();
    const { tables } = createTestTables({ open });
    const first = tables.open(source, 'mine.jsonl');
    expect(tables.state.getState().opening).toBe('mine.jsonl');
    await settle();
    asked[0]?.answer(await tableOf([1], { repeated: 2, conflicts: 1 }));
    const id = await first;
    expect(id).toBeDefined();
    expect(tables.state.getState()).toMatchObject({
      opening: undefined,
      tables: [
        {
          id,
          title: 'mine.jsonl',
          note: '2 repeated lines were left out; 1 lines contradict an earlier result of the same run, which was kept.',
        },
      ],
    });
  });

  it('may be several at once, in any order', async () => {
    const { asked, open } = openings();
    const { tables } = createTestTables({ open });
    const opening = ['a', 'b', 'c'].map((title) => tables.open(source, title));
    await settle();
    expect(tables.state.getState().opening).toBe('c');
    asked[1]?.answer(await tableOf([2]));
    await settle();
    expect(tables.state.getState().opening).toBe('c');
    asked[2]?.answer('It is no table.');
    await settle();
    expect(tables.state.getState()).toMatchObject({
      opening: undefined,
      problem: 'c cannot be shown. It is no table.',
    });
    asked[0]?.answer(await tableOf([1]));
    const ids = await Promise.all(opening);
    expect(ids[2]).toBeUndefined();
    expect(ids[0]).not.toBe(ids[1]);
    expect(tables.state.getState().tables.map(({ id, title }) => [id, title])).toEqual([
      [ids[1], 'b'],
      [ids[0], 'a'],
    ]);
  });

  it('hold at least one run', async () => {
    const { tables } = createTestTables({
      open: async () => ({ ok: true, value: await tableOf([]) }),
    });
    expect(await tables.open(source, 'none.jsonl')).toBeUndefined();
    expect(tables.state.getState()).toMatchObject({
      tables: [],
      problem: 'none.jsonl holds no runs.',
    });
    tables.report(undefined);
    expect(tables.state.getState().problem).toBeUndefined();
  });

  it('can be replaced and removed', () => {
    const { tables } = createTestTables();
    const table = (id: string, title = id): Table => ({
      id,
      title,
      kind: 'runs',
      runs: [],
      note: undefined,
    });
    tables.put(table('1'));
    tables.put(table('2'));
    tables.put(table('1', 'new'));
    expect(tables.state.getState().tables.map(({ title }) => title)).toEqual(['new', '2']);
    tables.remove('1');
    tables.remove('unknown');
    expect(tables.state.getState().tables.map(({ id }) => id)).toEqual(['2']);
  });
});

describe('lines of a sweep', () => {
  it('are read, each by itself', async () => {
    const { tables } = createTestTables();
    expect(await tables.read([runLine({ seed: 8 })])).toMatchObject([{ place: { seed: 8 } }]);
    expect(await tables.read(['no', runLine({ seed: 9 })])).toMatchObject([
      undefined,
      { place: { seed: 9 } },
    ]);
  });

  it('are not waited for when the worker dies', async () => {
    const { tables, workers } = createTestTables({ read: () => new Promise(() => undefined) });
    const reading = tables.read([runLine()]);
    workers[0]?.crash();
    expect(await reading).toBeUndefined();
  });
});

describe('questions about runs', () => {
  it('are answered by the worker, unless it dies', async () => {
    const { runs } = await tableOf([1, 2]);
    const places = runs.map(({ place }) => place);
    const { tables } = createTestTables();
    expect(await tables.overview(places, 'all', 'correct')).toMatchObject({
      counts: { total: 2, counted: 2 },
      standings: [undefined, undefined],
    });
    const dying = createTestTables({ overview: () => new Promise(() => undefined) });
    const waiting = dying.tables.overview(places, 'all', 'correct');
    dying.workers[0]?.crash();
    expect(await waiting).toBeUndefined();
  });

  it('about pictures are asked once a run', async () => {
    const [run] = (await tableOf([1])).runs;
    if (run?.own === undefined) return expect.fail('There is a run.');
    let asked = 0;
    const { tables } = createTestTables({ snapshot: async () => snapshotOf(asked++) });
    const first = tables.snapshot(run.own);
    expect(tables.snapshot(run.own)).toBe(first);
    const snapshot = await first;
    expect(snapshot).toBeDefined();
    expect(await tables.snapshot(run.own)).toBe(snapshot);
    expect(asked).toBe(1);
  });

  it('about pictures are asked again when the worker died', async () => {
    const [run] = (await tableOf([1])).runs;
    if (run?.own === undefined) return expect.fail('There is a run.');
    let dies = true;
    const { tables, workers } = createTestTables({
      snapshot: async () => (dies ? new Promise(() => undefined) : snapshotOf(3)),
    });
    const waiting = tables.snapshot(run.own);
    workers[0]?.crash();
    expect(await waiting).toBeUndefined();
    dies = false;
    expect(await tables.snapshot(run.own)).toMatchObject({ result: { step: 3 } });
  });
});
