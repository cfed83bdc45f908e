/** How components reach tables of runs and the pictures of their runs. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type OwnRun, shippedTable, type TablesState } from '../../state/tables.ts';
import type { Snapshot } from '../../state/timeline.ts';
import { usePage } from './page.ts';

/** A part of what tables there are. */
export function useTables<Part>(select: (state: TablesState) => Part): Part {
  return useStore(usePage().tables.state, select);
}

/** The runs that come with the page. @param wanted false while nobody looks at them */
export function useShippedRuns(wanted: boolean): {
  readonly runs: readonly OwnRun[];
  readonly problem: string | undefined;
} {
  const { tables } = usePage();
  useEffect(() => {
    if (wanted) void tables.loadShipped();
  }, [wanted, tables]);
  const table = useTables((state) => state.tables.find(({ id }) => id === shippedTable));
  const problem = useTables(({ shipped, problem: said }) =>
    shipped === 'failed' ? said : undefined,
  );
  const runs = useMemo(
    () => (table?.runs ?? []).flatMap(({ own }) => (own === undefined ? [] : [own])),
    [table],
  );
  return { runs, problem };
}

/** Pictures of a run. Those of the run before stay until they are there, so that nothing blinks. */
export function useSnapshot(run: OwnRun | undefined): Snapshot | undefined {
  const { tables } = usePage();
  const [shown, setShown] = useState<Snapshot>();
  useEffect(() => {
    let wanted = true;
    if (run === undefined) setShown(undefined);
    else {
      void tables.snapshot(run).then((snapshot) => {
        if (wanted) setShown(snapshot);
      });
    }
    return () => {
      wanted = false;
    };
  }, [run, tables]);
  return shown;
}
