/** How components reach the store and the controller. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { RunController } from '../../state/run-controller.ts';
import type { PageState, PageStore } from '../../state/store.ts';

/** What the page consists of besides its elements. */
export interface Page {
  readonly store: PageStore;
  readonly controller: RunController;
}

/** Set once by the entry. */
export const PageContext = createContext<Page | undefined>(undefined);

/** Store and controller. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('Components of the page need a PageContext around them.');
  return page;
}

/** A part of the state; the component is drawn again when that part changes. */
export function usePageState<Part>(select: (state: PageState) => Part): Part {
  return useStore(usePage().store, select);
}
