/** A figure's numbers, below the figure; they follow it. */
import { useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import english from '../../messages/en/ui/tables/figure-tables.json';
import { createWords } from '../../messages/words.ts';
import type { FigureName } from '../../state/embedding/figures.ts';
import { watchSources } from '../hooks/figure-sources.ts';
import { useRunPage } from '../hooks/page.ts';
import '../styles/tables.css';
import { DataTable } from './DataTable.tsx';
import { type ShownTable, shownTables } from './shown-tables.ts';

const words = createWords('ui/tables/figure-tables', english);

/** Milliseconds between two readings: a table that changes ten times a second cannot be read. */
const pause = { training: 1000, otherwise: 150 };

/**
 * @param id of the element that is opened
 * @param opener what opens it, in the card of the figure
 */
export function FigureTables(props: {
  readonly id: string;
  readonly name: FigureName;
  readonly opener: Element | null;
}) {
  const { id, name, opener } = props;
  const card = opener?.closest<HTMLElement>('[data-figure]') ?? null;
  const place = useRoom(card, id);
  const tables = useTables(card, name);
  if (place === undefined) return null;
  const [first] = tables;
  return createPortal(
    first === undefined ? (
      <p className="figure-table-empty">{words('nothing')}</p>
    ) : (
      tables.map((table) => <DataTable key={table.key} table={table} />)
    ),
    place,
  );
}

/** An element at the end of the card, before its caption. */
function useRoom(card: HTMLElement | null, id: string): HTMLElement | undefined {
  const [room, setRoom] = useState<HTMLElement>();
  useLayoutEffect(() => {
    if (card === null) return undefined;
    const element = document.createElement('div');
    element.className = 'figure-tables';
    element.id = id;
    card.insertBefore(element, card.querySelector(':scope > figcaption'));
    setRoom(element);
    // A tall figure has its table below the window: whoever asked for it is to see that it is there.
    const frame = requestAnimationFrame(() => {
      const { top } = element.getBoundingClientRect();
      if (top > window.innerHeight - 160) element.scrollIntoView({ block: 'center' });
    });
    return () => {
      cancelAnimationFrame(frame);
      element.remove();
    };
  }, [card, id]);
  return room;
}

/** What the figures of a card show now, read again when it changes. */
function useTables(card: HTMLElement | null, name: FigureName): readonly ShownTable[] {
  const { store } = useRunPage();
  const read = () => (card === null ? [] : shownTables(card, name, store.getState()));
  const [tables, setTables] = useState(read);
  useEffect(() => {
    if (card === null) return undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      pending = undefined;
      setTables(shownTables(card, name, store.getState()));
    };
    const changed = () => {
      const training = store.getState().status === 'training';
      pending ??= setTimeout(refresh, training ? pause.training : pause.otherwise);
    };
    // Whatever changed while this was loaded.
    changed();
    const endings = [store.subscribe(changed), watchSources(changed)];
    return () => {
      clearTimeout(pending);
      for (const end of endings) end();
    };
  }, [card, name, store]);
  return tables;
}
