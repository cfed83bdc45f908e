/** Which tables and which of their runs are on the maps. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type ChosenFilters, readFilters } from '../../state/map/filter-text.ts';
import { type Filter, filtersOf, placesOnMap } from '../../state/map/filters.ts';
import type { MapRun, Table } from '../../state/tables.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';
import { type UpwardSetting, upwardChoices } from './axes.ts';

/** A table on the map. */
export interface Panel {
  readonly table: Table;
  /** The runs on the map, and their places in the table. */
  readonly runs: readonly MapRun[];
  readonly places: readonly number[];
  /** Runs with other settings than those that were chosen. */
  readonly otherSettings: number;
  /** Linear models: they have no place on an axis of attention rates. */
  readonly withoutRate: number;
}

/** All maps on the page and what they can be chosen by. */
export interface Panels {
  readonly panels: readonly Panel[];
  /** Runs of all maps. */
  readonly shared: readonly MapRun[];
  readonly filters: readonly Filter[];
  readonly upwards: readonly UpwardSetting[];
  /** True when one holds the authors' runs, whose q has the wrong-logit form. */
  readonly hasAuthors: boolean;
}

/** @param upward setting upwards, where one is asked for; the first that says something otherwise */
export function usePanels(upward: UpwardSetting): Panels & { readonly upward: UpwardSetting } {
  const { map } = usePage();
  const tables = useTables((state) => state.tables);
  const choices = useStore(map);
  const up = usePageState((state) => state.page.map);
  const filter = usePageState((state) => state.page.filter);
  const chosen = useMemo(() => readFilters(filter) ?? {}, [filter]);
  const first = tables.find(({ id }) => id === choices.table) ?? tables[0];
  const second = tables.find(({ id }) => id === choices.beside && id !== first?.id);
  const shown = useMemo(
    () => [first, second].filter((table): table is Table => table !== undefined),
    [first, second],
  );
  const { filters, upwards } = useMemo(() => {
    const places = shown.map(({ runs }) => runs.map(({ place }) => place));
    // A sweep that has no run yet has nothing to say.
    const filled = places.filter((runs) => runs.length > 0);
    return { filters: filtersOf(...filled), upwards: upwardChoices(filled.flat()) };
  }, [shown]);
  const present = upwards.includes(upward) ? upward : (upwards[0] ?? 'width');
  const except = up === 'setting' ? present : undefined;
  const panels = useMemo(
    () => shown.map((table) => panelOf(table, filters, chosen, except)),
    [shown, filters, chosen, except],
  );
  const shared = useMemo(() => panels.flatMap(({ runs }) => runs), [panels]);
  useEffect(() => {
    // A run that is not on the map any more is not picked any more.
    const { picked } = map.getState();
    const panel = panels.find(({ table }) => table.id === picked?.table);
    if (picked !== undefined && panel?.places.includes(picked.index) !== true) {
      map.setState({ picked: undefined });
    }
  }, [panels, map]);
  return {
    panels,
    shared,
    filters,
    upwards,
    upward: present,
    hasAuthors: shown.some(({ kind }) => kind === 'authors'),
  };
}

function panelOf(
  table: Table,
  filters: readonly Filter[],
  chosen: ChosenFilters,
  except: string | undefined,
): Panel {
  const all = table.runs.map(({ place }) => place);
  const chosenPlaces = placesOnMap(all, filters, chosen, except);
  const runAt = (place: number) => all[place] as MapRun;
  const places = chosenPlaces.filter((place) =>
    Number.isFinite(runAt(place).settings.attentionRate),
  );
  return {
    table,
    places,
    runs: places.map(runAt),
    otherSettings: all.length - chosenPlaces.length,
    withoutRate: chosenPlaces.length - places.length,
  };
}
