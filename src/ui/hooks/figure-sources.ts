/** Remembers what figures on the page are drawn from, so that they can be drawn once more, or written down. */
import type { Figure } from '../../plots/figure.ts';
import type { FigureKind } from '../../plots/tables/kinds.ts';
import type { PageState } from '../../state/store.ts';

/** A figure that is mounted in an element. */
export interface FigureSource {
  /** Makes another one. */
  readonly create: (host: HTMLElement) => Figure<unknown>;
  /** Its data in a state of the page; figures with data of their own take no notice of it. */
  readonly dataIn: (state: PageState) => unknown;
  /** True when its data depend on the step that is shown. */
  readonly isOfRun: boolean;
  /** Which data they are, for what can be read as a table. */
  readonly kind: FigureKind | undefined;
}

const sources = new WeakMap<Element, FigureSource>();
const watchers = new Set<() => void>();

/** Notes what is mounted in an element, for as long as that exists. */
export function rememberSource<Data>(
  host: Element,
  create: (host: HTMLElement) => Figure<Data>,
  dataIn: (state: PageState) => Data,
  isOfRun: boolean,
  kind?: FigureKind,
): void {
  // Pictures keep their colours where a system forces its own (forced-colors.css).
  host.setAttribute('data-drawing', '');
  // The same source gives the data and takes it.
  sources.set(host, { create, dataIn, isOfRun, kind } as FigureSource);
  tellSourceChanged();
}

/** Figures below an element, in the order they stand. */
export function sourcesIn(root: Element): readonly (readonly [HTMLElement, FigureSource])[] {
  return [root, ...root.querySelectorAll('*')].flatMap((element) => {
    const source = sources.get(element);
    return source === undefined ? [] : [[element as HTMLElement, source] as const];
  });
}

/** A figure came or went, or has other data of its own than before. */
export function tellSourceChanged(): void {
  for (const tell of watchers) tell();
}

/** @returns a function that stops watching */
export function watchSources(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
