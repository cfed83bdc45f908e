/** One table: its numbers in a frame that scrolls by itself, with heads that stay in sight. */
import { useId, useState } from 'react';
import { cellText, type TableCell } from '../../plots/tables.ts';
import type { ShownTable } from './shown-tables.ts';

/** The table, or a line to unfold it. */
export function DataTable({ table: shown }: { readonly table: ShownTable }) {
  const [unfolded, setUnfolded] = useState(false);
  if (shown.table.isFolded !== true) return <Frame shown={shown} />;
  return (
    <details
      className="figure-table-details"
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>{shown.caption}</summary>
      {unfolded && <Frame shown={shown} />}
    </details>
  );
}

function Frame({ shown }: { readonly shown: ShownTable }) {
  const { caption, table } = shown;
  const { columns, note, current, isFolded } = table;
  const id = useId();
  const rows = shown.rows();
  const looks = columns.map((_, column) => lookOf(rows.map((row) => cellText(row[column] ?? ''))));
  const align = (column: number) => looks[column];
  return (
    <div className="figure-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard too */}
      <section className="figure-table-scroll" aria-label={caption} tabIndex={0}>
        <table aria-describedby={note === undefined ? undefined : id}>
          <caption className={isFolded ? 'visually-hidden' : undefined}>
            <span className="figure-table-caption">{caption}</span>
          </caption>
          <thead>
            <tr>
              {columns.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                <th key={column} scope="col" className={align(column)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; names may repeat
                key={index}
                cells={row}
                align={align}
                isCurrent={index === current}
              />
            ))}
          </tbody>
        </table>
      </section>
      {note !== undefined && (
        <p className="figure-table-note" id={id}>
          {note}
        </p>
      )}
    </div>
  );
}

function Row(props: {
  readonly cells: readonly TableCell[];
  readonly align: (column: number) => string | undefined;
  readonly isCurrent: boolean;
}) {
  const { cells, align, isCurrent } = props;
  const [name = '', ...values] = cells;
  return (
    <tr aria-current={isCurrent || undefined}>
      <th scope="row" className={align(0)}>
        {cellText(name)}
      </th>
      {values.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
        <td key={index} className={align(index + 1)}>
          {cellText(cell)}
        </td>
      ))}
    </tr>
  );
}

/** Longer than this, words are not squeezed into a narrow column. */
const sentence = 12;

/** Class of a column: numbers belong under one another by their digits, words by their beginnings. */
function lookOf(texts: readonly string[]): string | undefined {
  if (texts.every((text) => /^[\d−–(.,]/.test(text))) return undefined;
  const isLong = texts.some(({ length }) => length > sentence);
  return isLong ? 'figure-table-words figure-table-sentence' : 'figure-table-words';
}
