/** Puts a table that was just opened on the map. */
import { shippedTable } from '../../state/tables.ts';
import type { Page } from '../hooks/page.ts';

/** The authors' table stands beside the present one, any other takes its place. */
export function showTable(map: Page['map'], tables: Page['tables'], id: string): void {
  const opened = tables.state.getState().tables.find((table) => table.id === id);
  if (opened === undefined) return;
  const { table } = map.getState();
  if (opened.kind === 'authors') {
    map.setState({ beside: id, table: table === id ? shippedTable : table });
  } else {
    map.setState({ table: id, picked: undefined });
  }
}
