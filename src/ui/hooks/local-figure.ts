/** Mounts a figure of src/plots that is fed by its component, not by the store. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Figure } from '../../plots/figure.ts';
import type { KindFedWith } from '../../plots/tables/kinds.ts';
import { rememberSource, tellSourceChanged } from './figure-sources.ts';

/**
 * @param create makes the figure, once; what it calls back must read newest values by itself
 * @param data what it shows; drawn again when the object is another one
 * @param kind which data they are, where a table is to be made of them
 * @returns reference for the host element
 */
export function useLocalFigure<Data>(
  create: (host: HTMLElement) => Figure<Data>,
  data: Data,
  kind?: KindFedWith<Data>,
): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const figure = useRef<Figure<Data>>(undefined);
  const first = useRef({ create, data, kind });

  // Before the first painting: a figure that came later would push everything below it down.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const mounted = first.current.create(host.current);
    mounted.update(first.current.data);
    figure.current = mounted;
    const { kind } = first.current;
    rememberSource(host.current, first.current.create, () => first.current.data, false, kind);
    return () => {
      figure.current = undefined;
      mounted.destroy();
      tellSourceChanged();
    };
  }, []);

  useLayoutEffect(() => {
    first.current = { ...first.current, data };
    figure.current?.update(data);
    tellSourceChanged();
  }, [data]);

  return host;
}
