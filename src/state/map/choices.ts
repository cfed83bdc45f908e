/** What the visitor has chosen to see on the map, besides what the address says. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { shippedTable } from '../tables.ts';

/** A run on the map. */
export interface PickedRun {
  readonly table: string;
  /** Place in the table. */
  readonly index: number;
}

/** Choices. */
export interface MapChoices {
  /** Table of the first map. */
  readonly table: string;
  /** Table of the map beside it; undefined for none. */
  readonly beside: string | undefined;
  readonly picked: PickedRun | undefined;
}

/** Choices before any were made. */
export function createMapChoices(): StoreApi<MapChoices> {
  return createStore<MapChoices>(() => ({
    table: shippedTable,
    beside: undefined,
    picked: undefined,
  }));
}
