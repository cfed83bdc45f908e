/** Workers that read tables of runs, as a test says. */
import { createTablesController, type TableHandle } from '../../src/state/tables.ts';
import type { OpenedTable, TableSource } from '../../src/worker/table-contract.ts';
import { createTableWorker } from '../../src/worker/table-host.ts';

/** A worker in this thread. It counts, and can be made to die. */
export interface FakeTableWorker extends TableHandle {
  readonly crash: () => void;
  readonly terminated: boolean;
}

/** Tables of a page at https://example.org/page/. @param changes what its workers do differently */
export function createTestTables(changes: Partial<TableHandle> = {}) {
  const workers: FakeTableWorker[] = [];
  const tables = createTablesController((onCrash) => {
    const worker = {
      ...createTableWorker((async () => new Response('')) as typeof fetch),
      ...changes,
      crash: onCrash,
      terminated: false,
      terminate() {
        worker.terminated = true;
      },
    };
    workers.push(worker);
    return worker;
  }, 'https://example.org/page/?view=map');
  return { tables, workers };
}

/** Opens whose answers a test gives. */
export function openings() {
  const asked: { source: TableSource; answer: (table: OpenedTable | string) => void }[] = [];
  const open: TableHandle['open'] = (source) =>
    new Promise((resolve) => {
      asked.push({
        source,
        answer: (table) =>
          resolve(
            typeof table === 'string' ? { ok: false, message: table } : { ok: true, value: table },
          ),
      });
    });
  return { asked, open };
}
