/** Opens tables of runs from files that were dropped or picked. */
import type { Page } from '../hooks/page.ts';
import { showTable } from './show-table.ts';

/** Opens them one after the other and shows the last; problems are shown beside the tables. */
export async function openTables(
  files: readonly File[],
  { store, tables, map }: Pick<Page, 'store' | 'tables' | 'map'>,
): Promise<void> {
  store.setState(({ page }) => ({ page: { ...page, view: 'map' } }));
  tables.report(undefined);
  for (const file of files) {
    const id = await tables.open({ file }, file.name);
    if (id !== undefined) showTable(map, tables, id);
  }
}
