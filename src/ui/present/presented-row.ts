/** Which row of networks is presented: the address's, wherever it is. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Row, rowKey, rowsOf } from '../../state/map/rows.ts';
import { shippedTable } from '../../state/tables.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';

/** Rows to choose from and the present one. */
export interface PresentedRow {
  readonly rows: readonly Row[];
  /** Place in `rows`. */
  readonly place: number;
  /** True when the address names networks that are in no table of the page. */
  readonly isReplaced: boolean;
}

/** Rows of the table that holds the address's settings, else of the one on the map. */
export function usePresentedRow(): PresentedRow {
  const { tables, sweep, map } = usePage();
  useEffect(() => {
    void tables.loadShipped();
    void sweep.restore();
  }, [tables, sweep]);
  const configuration = usePageState((state) => state.configuration);
  const chosen = useStore(map, ({ table }) => table);
  const all = useTables((state) => state.tables);
  const byTable = useMemo(() => all.map(({ id, runs }) => ({ id, rows: rowsOf(runs) })), [all]);
  const key = rowKey(configuration);
  const table =
    byTable.find(({ rows }) => rows.some((row) => row.key === key)) ??
    byTable.find(({ id, rows }) => id === chosen && rows.length > 0) ??
    byTable.find(({ id }) => id === shippedTable);
  const rows = table?.rows ?? [];
  const exact = rows.findIndex((row) => row.key === key);
  const similar = rows.findIndex(
    (row) =>
      row.configuration.width === configuration.width && row.configuration.p === configuration.p,
  );
  return {
    rows,
    place: Math.max(0, exact >= 0 ? exact : similar),
    isReplaced: rows.length > 0 && exact < 0 && similar < 0,
  };
}
