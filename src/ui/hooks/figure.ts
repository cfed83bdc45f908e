/** Mounts a figure of src/plots in an element and feeds it from the store, past React. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Figure } from '../../plots/figure.ts';
import type { KindFedWith } from '../../plots/tables/kinds.ts';
import type { PageState } from '../../state/store.ts';
import { rememberSource, tellSourceChanged } from './figure-sources.ts';
import { useRunPage } from './page.ts';
import { createFeeder } from './unseen-figures.ts';

/**
 * @param create makes the figure; must be the same function at every call
 * @param select data of the figure; called when `depends` of the state changed
 * @param kind which data they are, where a table is to be made of them
 * @returns reference for the host element
 */
export function useFigure<Data>(
  create: (host: HTMLElement) => Figure<Data>,
  select: (state: PageState) => Data,
  depends: (state: PageState) => readonly unknown[],
  kind?: KindFedWith<Data>,
): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const { store } = useRunPage();
  // The figure lives as long as the component; the functions are module constants.
  const functions = useRef({ create, select, depends, kind });

  // Before the first painting: a figure that came later would push everything below it down.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const { create, select, depends, kind } = functions.current;
    const figure = create(host.current);
    figure.update(select(store.getState()));
    rememberSource(host.current, create, select, true, kind);
    const feeder = createFeeder(host.current, () => figure.update(select(store.getState())));
    const unsubscribe = store.subscribe((state, previous) => {
      const before = depends(previous);
      const goesOn = state.status === 'training' || state.replaying;
      if (depends(state).some((part, index) => part !== before[index])) feeder.changed(goesOn);
      else if (!goesOn) feeder.settle();
    });
    return () => {
      unsubscribe();
      feeder.end();
      figure.destroy();
      tellSourceChanged();
    };
  }, [store]);

  return host;
}
