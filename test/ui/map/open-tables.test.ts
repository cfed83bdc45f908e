import { describe, expect, it } from 'vitest';
import { createMapChoices } from '../../../src/state/map/choices.ts';
import { createPageStore } from '../../../src/state/store.ts';
import { shippedTable } from '../../../src/state/tables.ts';
import { openTables } from '../../../src/ui/map/open-tables.ts';
import { showTable } from '../../../src/ui/map/show-table.ts';
import { createTestTables } from '../../state/fake-tables.ts';
import { runLine } from '../../support/run-records.ts';

describe('files that are dropped', () => {
  it('are opened one after the other, and the last one that opens is shown', async () => {
    const { tables } = createTestTables();
    const [store, map] = [createPageStore(''), createMapChoices()];
    const files = [
      new File([runLine({ seed: 1 })], 'a.jsonl'),
      new File([runLine({ seed: 2 })], 'b.jsonl'),
      new File(['no'], 'c.jsonl'),
    ];
    map.setState({ picked: { table: shippedTable, index: 3 } });
    await openTables(files, { store, tables, map });
    const { tables: opened, problem } = tables.state.getState();
    expect(opened.map(({ title }) => title)).toEqual(['a.jsonl', 'b.jsonl']);
    expect(map.getState()).toMatchObject({ table: opened[1]?.id, picked: undefined });
    expect(problem).toMatch(/^c\.jsonl cannot be shown/);
    expect(store.getState().page.view).toBe('map');
  });
});

describe('a table that was opened', () => {
  it('takes the place of the present one, the authors’ stands beside it', () => {
    const { tables } = createTestTables();
    const map = createMapChoices();
    const common = { title: 'x', runs: [], note: undefined };
    tables.put({ ...common, id: '1', kind: 'runs' });
    tables.put({ ...common, id: '2', kind: 'authors' });
    showTable(map, tables, '1');
    showTable(map, tables, '2');
    expect(map.getState()).toMatchObject({ table: '1', beside: '2' });
    map.setState({ table: '2', beside: undefined });
    showTable(map, tables, '2');
    expect(map.getState()).toMatchObject({ table: shippedTable, beside: '2' });
    showTable(map, tables, 'unknown');
    expect(map.getState()).toMatchObject({ table: shippedTable, beside: '2' });
  });
});
