/** Which tables a figure's card has: those of the drawings in it, or of what it says in words. */
import english from '../../messages/en/ui/tables/figure-tables.json';
import { createWords } from '../../messages/words.ts';
import type { FigureKind, KindData } from '../../plots/tables/kinds.ts';
import { type FigureTable, tablesOf } from '../../plots/tables.ts';
import type { FigureName } from '../../state/embedding/figures.ts';
import type { PageState } from '../../state/store.ts';
import { sourcesIn } from '../hooks/figure-sources.ts';
import { tablesWithoutDrawing } from './without-drawing.ts';

const words = createWords('ui/tables/figure-tables', english);

/** A table of a figure. */
export interface ShownTable {
  /** The same for the same table, while its numbers change. */
  readonly key: string;
  readonly caption: string;
  readonly table: FigureTable;
  /** All rows: of several drawings where their tables are one. */
  readonly rows: () => FigureTable['rows'];
}

/** What the drawings of a card show in a state of the page. */
export function shownTables(
  card: Element,
  name: FigureName,
  state: PageState,
): readonly ShownTable[] {
  const drawings = sourcesIn(card).flatMap(([host, { kind, dataIn }]) =>
    kind === undefined
      ? []
      : [{ title: titleOf(host, card), tables: written(kind, dataIn(state)) }],
  );
  const filled = drawings.filter(({ tables }) => tables.length > 0);
  const others = tablesWithoutDrawing[name]?.(state) ?? [];
  const parts = filled.length > 1 ? filled : filled.map(({ tables }) => ({ title: '', tables }));
  return joined([...parts, { title: '', tables: others }]);
}

/** Who remembered the data of a drawing remembered also which kind they are. */
function written(kind: FigureKind, data: unknown): readonly FigureTable[] {
  return tablesOf(kind, data as KindData[typeof kind]);
}

/** The heading of one of several drawings in a card. */
function titleOf(host: HTMLElement, card: Element): string {
  const around = host.parentElement;
  if (around === null || around === card) return '';
  const heading = around.querySelector(':scope > :is(h3, h4)');
  return heading?.textContent ?? '';
}

function joined(
  parts: readonly { readonly title: string; readonly tables: readonly FigureTable[] }[],
): readonly ShownTable[] {
  const shown: ShownTable[] = [];
  parts.forEach(({ title, tables }, part) => {
    tables.forEach((table, index) => {
      const key =
        table.joins ?? `${part} ${table.subject === undefined ? index : `of ${table.subject}`}`;
      const before = shown.findIndex((other) => other.key === key);
      const first = shown[before];
      if (first === undefined) {
        const caption =
          title === '' || table.joins !== undefined || table.caption.startsWith(title)
            ? table.caption
            : words('part', { title, caption: table.caption });
        shown.push({ key, caption, table, rows: () => table.rows });
        return;
      }
      shown[before] = { ...first, rows: () => [...first.rows(), ...table.rows] };
    });
  });
  return shown;
}
